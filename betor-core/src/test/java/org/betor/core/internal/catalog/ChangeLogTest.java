package org.betor.core.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeLogTest {
  @TempDir Path directory;

  @Test
  void entriesComeBackInTheirOrderFromAllFiles() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "one", "");
      log.next();
      append(log, "three");
    }
    try (ChangeLog later = ChangeLog.open(directory, 0)) {
      append(later, "four");

      assertThat(entries()).containsExactly("one", "", "three", "four");
    }
  }

  @Test
  void onlyWhatTheIndexHoldsIsForgotten() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "one");
      long committed = log.next();
      append(log, "two");

      log.forget(committed);

      assertThat(entries()).containsExactly("two");
      assertThat(log.isEmpty()).isFalse();
      log.forget(log.next());
      assertThat(log.isEmpty()).isTrue();
      assertThat(log.size()).isZero();
    }
  }

  @Test
  void filesThatTheIndexHoldsAreNeverReadAgainNorTheirNumbersUsed() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "one");
    }
    try (ChangeLog log = ChangeLog.open(directory, 7)) { // killed before it could forget
      assertThat(log.isEmpty()).isTrue();
      append(log, "two");
      assertThat(log.next()).isEqualTo(8);
    }
  }

  @Test
  void entriesAreReadUpToAPosition() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "one");
      log.next();
      append(log, "two");
      ChangeLog.Position end = log.end();
      append(log, "three");
      List<String> entries = new ArrayList<>();

      log.replay(end, entry -> entries.add(new String(entry, UTF_8)));

      assertThat(entries).containsExactly("one", "two");
    }
  }

  @Test
  void anEntryThatAKillCutShortIsLeftOutWhereverItWasCut() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "first", "second");
    }
    byte[] whole = Files.readAllBytes(file(1));
    int firstEnds = 8 + "first".length();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(1), Arrays.copyOf(whole, length));

      assertThat(entries()).isEqualTo(length < firstEnds ? List.of() : List.of("first"));
    }
    assertThat(directory).isDirectoryNotContaining("glob:**.damaged");
  }

  @Test
  void aDamagedFileIsKeptAndTheNextOneIsRead() throws IOException {
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      append(log, "first", "second", "third");
      log.next();
      append(log, "fourth");
    }
    byte[] bytes = Files.readAllBytes(file(1));
    bytes[8 + "first".length() + 8] ^= 1;
    Files.write(file(1), bytes);

    assertThat(entries()).containsExactly("first", "fourth");
    assertThat(Path.of(file(1) + ".damaged")).hasBinaryContent(bytes);
  }

  @Test
  void rubbishIsNoReasonToAskForMuchMemory() throws IOException {
    Files.write(file(1), new byte[] {127, -1, -1, -1, 0, 0, 0, 0, 1}, StandardOpenOption.CREATE);
    Files.write(file(2), new byte[] {-1, -1, -1, -1, 0, 0, 0, 0, 1}, StandardOpenOption.CREATE);

    assertThat(entries()).isEmpty();
  }

  private Path file(int number) {
    return directory.resolve("changes-" + number + ".log");
  }

  private List<String> entries() throws IOException {
    List<String> entries = new ArrayList<>();
    try (ChangeLog log = ChangeLog.open(directory, 0)) {
      log.replay(log.end(), entry -> entries.add(new String(entry, UTF_8)));
    }
    return entries;
  }

  private static void append(ChangeLog log, String... entries) throws IOException {
    for (String entry : entries) {
      log.append(entry.getBytes(UTF_8));
    }
    log.force();
  }
}
