package org.betor.events.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.api.spi.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogReaderTest {
  private static final int FILE_BYTES = 1 << 20;

  @TempDir Path folder;

  @Test
  void anEntryThatIsNoEventIsSkippedAndKept() throws Exception {
    try (EventLog log = EventLog.open(folder, FILE_BYTES)) {
      log.append(List.of(bytes(0), new byte[] {0}, bytes(2)));
      log.append(List.of(bytes(3)));

      assertThat(read(log)).containsExactly("0", "2", "3");
    }
    assertThat(kept()).hasBinaryContent(Files.readAllBytes(file(0)));
  }

  @Test
  void whatIsCutOffByAFullDiskIsNotRead() throws Exception {
    List<LogReader> readers = new ArrayList<>();
    try (EventLog log = EventLog.open(folder, FILE_BYTES, path -> new FullDisk(path, readers))) {
      log.append(List.of(bytes(0)));
      LogReader reader = log.reader(0);
      readers.add(reader);
      assertThatIOException().isThrownBy(() -> log.append(List.of(bytes(77_777))));
      assertThat(readers).isEmpty();
      log.append(List.of(bytes(1)));

      assertThat(reader.next().event().subject()).isEqualTo("1");
      reader.close();
    }
    assertThat(kept()).doesNotExist();
  }

  @Test
  void aDamagedLengthDoesNotLookLikeAnEnd() throws Exception {
    try (EventLog log = EventLog.open(folder, FILE_BYTES)) {
      log.append(List.of(bytes(0), bytes(1), bytes(2)));
    }
    byte[] damaged = Files.readAllBytes(file(0));
    damaged[Frame.size(bytes(0)) + 1] ^= 1; // 64 KiB more than there are
    Files.write(file(0), damaged);

    try (EventLog log = EventLog.open(folder, FILE_BYTES)) {
      assertThat(kept()).hasBinaryContent(damaged);
      Files.delete(kept());
      log.continueFrom(3);
      log.append(List.of(bytes(3)));

      assertThat(read(log)).containsExactly("0", "3");
    }
    assertThat(kept()).hasBinaryContent(damaged);
  }

  /** As after going back to an older version of this library. */
  @Test
  void whatALaterVersionHasWrittenWaitsForIt() throws Exception {
    byte[] later = bytes(1);
    later[0]++;
    try (EventLog log = EventLog.open(folder, 1)) {
      log.append(List.of(bytes(0)));
      log.append(List.of(later));
      log.append(List.of(bytes(2)));
    }

    for (int times = 0; times < 2; times++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> EventLog.open(folder, FILE_BYTES))
          .withMessageContainingAll(file(1).toString(), "version 2");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.damaged");
  }

  /** Where a group was when the disk damaged what is before it. */
  @Test
  void damageBeforeThePlaceOfAReaderIsKept() throws Exception {
    try (EventLog log = EventLog.open(folder, FILE_BYTES)) {
      log.append(List.of(bytes(0), bytes(1), bytes(2)));
      byte[] damaged = Files.readAllBytes(file(0));
      damaged[20] ^= 1;
      Files.write(file(0), damaged);
      LogReader reader = log.reader(1);
      assertThat(reader.poll()).isEmpty();
      log.append(List.of(bytes(3)));

      assertThat(reader.next().event().subject()).isEqualTo("3");
      reader.close();
      assertThat(kept()).hasBinaryContent(damaged);
    }
  }

  private static List<String> read(EventLog log) throws IOException {
    List<String> subjects = new ArrayList<>();
    try (LogReader reader = log.reader(0)) {
      Optional<Entry> entry = reader.poll();
      for (; entry.isPresent(); entry = reader.poll()) {
        subjects.add(entry.get().event().subject());
      }
    }
    return subjects;
  }

  private static byte[] bytes(int number) {
    return EventBytes.of(
        new Event(
            new UUID(0, number),
            "org.example.started",
            URI.create("https://player.example/"),
            Instant.EPOCH,
            String.valueOf(number),
            "{}",
            0));
  }

  private Path file(long first) {
    return LogFile.of(folder, first).path();
  }

  private Path kept() {
    return Path.of(file(0) + ".damaged");
  }

  /** Takes half of what is written while somebody reads, once. */
  private static final class FullDisk extends RandomAccessFile {
    private final List<LogReader> readers;

    FullDisk(Path path, List<LogReader> readers) throws IOException {
      super(path.toFile(), "rw");
      this.readers = readers;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (readers.isEmpty()) {
        super.write(bytes);
        return;
      }
      write(bytes, 0, bytes.length / 2);
      assertThat(readers.remove(0).poll()).isPresent();
      throw new IOException("no space left on device");
    }
  }
}
