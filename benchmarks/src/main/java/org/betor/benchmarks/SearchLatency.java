package org.betor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.betor.api.model.Release;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.core.Betor;
import org.betor.core.Report;
import org.betor.core.SearchListener;
import org.betor.providers.bludv.BludvProvider;
import org.betor.samples.SamplePosts;
import org.betor.samples.SampleSite;

/**
 * A search of a site whose every page takes 100 ms: when the first release shows, and when all do.
 *
 * <p>The limits allow two requests at once. So the critical path is the page with the results, then
 * ten posts two by two: 1 + 10 / 2 = 6 latencies, 600 ms.
 */
public final class SearchLatency {
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final int POSTS = 10;
  private static final int CONNECTIONS = 2;
  private static final int RUNS = 7;

  private SearchLatency() {}

  /** Runs it, and prints medians and ratios. */
  public static void main(String[] args) throws Exception {
    long[] first = new long[RUNS];
    long[] all = new long[RUNS];
    try (SampleSite site =
        SampleSite.bludv()
            .posts(SamplePosts.generate(POSTS))
            .postsPerPage(POSTS)
            .latency(LATENCY)
            .start()) {
      for (int run = -1; run < RUNS; run++) { // the first is a warm-up
        AtomicLong firstFound = new AtomicLong();
        long took = search(site, firstFound);
        if (run >= 0) {
          first[run] = firstFound.get() / 1_000_000;
          all[run] = took / 1_000_000;
        }
      }
    }
    long criticalPath = LATENCY.toMillis() * (1 + POSTS / CONNECTIONS);
    print("first release shown", median(first), 2 * LATENCY.toMillis() + 500);
    print("all " + POSTS + " posts", median(all), criticalPath * 13 / 10);
    System.out.printf(
        Locale.ROOT, "all / critical path: %.2f%n", median(all) / (double) criticalPath);
  }

  /** Nanoseconds from the question to the report. */
  private static long search(SampleSite site, AtomicLong firstFound)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("betor-latency");
    AtomicLong start = new AtomicLong();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void found(ProviderInfo provider, Release release) {
            firstFound.compareAndSet(0, System.nanoTime() - start.get());
          }
        };
    try (Betor betor =
        Betor.builder(folder)
            .withoutDiscovery()
            .provider(new BludvProvider())
            .setting("bludv.home", site.home().toString())
            .open()) {
      start.set(System.nanoTime());
      Report report = betor.search(Query.text("amostra"), listener).report();
      long took = System.nanoTime() - start.get();
      if (report.outcomes().get(0).posts() != POSTS) {
        throw new IllegalStateException("not all posts were found: " + report.outcomes());
      }
      return took;
    }
  }

  private static void print(String what, long millis, long limit) {
    System.out.printf("%-20s %5d ms (limit %d ms)%n", what, millis, limit);
  }

  private static long median(long[] figures) {
    long[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
