package org.betor.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.betor.api.model.Post;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real file system that is really full: a small one in memory, which Linux lets us mount. */
@Timeout(120)
class LuceneCatalogDiskFullTest {
  private static final String IN_OWN_NAMESPACE = "unshare -rm ";

  @TempDir Path directory;

  @BeforeAll
  static void mayMount() throws Exception {
    assumeTrue(
        run(IN_OWN_NAMESPACE + "mount -t tmpfs tmpfs /tmp").exitValue() == 0,
        "skipped: this machine lets nobody mount a file system of their own");
  }

  /** In 3 MiB the log has no room, in 20 the first commit. */
  @ParameterizedTest
  @ValueSource(ints = {3, 20})
  void saysSoLosesNothingAndGoesOnWhenThereIsRoom(int mebibytes) throws Exception {
    String program =
        TestProgram.command(Program.class, directory.toString()).stream()
            .collect(Collectors.joining("' '", "'", "'"));

    Process done =
        run(
            IN_OWN_NAMESPACE + "sh -c",
            "mount -t tmpfs -o size=%dm tmpfs %s && exec %s"
                .formatted(mebibytes, directory, program));

    String said = new String(done.getInputStream().readAllBytes(), UTF_8);
    assertThat(done.exitValue()).as(said).isZero();
    assertThat(said).contains("No space left on device", directory.toString(), "all there");
  }

  private static Process run(String words, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(words.split(" ")));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.waitFor();
    return process;
  }

  /** Fills a catalogue until the disk is full, makes room, and goes on. */
  static final class Program {
    private static final int BATCH = 100;
    private static final int AFTERWARDS = 20;

    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Path directory = Path.of(arguments[0]);
      int batches;
      try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
        batches = fill(catalog);
        catalog.search(CatalogQuery.words("sintel").build(), Viewer.ANYONE);
        makeRoom(directory);
        for (int i = 0; i < AFTERWARDS; i++) {
          catalog.put(batch(batches++));
        }
        catalog.refresh();
        check(catalog, batches);
      }
      try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
        check(catalog, batches);
      }
      System.out.println("all there");
    }

    /** How many batches were acknowledged before one was not. */
    private static int fill(LuceneCatalog catalog) {
      for (int batch = 0; ; batch++) {
        try {
          catalog.put(batch(batch));
        } catch (UncheckedIOException full) {
          System.out.println(full.getMessage());
          return batch;
        }
      }
    }

    private static void makeRoom(Path directory) throws Exception {
      Process mount = run("mount -o remount,size=500m " + directory);
      if (mount.exitValue() != 0) {
        throw new IllegalStateException("cannot make room in " + directory);
      }
    }

    private static void check(LuceneCatalog catalog, int batches) {
      for (int number = 0; number < batches * BATCH; number++) {
        if (catalog.find(Films.key(number), Viewer.ANYONE).isEmpty()) {
          throw new IllegalStateException("release " + number + " is lost");
        }
      }
    }

    /** About 10 KB, however well it is packed. */
    private static Change change(int number) {
      Random random = new Random(number);
      List<String> genres = IntStream.range(0, 20).mapToObj(i -> letters(random)).toList();
      Post post = Films.post(number, "Sintel").genres(genres).build();
      return new Change(Films.key(number), Films.listing(number, post));
    }

    private static String letters(Random random) {
      byte[] bytes = new byte[240];
      random.nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    }

    private static List<Change> batch(int batch) {
      return IntStream.range(batch * BATCH, (batch + 1) * BATCH).mapToObj(Program::change).toList();
    }
  }
}
