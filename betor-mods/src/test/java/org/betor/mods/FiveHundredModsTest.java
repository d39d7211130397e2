package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.ScriptedSource.Fetching;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a heap that holds a fraction of them. */
@Timeout(300)
class FiveHundredModsTest {
  @TempDir Path folder;

  @Test
  void endRightDespiteFaultsAndNoneTwice() throws Exception {
    List<String> command = new ArrayList<>(OtherProgram.command(Program.class));
    command.add(1, "-Xmx%dm".formatted(Program.HEAP_MEBIBYTES));
    command.add(folder.toString());

    Process done = new ProcessBuilder(command).redirectErrorStream(true).start();

    String said = new String(done.getInputStream().readAllBytes(), UTF_8);
    assertThat(done.waitFor()).as(said).isZero();
    assertThat(said).contains("all there");
  }

  /** Fetches them. */
  static final class Program {
    static final int HEAP_MEBIBYTES = 64;
    private static final List<Reason> REASONS = List.of(Reason.values());
    private static final int MODS = 500;
    private static final int BYTES = 250_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ScriptedSource source = new ScriptedSource();
    private final Random random = new Random(9);
    private final Map<ModKey, Reason> faults = new HashMap<>();
    private final List<ModKey> mods = new ArrayList<>();

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      new Program().run(Path.of(arguments[0]));
      System.out.println("all there");
    }

    private void run(Path folder) throws Exception {
      for (int id = 1; id <= MODS; id++) {
        add(source.has(id));
      }
      SimulatedTime time = new SimulatedTime();
      try (ModLibrary library =
          ModLibrary.builder(folder)
              .sources(List.of(source))
              .workers(8)
              .compression(Compression.STORE)
              .clock(time)
              .pause(time)
              .open()) {
        for (ModKey mod : mods) {
          library.request(mod);
        }
        for (ModKey mod : mods) {
          check(library.await(mod, PATIENCE), Optional.ofNullable(faults.get(mod)));
        }
        checkNothingElse(library, folder);
      }
    }

    /** One of ten meets a fault at first. */
    private void add(ModKey mod) {
      mods.add(mod);
      if (random.nextInt(10) == 0) {
        Reason reason = REASONS.get(random.nextInt(REASONS.size()));
        faults.put(mod, reason);
        source.next(mod, Fetching.fails(reason));
      }
      source.next(
          mod,
          (details, files, bytes) -> {
            byte[] noise = new byte[BYTES];
            new SplittableRandom(details.key().hashCode()).nextBytes(noise);
            Files.write(files.resolve("noise"), noise);
            return details.version();
          });
    }

    private static void check(Local local, Optional<Reason> fault) {
      if (fault.isEmpty() || fault.get().isPassing()) {
        assertThat(local).isInstanceOf(Local.Ready.class);
        ((Local.Ready) local).archive().close();
      } else {
        Local.NotHere none = (Local.NotHere) local;
        assertThat(none.lastFailure().orElseThrow().reason()).isEqualTo(fault.get());
      }
    }

    private void checkNothingElse(ModLibrary library, Path folder) throws Exception {
      long passed = faults.values().stream().filter(Reason::isPassing).count();
      long failed = faults.size() - passed;
      assertThat(faults).hasSizeBetween(30, 70);
      assertThat(source.fetched()).hasSize((int) (MODS + passed));
      assertThat(library.progress()).isEmpty();
      assertThat(library.verify(progress -> {})).isEmpty();
      try (Stream<Path> archives = Files.walk(folder.resolve("archives"))) {
        assertThat(archives.filter(Files::isRegularFile)).hasSize((int) (MODS - failed));
      }
    }
  }
}
