package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Contents;
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
      Change change = Films.titled(number, "Sintel " + number);
      releases.add(Release.of(change.key()).with(change.section()));
    }
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      Release release = releases.get((int) Math.abs(random.nextGaussian() * 200));
      assertThat(records.read(new BytesRef(PackedJson.of(release)))).isEqualTo(release);
    }
  }

  @Test
  void whatIsAtHandNeedsNoReading() {
    Change change = Films.titled(1, "Sintel");
    byte[] record = PackedJson.of(Release.of(change.key()).with(change.section()));
    Release first = records.read(new BytesRef(record));

    assertThat(records.read(new BytesRef(record))).isSameAs(first);
  }

  @Test
  void aRecordThatIsChangedInPlaceIsAnotherOne() {
    Change change = Films.titled(1, "Sintel");
    BytesRef reused = new BytesRef(PackedJson.of(Release.of(change.key()).with(change.section())));
    Release before = records.read(reused);
    Release after = before.with(new Contents("Sintel", List.of(), Films.NOON));
    byte[] record = PackedJson.of(after);
    reused.bytes = record;
    reused.length = record.length;

    assertThat(records.read(reused)).isEqualTo(after);
  }
}
