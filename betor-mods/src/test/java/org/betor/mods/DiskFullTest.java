package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.mods.ModStatus.Condition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is really full: a small one in memory, which Linux lets us mount. */
@Timeout(120)
class DiskFullTest {
  private static final String IN_OWN_NAMESPACE = "unshare -rm ";

  @TempDir Path folder;

  @BeforeAll
  static void mayMount() throws Exception {
    assumeTrue(
        run(IN_OWN_NAMESPACE + "mount -t tmpfs tmpfs /tmp").exitValue() == 0,
        "skipped: this machine lets nobody mount a file system of their own");
  }

  @Test
  void saysSoLosesNothingAndGoesOnWhenThereIsRoom() throws Exception {
    String program =
        OtherProgram.command(Program.class).stream().collect(Collectors.joining("' '", "'", "'"));

    Process done =
        run(
            IN_OWN_NAMESPACE + "sh -c",
            "mount -t tmpfs -o size=8m tmpfs %1$s && exec %2$s %1$s".formatted(folder, program));

    String said = new String(done.getInputStream().readAllBytes(), UTF_8);
    assertThat(done.exitValue()).as(said).isZero();
    assertThat(said)
        .contains("cannot be put together in " + folder.resolve("mods"))
        .contains("the library's database fails in " + folder.resolve("mods"))
        .contains("No space left on device", "all there");
  }

  private static Process run(String words, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(words.split(" ")));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.waitFor();
    return process;
  }

  /** Fetches mods until the disk is full, makes room, and goes on. */
  static final class Program {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ScriptedSource source = new ScriptedSource();
    private final Path folder;

    private Program(Path folder) {
      this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
      new Program(Path.of(arguments[0])).run();
      System.out.println("all there");
    }

    private void run() throws Exception {
      ModKey small = source.has(1);
      ModKey large = source.has(2);
      ModKey late = source.has(3);
      try (ModLibrary library = open()) {
        fetch(library, small, 1 << 20);
        fetchInVain(library, large);
        check(library, small);
        fillTheDisk();
        wishInVain(library, late);
        check(library, small);
        DiskFullTest.run("mount -o remount,size=100m " + folder);
        fetch(library, large, 20 << 20);
        fetch(library, late, 1 << 20);
        check(library, small, large, late);
      }
      try (ModLibrary library = open()) {
        check(library, small, large, late);
      }
    }

    private ModLibrary open() {
      return ModLibrary.builder(folder.resolve("mods"))
          .sources(List.of(source))
          .compression(Compression.STORE)
          .open();
    }

    private void fetch(ModLibrary library, ModKey mod, int bytes) throws Exception {
      source.next(mod, noise(bytes));
      library.request(mod);
      ready(library.await(mod, PATIENCE));
    }

    /** There is no room for its files. */
    private void fetchInVain(ModLibrary library, ModKey large) throws Exception {
      source.next(large, noise(20 << 20));
      library.request(large);
      Local.NotHere answer = (Local.NotHere) library.await(large, PATIENCE);
      ModFailure failure = answer.lastFailure().orElseThrow();
      System.out.println(failure.message());
      assertThat(failure.reason()).isEqualTo(Reason.FILES);
      assertThat(library.status(large).condition()).isEqualTo(Condition.FAILED);
    }

    /** With bytes of others, so that the library cannot make room. */
    private void fillTheDisk() throws IOException {
      try (OutputStream out = Files.newOutputStream(folder.resolve("others"))) {
        while (true) {
          out.write(new byte[4096]);
        }
      } catch (IOException full) {
        System.out.println(full.getMessage());
      }
    }

    /** There is no room to note it. */
    private static void wishInVain(ModLibrary library, ModKey mod) throws InterruptedException {
      try {
        library.request(mod);
      } catch (ModLibraryException full) {
        System.out.println(full.getMessage());
      }
    }

    private static void check(ModLibrary library, ModKey... mods) throws Exception {
      for (ModKey mod : mods) {
        ready(library.fetchLocal(mod));
      }
      assertThat(library.verify(progress -> {})).isEmpty();
    }

    private static void ready(Local local) {
      assertThat(local).isInstanceOf(Local.Ready.class);
      ((Local.Ready) local).archive().close();
    }

    private static ScriptedSource.Fetching noise(int bytes) {
      return (mod, files, told) -> {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        Files.write(files.resolve("noise"), noise);
        return mod.version();
      };
    }
  }
}
