package org.betor.core.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.betor.api.spi.Store;
import org.betor.core.TestProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStoreTest {
  private static final Store.Bound LARGE = Store.Bound.bytes(1 << 30);

  @TempDir private Path folder;

  @Test
  void findsEveryAcknowledgedKeyAfterAKill() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    acknowledged.addAll(writeAndKill("first", 1));
    acknowledged.addAll(writeAndKill("second", 40));

    try (var stores = MvStores.open(file(), Clock.systemUTC())) {
      Store store = stores.store("acknowledged", LARGE);
      assertThat(acknowledged)
          .hasSizeGreaterThanOrEqualTo(41)
          .allSatisfy(key -> assertThat(store.get(key)).contains(key.getBytes(UTF_8)));
      assertThat(store.keys(""))
          .as("no change by halves")
          .filteredOn(key -> key.endsWith("."))
          .allSatisfy(key -> assertThat(store.get(key + "twin")).isPresent())
          .hasSize(store.keys("").size() / 2);
      assertThat(stores.check()).isEmpty();
    }
  }

  /** What the child acknowledged, which is killed after that many while it goes on writing. */
  private List<String> writeAndKill(String name, int kept) throws Exception {
    Process child =
        new ProcessBuilder(TestProgram.command(Writer.class, file().toString(), name))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader out = child.inputReader(UTF_8)) {
      for (int i = 0; i < kept; i++) {
        acknowledged.add(Objects.requireNonNull(out.readLine(), "the child ended early"));
      }
      child.toHandle().destroyForcibly();
      out.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
    }
    child.waitFor();
    return acknowledged;
  }

  private Path file() {
    return folder.resolve("betor.mv");
  }

  /** The child: writes keys until it is killed, and prints each once it is kept. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      Store store = MvStores.open(Path.of(args[0]), Clock.systemUTC()).store("acknowledged", LARGE);
      for (int i = 0; ; i++) {
        String key = args[1] + "-" + i + ".";
        byte[] value = key.getBytes(UTF_8);
        store.change(Map.of(key, value, key + "twin", value), Set.of());
        System.out.println(key);
      }
    }
  }
}
