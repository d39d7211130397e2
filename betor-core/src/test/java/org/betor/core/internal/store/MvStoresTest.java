package org.betor.core.internal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.spi.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class MvStoresTest {
  private static final Store.Bound LARGE = Store.Bound.bytes(1 << 30);

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void keepsWhatIsPutUntilItIsRemoved() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);

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
    try (var stores = MvStores.open(folder.resolve("made/on/the/way.mv"), () -> now)) {
      stores.store("jobs", LARGE).put("a", bytes("1"));

      assertThat(stores.store("posts", LARGE).get("a")).isEmpty();
      assertThat(stores.store("jobs", LARGE).get("a")).contains(bytes("1"));
    }
  }

  @Test
  void listsTheKeysThatStartSoInOrder() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
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
    try (var stores = MvStores.open(file(), () -> now)) {
      stores.store("jobs", LARGE).put("a", bytes("1"));
    }
    try (var stores = MvStores.open(file(), () -> now)) {
      assertThat(stores.store("jobs", LARGE).get("a")).contains(bytes("1"));
    }
  }

  @Test
  void sharesNoArrayWithItsCallers() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
      byte[] value = bytes("1");
      jobs.put("a", value);
      value[0] = 'x';
      jobs.get("a").orElseThrow()[0] = 'y';

      assertThat(jobs.get("a")).contains(bytes("1"));
    }
  }

  @Test
  void refusesWhatItCannotKeep() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
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
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
      Thread.currentThread().interrupt();

      jobs.put("a", bytes("1"));

      assertThat(Thread.interrupted()).isTrue();
      jobs.put("b", bytes("2"));
      assertThat(jobs.keys("")).containsExactly("a", "b");
    }
  }

  @Test
  void saysWhoHasTheFileWhenItIsOpenAlready() {
    try (var stores = MvStores.open(file(), () -> now)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> MvStores.open(file(), () -> now))
          .withMessageContaining(file().toString())
          .withMessageContaining("close the Betor that has it open");
      stores.store("jobs", LARGE).put("a", bytes("still open"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 20})
  void saysWhatToDoWithAFileThatIsNoStore(int size) throws IOException {
    byte[] garbage = new byte[size];
    Arrays.fill(garbage, (byte) 'x');
    Files.write(file(), garbage);

    assertThatIllegalStateException()
        .isThrownBy(() -> MvStores.open(file(), () -> now))
        .withMessageContaining(file().toString())
        .withMessageContaining("move it away");
    assertThat(file()).hasBinaryContent(garbage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H:2,block", "\0\0\0\0"})
  void startsAgainWhenItWasKilledWhileTheFileWasMade(String left) throws IOException {
    Files.write(file(), bytes(left));

    try (var stores = MvStores.open(file(), () -> now)) {
      assertThat(stores.store("jobs", LARGE).keys("")).isEmpty();
    }
  }

  @Test
  void refusesWorkAfterClose() {
    var stores = MvStores.open(file(), () -> now);
    Store jobs = stores.store("jobs", LARGE);
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
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
      for (int i = 0; i < 200; i++) {
        jobs.put("key" + i % 10, new byte[1_000]);
      }
    }

    assertThat(Files.size(file())).isLessThan(100_000);
  }

  @Test
  void aChangeOfSeveralKeysIsOneChange() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", LARGE);
      jobs.put("old", bytes("1"));

      jobs.change(Map.of("a", bytes("1"), "b", bytes("2")), Set.of("old", "never there"));

      assertThat(jobs.keys("")).containsExactly("a", "b");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> jobs.change(Map.of("c", bytes("3"), "d", new byte[17 << 20]), Set.of("a")));
      assertThat(jobs.keys("")).as("nothing of what was refused").containsExactly("a", "b");
    }
  }

  @Test
  void beyondItsBoundWhatWasPutLongestAgoGoes() {
    Store.Bound small = new Store.Bound(10, Duration.ofDays(90));
    try (var stores = MvStores.open(file(), () -> now)) {
      Store pages = stores.store("pages", small);
      for (String key : List.of("a", "b", "c")) {
        now = now.plusSeconds(1);
        pages.put(key, bytes("123"));
      }
      now = now.plusSeconds(1);
      pages.put("a", bytes("4567"));

      assertThat(pages.keys("")).containsExactly("a", "b", "c");
    }
    try (var stores = MvStores.open(file(), () -> now)) {
      Store pages = stores.store("pages", small);
      pages.put("d", bytes("1"));

      assertThat(pages.keys("")).as("b is the oldest").containsExactly("a", "c", "d");
      pages.put("e", new byte[11]);
      assertThat(pages.keys("")).as("larger than the bound by itself").isEmpty();
    }
  }

  @Test
  void whatIsTooOldIsNotThereAnyMore() {
    try (var stores = MvStores.open(file(), () -> now)) {
      Store jobs = stores.store("jobs", new Store.Bound(1_000, Duration.ofDays(90)));
      jobs.put("a", bytes("1"));

      now = now.plus(Duration.ofDays(90));
      assertThat(jobs.get("a")).isPresent();
      now = now.plusMillis(1);
      assertThat(jobs.get("a")).isEmpty();
      assertThat(jobs.keys("")).isEmpty();
    }
  }

  @Test
  void namesTheValueThatTheDiskHasDamaged() throws IOException {
    try (var stores = MvStores.open(file(), () -> now)) {
      stores.store("jobs", LARGE).put("well", bytes("well"));
      stores.store("jobs", LARGE).put("broken", bytes("this value will be damaged"));
      stores.store("posts", LARGE).put("well", bytes("well"));
      assertThat(stores.check()).isEmpty();
    }
    damage("value will be");

    try (var stores = MvStores.open(file(), () -> now)) {
      assertThat(stores.check())
          .singleElement()
          .asString()
          .contains("\"broken\"", "store \"jobs\"");
      Store jobs = stores.store("jobs", LARGE);
      assertThat(jobs.get("well")).contains(bytes("well"));
      assertThatIllegalStateException()
          .isThrownBy(() -> jobs.get("broken"))
          .withMessageContaining("broken");
      jobs.put("broken", bytes("mended"));
      assertThat(stores.check()).isEmpty();
    }
  }

  /** Changes one byte, wherever the file holds that text. */
  private void damage(String text) throws IOException {
    String content = Files.readString(file(), ISO_8859_1);
    assertThat(content).contains(text);
    Files.writeString(file(), content.replace(text, "?" + text.substring(1)), ISO_8859_1);
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
