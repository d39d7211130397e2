package org.betor.core.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.betor.api.spi.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MvStoresTest {
  @TempDir private Path folder;

  @Test
  void keepsWhatIsPutUntilItIsRemoved() {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");

      jobs.put("a", bytes("1"));
      jobs.put("a", bytes("2"));
      jobs.put("b", bytes("3"));
      jobs.remove("b");

      assertThat(jobs.get("a")).contains(bytes("2"));
      assertThat(jobs.get("b")).isEmpty();
    }
  }

  @Test
  void keepsStoresOfDifferentNamesApart() {
    try (var stores = MvStores.open(folder.resolve("made/on/the/way.mv"))) {
      stores.store("jobs").put("a", bytes("1"));

      assertThat(stores.store("posts").get("a")).isEmpty();
      assertThat(stores.store("jobs").get("a")).contains(bytes("1"));
    }
  }

  @Test
  void listsTheKeysThatStartSoInOrder() {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");
      for (String key : new String[] {"b2", "a", "b10", "c", "b"}) {
        jobs.put(key, bytes(key));
      }

      assertThat(jobs.keys("b")).containsExactly("b", "b10", "b2");
      assertThat(jobs.keys("")).containsExactly("a", "b", "b10", "b2", "c");
      assertThat(jobs.keys("d")).isEmpty();
    }
  }

  @Test
  void findsEverythingAfterCloseAndOpen() {
    try (var stores = MvStores.open(file())) {
      stores.store("jobs").put("a", bytes("1"));
    }
    try (var stores = MvStores.open(file())) {
      assertThat(stores.store("jobs").get("a")).contains(bytes("1"));
    }
  }

  @Test
  void sharesNoArrayWithItsCallers() {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");
      byte[] value = bytes("1");
      jobs.put("a", value);
      value[0] = 'x';
      jobs.get("a").orElseThrow()[0] = 'y';

      assertThat(jobs.get("a")).contains(bytes("1"));
    }
  }

  @Test
  void refusesWhatItCannotKeep() {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");
      jobs.put("largest", new byte[16 << 20]);

      assertThat(jobs.get("largest").orElseThrow()).hasSize(16 << 20);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> jobs.put("a", new byte[(16 << 20) + 1]))
          .withMessageContaining("16777216");
      assertThatNullPointerException().isThrownBy(() -> jobs.put(nothing(), bytes("1")));
      assertThatNullPointerException().isThrownBy(() -> jobs.get(nothing()));
    }
  }

  @Test
  void worksForAnInterruptedThreadAndLeavesTheFileUsable() {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");
      Thread.currentThread().interrupt();

      jobs.put("a", bytes("1"));

      assertThat(Thread.interrupted()).isTrue();
      jobs.put("b", bytes("2"));
      assertThat(jobs.keys("")).containsExactly("a", "b");
    }
  }

  @Test
  void saysWhoHasTheFileWhenItIsOpenAlready() {
    try (var stores = MvStores.open(file())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> MvStores.open(file()))
          .withMessageContaining(file().toString())
          .withMessageContaining("close the Betor that has it open");
      stores.store("jobs").put("a", bytes("still open"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 20})
  void saysWhatToDoWithAFileThatIsNoStore(int size) throws IOException {
    byte[] garbage = new byte[size];
    Arrays.fill(garbage, (byte) 'x');
    Files.write(file(), garbage);

    assertThatIllegalStateException()
        .isThrownBy(() -> MvStores.open(file()))
        .withMessageContaining(file().toString())
        .withMessageContaining("move it away");
    assertThat(file()).hasBinaryContent(garbage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H:2,block", "\0\0\0\0"})
  void startsAgainWhenItWasKilledWhileTheFileWasMade(String left) throws IOException {
    Files.write(file(), bytes(left));

    try (var stores = MvStores.open(file())) {
      assertThat(stores.store("jobs").keys("")).isEmpty();
    }
  }

  @Test
  void refusesWorkAfterClose() {
    var stores = MvStores.open(file());
    Store jobs = stores.store("jobs");
    stores.close();
    stores.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> jobs.put("a", bytes("1")))
        .withMessageContaining("is closed");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("betor-store");
  }

  @Test
  void staysSmallWhenTheSameKeysAreWrittenAgainAndAgain() throws IOException {
    try (var stores = MvStores.open(file())) {
      Store jobs = stores.store("jobs");
      for (int i = 0; i < 200; i++) {
        jobs.put("key" + i % 10, new byte[1_000]);
      }
    }

    assertThat(Files.size(file())).isLessThan(100_000);
  }

  private Path file() {
    return folder.resolve("betor.mv");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @SuppressWarnings("NullAway") // what a caller without null checks may do
  private static String nothing() {
    return null;
  }
}
