package org.betor.p2p.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
  private static final Instant LONG_AGO = Instant.parse("2010-09-27T12:00:00.123456Z");

  @TempDir private Path folder;

  @Test
  void tellsSizeAndTime() throws Exception {
    Path file = Files.write(folder.resolve("Sintel.2010.mkv"), new byte[5]);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));

    assertThat(Stamp.of(file)).isEqualTo(new Stamp(5, 1_285_588_800_123_456L));
    assertThat(Stamp.of(file).isThere()).isTrue();
  }

  @Test
  void isAnotherOnceTheFileWasWritten() throws Exception {
    Path file = Files.write(folder.resolve("Sintel.2010.mkv"), new byte[5]);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    Stamp before = Stamp.of(file);

    Files.write(file, new byte[5]);

    assertThat(Stamp.of(file)).isNotEqualTo(before);
  }

  @Test
  void callsAbsentWhatIsNoFile() throws Exception {
    assertThat(Stamp.of(folder.resolve("gone"))).isEqualTo(Stamp.ABSENT);
    assertThat(Stamp.of(folder)).isEqualTo(Stamp.ABSENT);
    assertThat(Stamp.ABSENT.isThere()).isFalse();
  }
}
