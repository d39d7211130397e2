package org.betor.samples;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.betor.api.spi.Pause;
import org.jspecify.annotations.Nullable;

/**
 * A web site on a free port of this machine's loopback interface, which nobody else can reach.
 *
 * <pre>{@code
 * try (SampleSite site = SampleSite.bludv().latency(Duration.ofMillis(100)).start()) {
 *   URI home = site.home(); // http://127.0.0.1:PORT/bludv/
 *   site.trouble("?s=", Trouble.BUSY, 2); // the next two searches fail
 *   // ... and afterwards
 *   site.requests("?s=sintel");
 * }
 * }</pre>
 *
 * <p>Paths are addresses below the home, with their query: the empty text is the home page itself.
 * Safe for use by several threads.
 *
 * <p>Sets the system property {@code sun.net.httpserver.nodelay} unless it is set: without it the
 * JDK's server needs 40 ms for every small page. It counts only if no other such server ran before
 * in this JVM.
 */
public final class SampleSite implements AutoCloseable {
  private final SiteHandler handler;
  private final Loopback server;
  private final URI home;

  private SampleSite(Builder builder) {
    this.handler = new SiteHandler(builder);
    this.server = Loopback.start(builder.site, handler);
    this.home = server.root().resolve(builder.site + "/");
  }

  /** A site in the markup of BLUDV, with the posts of {@link SamplePosts#bludv}. */
  public static Builder bludv() {
    return new Builder("bludv", BludvTheme::new, SamplePosts.bludv());
  }

  /** A site in the markup of Comando Torrents, with the posts of {@link SamplePosts#comando}. */
  public static Builder comando() {
    return new Builder("comando", ComandoTheme::new, SamplePosts.comando());
  }

  /** A site that answers like the Internet Archive, with the items of {@link SampleItems}. */
  public static Builder archive() {
    return archive(SampleItems.archive());
  }

  /** A site that answers like the Internet Archive, with these items. */
  public static Builder archive(List<SampleItem> items) {
    Builder builder = new Builder("archive", BludvTheme::new, List.of());
    builder.website = new Archive(items);
    return builder;
  }

  /** The address of the home page, with a slash at its end. */
  public URI home() {
    return home;
  }

  /** What it holds if it is a blog, the newest first. */
  public List<SamplePost> posts() {
    return handler.blog().posts();
  }

  /** The address of a post. */
  public URI address(SamplePost post) {
    return home.resolve(post.slug() + "/");
  }

  /** How often each path was asked for; {@code /robots.txt} stands for the server's. */
  public Map<String, Integer> requests() {
    return new TreeMap<>(handler.counts());
  }

  /** How often a path was asked for. */
  public int requests(String path) {
    return handler.counts().getOrDefault(path, 0);
  }

  /** From now on, how long each page takes; zero or more. */
  public void latency(Duration latency) {
    handler.latency(Builder.checked(latency));
  }

  /** From now on, every page is in trouble, {@code robots.txt} too. */
  public void trouble(Trouble trouble) {
    trouble("", trouble);
  }

  /** From now on, pages whose path starts so are in trouble. */
  public void trouble(String path, Trouble trouble) {
    trouble(path, trouble, Integer.MAX_VALUE);
  }

  /** The next requests for paths that start so, as many as {@code times}, meet trouble. */
  public void trouble(String path, Trouble trouble, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("trouble comes at least once, got " + times);
    }
    handler.troubles().add(path, trouble, times);
  }

  /** Ends all trouble. */
  public void heal() {
    handler.troubles().clear();
  }

  /** Stops at once. No thread is left. */
  @Override
  public void close() {
    server.close();
  }

  /** Settings of a site. */
  public static final class Builder {
    final String site;
    final Function<String, Theme> theme;
    List<SamplePost> posts;
    int postsPerPage = 6;
    boolean redirectsSingleHit;
    Duration latency = Duration.ZERO;
    Pause pause = Pause.SLEEPING;
    int minChars;
    @Nullable Website website; // the blog unless set
    String robots = "User-agent: *\nDisallow: /wp-admin/\n";

    private Builder(String site, Function<String, Theme> theme, List<SamplePost> posts) {
      this.site = site;
      this.theme = theme;
      this.posts = posts;
    }

    /** What it holds, the newest first, instead of its usual posts. */
    public Builder posts(List<SamplePost> posts) {
      this.posts = List.copyOf(posts);
      return this;
    }

    /** How many cards a page of a listing has; 6 unless set. */
    public Builder postsPerPage(int postsPerPage) {
      if (postsPerPage < 1) {
        throw new IllegalArgumentException("a page has at least one card, got " + postsPerPage);
      }
      this.postsPerPage = postsPerPage;
      return this;
    }

    /** Sends a search with one hit straight to the post, as some themes do. */
    public Builder redirectsSingleHit() {
      this.redirectsSingleHit = true;
      return this;
    }

    /** How long each page takes; zero unless set. */
    public Builder latency(Duration latency) {
      this.latency = checked(latency);
      return this;
    }

    /** How it waits; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** Fills each page up to so many characters at least; real ones have 100,000 to 150,000. */
    public Builder pageChars(int minChars) {
      this.minChars = minChars;
      return this;
    }

    /** The text of {@code /robots.txt}; allows all but {@code /wp-admin/} unless set. */
    public Builder robots(String robots) {
      this.robots = robots;
      return this;
    }

    /** The site, running. */
    public SampleSite start() {
      return new SampleSite(this);
    }

    private static Duration checked(Duration latency) {
      if (latency.isNegative()) {
        throw new IllegalArgumentException("a latency is not negative, got " + latency);
      }
      return latency;
    }
  }
}
