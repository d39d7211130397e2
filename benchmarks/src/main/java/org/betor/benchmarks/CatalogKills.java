package org.betor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Change;
import org.betor.core.LuceneCatalog;

/**
 * Kills a program that fills a catalogue, again and again at random moments, and looks whether all
 * that was acknowledged is there: {@code benchmarks/run CatalogKills 20}. The catalogue goes on
 * from kill to kill.
 */
public final class CatalogKills {
  private static final int MOST_BATCHES = 60;
  private static final int MOST_IN_A_BATCH = 250;
  private static final String OPEN = "open";

  private final Path folder;
  private final Random random;

  /** The releases from 0 to this are acknowledged. */
  private int acknowledged;

  private CatalogKills(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /**
   * Runs so many kills, 20 unless told; or, as the program to be killed, fills a folder.
   *
   * @param args the number of kills; or a folder and the number of its first new release
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      fill(Path.of(args[0]), Integer.parseInt(args[1]));
      return;
    }
    int kills = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    long seed = System.nanoTime();
    Path folder = Files.createTempDirectory("betor-kills");
    System.out.printf("%d kills, seed %d%n", kills, seed);
    int releases = run(folder, kills, seed);
    System.out.printf("all %d acknowledged releases are there%n", releases);
  }

  /**
   * Kills so many times.
   *
   * @return how many releases were acknowledged
   * @throws IllegalStateException if one is lost
   */
  static int run(Path folder, int kills, long seed) throws IOException, InterruptedException {
    CatalogKills killing = new CatalogKills(folder, seed);
    for (int kill = 0; kill < kills; kill++) {
      killing.fillAndKill();
      killing.check();
    }
    return killing.acknowledged;
  }

  private void fillAndKill() throws IOException, InterruptedException {
    int batches = random.nextInt(MOST_BATCHES);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", // it lives but seconds
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CatalogKills.class.getName(),
                folder.toString(),
                Integer.toString(acknowledged))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(UTF_8)) {
      for (int batch = 0; batch <= batches; batch++) {
        hear(lines.readLine());
      }
      child.toHandle().destroyForcibly(); // unlike the process's own method, leaves the pipe open
      lines.lines().forEach(this::hear);
    }
    child.waitFor();
  }

  private void hear(String line) {
    if (line == null) {
      throw new IllegalStateException("the program ended by itself");
    }
    if (!line.equals(OPEN) && line.endsWith(".")) {
      acknowledged = Integer.parseInt(line.substring(0, line.length() - 1));
    }
  }

  private void check() {
    try (LuceneCatalog catalog = LuceneCatalog.open(folder)) {
      for (int number = 0; number < acknowledged; number++) {
        if (catalog.find(key(number), Viewer.ANYONE).isEmpty()) {
          throw new IllegalStateException(
              "release %d of %d is lost in %s".formatted(number, acknowledged, folder));
        }
      }
    }
  }

  private static void fill(Path folder, int first) {
    Random random = new Random(first);
    try (LuceneCatalog catalog = LuceneCatalog.open(folder)) {
      System.out.println(OPEN);
      for (int from = first; ; ) {
        int to = from + 1 + random.nextInt(MOST_IN_A_BATCH);
        catalog.put(IntStream.range(from, to).mapToObj(CatalogKills::change).toList());
        System.out.println(to + ".");
        from = to;
      }
    }
  }

  private static ReleaseKey key(int number) {
    return ReleaseKey.of(new InfoHash("%040x".formatted(number)));
  }

  private static Change change(int number) {
    Post post =
        Post.at(URI.create("https://films.example/" + number), "Amostra " + number)
            .originalTitle("Sample " + number)
            .genres(List.of("x".repeat(500), "y".repeat(500), "z".repeat(500)))
            .build();
    InfoHash hash = new InfoHash("%040x".formatted(number));
    Offer offer = Offer.of(new Link.Magnet(MagnetLink.of(hash))).build();
    return new Change(
        key(number), new Listing("films", post, offer, Instant.ofEpochSecond(number)));
  }
}
