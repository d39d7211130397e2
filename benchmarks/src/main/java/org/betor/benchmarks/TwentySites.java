package org.betor.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Visit;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;
import org.betor.core.SearchListener;
import org.betor.samples.SamplePosts;
import org.betor.samples.SampleSite;
import org.betor.site.Blog;
import org.betor.site.SiteDescription;

/**
 * A search over twenty sites at once, each of whose pages takes 200 ms: fifteen are well and hold 1
 * to 10 posts, two are dead, two take a connection and never answer, and one provider floods. When
 * all of the good ones' posts are there, against the slowest of them searched alone.
 */
public final class TwentySites {
  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GOOD = 15;
  private static final int MOST_POSTS = 10;
  private static final int RUNS = 5;

  private TwentySites() {}

  /**
   * Runs it, and prints medians, the ratio, and what the report says.
   *
   * @param args how many characters a page has at least; as many as the samples have unless told
   */
  public static void main(String[] args) throws Exception {
    int pageChars = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket silent = new ServerSocket(0, 50, here)) { // the kernel takes connections
      measure(silent.getLocalPort(), pageChars);
    }
  }

  private static void measure(int silentPort, int pageChars)
      throws IOException, InterruptedException {
    List<SampleSite> sites =
        IntStream.range(0, GOOD).mapToObj(number -> site(number, pageChars)).toList();
    try {
      List<Double> alone = new ArrayList<>();
      List<Double> together = new ArrayList<>();
      List<Outcome> outcomes = List.of();
      for (int run = -1; run < RUNS; run++) { // the first is a warm-up
        AtomicLong lastFound = new AtomicLong();
        search(List.of(blog("slowest", sites.get(GOOD - 1).home())), lastFound);
        AtomicLong lastOfAll = new AtomicLong();
        outcomes = search(all(sites, silentPort), lastOfAll).outcomes();
        check(outcomes, sites);
        if (run >= 0) {
          alone.add(lastFound.get() / 1e6);
          together.add(lastOfAll.get() / 1e6);
        }
      }
      print(Figures.median(alone), Figures.median(together), outcomes);
    } finally {
      sites.forEach(SampleSite::close);
    }
  }

  /** Fifteen good sites, the last of which is the slowest; then five that are not. */
  private static List<Provider> all(List<SampleSite> sites, int silentPort) throws IOException {
    List<Provider> all = new ArrayList<>();
    for (int i = 0; i < GOOD; i++) {
      all.add(blog("good-" + (i + 1), sites.get(i).home()));
    }
    all.add(blog("dead-1", nobody()));
    all.add(blog("dead-2", nobody()));
    all.add(blog("hanging-1", URI.create("http://127.0.0.1:" + silentPort + "/")));
    all.add(blog("hanging-2", URI.create("http://127.0.0.1:" + silentPort + "/2/")));
    all.add(new Flood());
    return all;
  }

  private static Report search(List<Provider> providers, AtomicLong lastFound)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("betor-twenty");
    Betor.Builder library = Betor.builder(folder).withoutDiscovery().patience(PATIENCE);
    providers.forEach(library::provider);
    AtomicLong start = new AtomicLong();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void found(ProviderInfo provider, Release release) {
            if (!provider.id().equals("flood")) {
              lastFound.set(System.nanoTime() - start.get());
            }
          }
        };
    try (Betor betor = library.open()) {
      start.set(System.nanoTime());
      return betor.search(Query.text("amostra"), listener).report();
    }
  }

  private static void check(List<Outcome> outcomes, List<SampleSite> sites) {
    for (int i = 0; i < GOOD; i++) {
      if (outcomes.get(i).posts() != sites.get(i).posts().size()) {
        throw new IllegalStateException("not all posts were found: " + outcomes.get(i));
      }
    }
  }

  private static void print(double alone, double together, List<Outcome> outcomes) {
    System.out.printf(Locale.ROOT, "the slowest good site alone  %5.0f ms%n", alone);
    System.out.printf(Locale.ROOT, "all fifteen of twenty        %5.0f ms%n", together);
    System.out.printf(Locale.ROOT, "ratio                        %8.2f%n", together / alone);
    outcomes.stream()
        .skip(GOOD)
        .forEach(outcome -> System.out.println(outcome.provider() + ": " + outcome.describe()));
    System.out.printf("heap at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
  }

  private static SampleSite site(int number, int pageChars) {
    int posts = 1 + number * (MOST_POSTS - 1) / (GOOD - 1);
    return SampleSite.bludv()
        .posts(SamplePosts.generate(posts))
        .postsPerPage(MOST_POSTS)
        .pageChars(pageChars)
        .latency(LATENCY)
        .start();
  }

  private static Provider blog(String id, URI home) {
    return new Blog(
        SiteDescription.of(id, id)
            .home(home.toString())
            .cardLinks("div.posts > div.post div.title > a[href]")
            .listFrames("div.posts")
            .postTitles("div.post div.title h1")
            .contentRoots("div.post div.content")
            .build()) {};
  }

  /** A port that was free a moment ago. */
  private static URI nobody() throws IOException {
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + once.getLocalPort() + "/");
    }
  }

  /** A provider that never has enough. */
  private static final class Flood implements Provider {
    @Override
    public ProviderInfo info() {
      return ProviderInfo.of("flood", "flood").home("https://flood.example/").build();
    }

    @Override
    public void search(Query query, Visit visit) {
      for (int number = 0; ; number++) {
        InfoHash hash = new InfoHash("%040x".formatted(number));
        visit.found(
            Post.at(visit.home().resolve(number + "/"), "Amostra " + number)
                .offers(List.of(Offer.of(new Link.Magnet(MagnetLink.of(hash))).build()))
                .build());
      }
    }
  }
}
