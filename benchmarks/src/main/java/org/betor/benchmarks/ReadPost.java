package org.betor.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.Provider;
import org.betor.providers.bludv.BludvProvider;
import org.betor.providers.comando.ComandoProvider;
import org.betor.samples.SamplePages;
import org.betor.samples.SamplePosts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a whole post of 128 KB, against jsoup parsing the same bytes and doing nothing more. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadPost {
  private static final URI HOME = URI.create("http://127.0.0.1/");
  private static final int PAGE_CHARS = 128 * 1024;

  /** Whose layout the page has. */
  @Param({"bludv", "comando"})
  public String site = "";

  private Provider.Rereads provider = new BludvProvider();
  private Page page = Page.html(HOME, "");

  /** Makes provider and page of the site. */
  @Setup
  public void dress() {
    boolean bludv = site.equals("bludv");
    provider = bludv ? new BludvProvider() : new ComandoProvider();
    page =
        Page.html(
            HOME,
            bludv
                ? SamplePages.bludvPost(HOME, SamplePosts.bludv().get(0), PAGE_CHARS)
                : SamplePages.comandoPost(HOME, SamplePosts.comando().get(0), PAGE_CHARS));
  }

  /** The baseline. */
  @Benchmark
  public Document parseOnly() throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(page.bytes()), "UTF-8", HOME.toString());
  }

  /** Ours, from the bytes to the post, with the guess of its encoding. */
  @Benchmark
  public Post readPost() {
    return provider.read(Page.of(HOME, 200, Map.of(), page.bytes()));
  }
}
