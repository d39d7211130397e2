package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.betor.api.spi.Change;
import org.betor.core.Films;
import org.junit.jupiter.api.Test;

class RecentRecordsTest {
  private final RecentRecords records = new RecentRecords();

  /** More than there is room for, in an order that has some of them at hand. */
  @Test
  void everyRecordIsReadAsItIs() {
    List<Release> releases = new ArrayList<>();
    for (int number = 0; number < 2_000; number++) {
      releases.add(titled(number));
    }
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      Release release = releases.get((int) Math.abs(random.nextGaussian() * 200));
      assertThat(records.read(new BytesRef(PackedJson.of(release)))).isEqualTo(release);
    }
  }

  @Test
  void whatIsAtHandNeedsNoReading() {
    byte[] record = PackedJson.of(titled(1));
    Release first = records.read(new BytesRef(record));

    assertThat(records.read(new BytesRef(record))).isSameAs(first);
  }

  /** As who reads them does, who has the next one in the same bytes. */
  @Test
  void aRecordThatIsChangedInPlaceIsAnotherOne() {
    Release before = titled(0);
    BytesRef reused = new BytesRef(PackedJson.of(before));
    int place = reused.hashCode() & 0xff;
    Release after =
        Stream.iterate(1, number -> number + 1)
            .map(RecentRecordsTest::titled)
            .filter(release -> (new BytesRef(PackedJson.of(release)).hashCode() & 0xff) == place)
            .findFirst()
            .orElseThrow();
    assertThat(records.read(reused)).isEqualTo(before);
    reused.bytes = PackedJson.of(after);
    reused.length = reused.bytes.length;

    assertThat(records.read(reused)).isEqualTo(after);
  }

  private static Release titled(int number) {
    Change change = Films.titled(number, "Sintel " + number);
    return Release.of(change.key()).with(change.section());
  }
}
