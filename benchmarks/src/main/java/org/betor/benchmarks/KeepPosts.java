package org.betor.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.model.Listing;
import org.betor.api.model.Post;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.core.LuceneCatalog;
import org.betor.providers.bludv.BludvProvider;
import org.betor.samples.SamplePages;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;
import org.jsoup.Jsoup;

/**
 * From the bytes of pages of 128 KB to durable releases, without network: posts a second, by four
 * threads (a search has more); and which part of the time goes where.
 */
public final class KeepPosts {
  private static final URI HOME = URI.create("http://127.0.0.1/bludv/");
  private static final int PAGE_CHARS = 128 * 1024;
  private static final int PAGES = 300;
  private static final int POSTS = 1_000;
  private static final int THREADS = 4;
  private static final int RUNS = 3;

  private final Provider.Rereads provider = new BludvProvider();
  private final List<Page> pages;

  private KeepPosts(List<Page> pages) {
    this.pages = pages;
  }

  /**
   * Runs it, and prints medians.
   *
   * @param args how many characters a page has at least; as many as real ones have unless told
   */
  public static void main(String[] args) throws Exception {
    int pageChars = args.length == 0 ? PAGE_CHARS : Integer.parseInt(args[0]);
    KeepPosts benchmark = new KeepPosts(pages(pageChars));
    List<Double> parsed = new ArrayList<>();
    List<Double> read = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int run = -2; run < RUNS; run++) { // the first are warm-ups
      double parseOnly = perSecond(benchmark::parse);
      double readOnly = perSecond(benchmark::read);
      double all = benchmark.keepPerSecond();
      if (run >= 0) {
        parsed.add(parseOnly);
        read.add(readOnly);
        kept.add(all);
      }
    }
    print("parsed by jsoup and nothing more", Figures.median(parsed));
    print("read", Figures.median(read));
    print("read and durable in the catalogue", Figures.median(kept));
  }

  private double keepPerSecond() throws Exception {
    Path folder = Files.createTempDirectory("betor-keep");
    try (LuceneCatalog catalog = LuceneCatalog.open(folder)) {
      return perSecond(number -> keep(catalog, read(number), number));
    }
  }

  private Object parse(int number) {
    return Jsoup.parse(pages.get(number % PAGES).text(), HOME.toString());
  }

  private Post read(int number) {
    Page page = pages.get(number % PAGES);
    return provider.read(Page.of(page.address(), 200, Map.of(), page.bytes()));
  }

  /** Each time at another address, so that no release is written twice. */
  private static Post keep(Catalog catalog, Post post, int number) {
    Instant seen = Instant.ofEpochSecond(number);
    catalog.put(
        post.offers().stream()
            .map(offer -> new Change(offer.key("bludv"), new Listing("bludv", post, offer, seen)))
            .toList());
    return post;
  }

  private static double perSecond(Step step) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicInteger next = new AtomicInteger();
    Callable<Object> work =
        () -> {
          Object last = "";
          for (int number = next.getAndIncrement(); number < POSTS; ) {
            last = step.take(number);
            number = next.getAndIncrement();
          }
          return last;
        };
    long start = System.nanoTime();
    for (Future<Object> done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
      done.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    return POSTS / seconds;
  }

  private static List<Page> pages(int pageChars) {
    List<Page> pages = new ArrayList<>();
    for (SamplePost post : SamplePosts.generate(PAGES)) {
      URI address = HOME.resolve(post.slug() + "/");
      pages.add(Page.html(address, SamplePages.bludvPost(HOME, post, pageChars)));
    }
    return pages;
  }

  private static void print(String what, double perSecond) {
    System.out.printf(Locale.ROOT, "%-36s %6.0f posts/s%n", what, perSecond);
  }

  private interface Step {
    Object take(int number);
  }
}
