package org.betor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.Change;
import org.betor.core.Betor;
import org.betor.core.LuceneCatalog;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;

/**
 * From the start of a JVM to the catalogue's first answer, with 10,000 releases in the index, and
 * the heap that is in use then; against a JVM that prints one word, and against Lucene alone.
 */
public final class FirstAnswer {
  private static final int RELEASES = 10_000;
  private static final int RUNS = 11;

  private FirstAnswer() {}

  /** Runs it, and prints medians. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("betor-first-answer");
    fill(folder.resolve("index"));
    String archive = folder.resolve("classes.jsa").toString();
    new Start(Answer.class, folder, "-XX:ArchiveClassesAtExit=" + archive).run();
    List<Start> starts =
        List.of(
            new Start(Bare.class, folder, "-Xmx64m"),
            new Start(BareLucene.class, folder, "-Xmx64m"),
            new Start(Answer.class, folder, "-Xmx64m"),
            new Start(Answer.class, folder, "-XX:SharedArchiveFile=" + archive));
    for (int run = 0; run < RUNS; run++) { // interleaved: the machine's moods hit all alike
      for (Start start : starts) {
        start.run();
      }
    }
    System.out.printf("bare JVM                   %5d ms%n", starts.get(0).median());
    System.out.printf("bare Lucene                %5d ms%n", starts.get(1).median());
    System.out.printf("first answer               %5d ms%n", starts.get(2).median());
    System.out.printf("with a class-data archive  %5d ms (limit 500 ms)%n", starts.get(3).median());
    System.out.printf(
        "resting heap               %s (limit 64 MiB, -Xmx64m)%n", starts.get(2).rest);
  }

  private static void fill(Path index) {
    List<Change> changes = new ArrayList<>();
    List<SamplePost> posts = SamplePosts.generate(RELEASES);
    for (int i = 0; i < RELEASES; i++) {
      SamplePost sample = posts.get(i);
      Link link = new Link.Magnet(MagnetLink.of(new InfoHash("%040x".formatted(i + 1))));
      Post post =
          Post.at(URI.create("https://blog.example/" + sample.slug()), sample.heading())
              .originalTitle(sample.originalTitle())
              .translatedTitle(sample.translatedTitle())
              .year(sample.year())
              .build();
      changes.add(
          new Change(
              link.key("blog"),
              new Listing("blog", post, Offer.of(link).build(), Instant.ofEpochSecond(i))));
    }
    try (LuceneCatalog catalog = LuceneCatalog.open(index)) {
      catalog.put(changes);
    }
  }

  /** A program that is started again and again, and how long its first line took each time. */
  private static final class Start {
    private final List<String> command;
    private final List<Long> millis = new ArrayList<>();
    private String rest = "";

    Start(Class<?> program, Path folder, String option) {
      this.command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              option,
              "-cp",
              System.getProperty("java.class.path"),
              program.getName(),
              folder.toString());
    }

    void run() throws IOException, InterruptedException {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      long start = System.nanoTime();
      Process process = builder.start();
      try (BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        String first = out.readLine();
        millis.add((System.nanoTime() - start) / 1_000_000);
        rest = out.lines().collect(joining(" "));
        if (process.waitFor() != 0 || first == null || first.equals("0")) {
          throw new IllegalStateException(command + " answered " + first);
        }
      }
    }

    long median() {
      Collections.sort(millis);
      return millis.get(millis.size() / 2);
    }
  }

  /** Starts and prints one word. */
  static final class Bare {
    private Bare() {}

    /** Prints it. */
    public static void main(String[] args) {
      System.out.println("bare");
    }
  }

  /** Opens the same index with Lucene alone, and prints how many documents have a word. */
  static final class BareLucene {
    private BareLucene() {}

    /** Prints it. */
    public static void main(String[] args) throws IOException {
      try (FSDirectory directory = FSDirectory.open(Path.of(args[0], "index"));
          DirectoryReader reader = DirectoryReader.open(directory)) {
        Query query = new TermQuery(new Term("words", "farol"));
        System.out.println(new IndexSearcher(reader).search(query, 25).totalHits.value);
      }
    }
  }

  /** Opens the library, prints how many releases match, and then the heap in use. */
  static final class Answer {
    private Answer() {}

    /** Prints it. */
    public static void main(String[] args) {
      try (Betor betor = Betor.builder(Path.of(args[0])).withoutDiscovery().open()) {
        System.out.println(betor.search(org.betor.api.spi.Query.text("farol")).known().total());
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long bytes = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf("%.1f MiB%n", bytes / (1024.0 * 1024));
      }
    }
  }
}
