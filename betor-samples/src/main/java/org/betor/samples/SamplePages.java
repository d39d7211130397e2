package org.betor.samples;

import java.net.URI;
import java.util.List;

/** The pages of the sample sites without a server, for tests and benchmarks of parsing. */
public final class SamplePages {
  private SamplePages() {}

  /** A post of the sample of BLUDV. */
  public static String bludvPost(URI home, SamplePost post) {
    return new BludvTheme(home.toString()).post(post);
  }

  /**
   * A post of the sample of BLUDV, filled up with what themes add.
   *
   * @param minChars how long the page is at least; real ones have 100,000 to 150,000 characters
   */
  public static String bludvPost(URI home, SamplePost post, int minChars) {
    return Padding.fill(bludvPost(home, post), minChars);
  }

  /** A post of the sample of Comando Torrents. */
  public static String comandoPost(URI home, SamplePost post) {
    return new ComandoTheme(home.toString()).post(post);
  }

  /**
   * A post of the sample of Comando Torrents, filled up with what themes add.
   *
   * @param minChars how long the page is at least; real ones have about 150,000 characters
   */
  public static String comandoPost(URI home, SamplePost post, int minChars) {
    return Padding.fill(comandoPost(home, post), minChars);
  }

  /** A home page of the sample of Comando Torrents with these posts; at least one. */
  public static String comandoListing(URI home, List<SamplePost> posts) {
    return new ComandoTheme(home.toString()).listing("home blog", "", posts, 1, 1);
  }

  /** A home page of the sample of BLUDV with these posts; at least one. */
  public static String bludvListing(URI home, List<SamplePost> posts) {
    return new BludvTheme(home.toString()).listing("home blog", "", posts, 1, 1);
  }
}
