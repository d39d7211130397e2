package org.betor.samples;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Posts to fill a sample site with.
 *
 * <p>Films and series are free to share: under a Creative Commons licence or in the public domain.
 * The first torrent of Sintel, Big Buck Bunny, Tears of Steel and Cosmos Laundromat is the one that
 * their makers seed. All others are made up: torrents of a few bytes, which nobody seeds.
 */
public final class SamplePosts {
  private static final long USUAL_SEED = 2008;
  private static final List<SamplePost> BLUDV =
      Stream.of(FreeFilms.drafts(), OldFilms.drafts(), OldSeries.drafts())
          .flatMap(List::stream)
          .map(draft -> SamplePost.of(draft, Headline.BLUDV))
          .toList();
  private static final List<SamplePost> COMANDO = ComandoPosts.all();

  private SamplePosts() {}

  /** The fourteen posts of the sample of BLUDV, the newest first; each shows another oddity. */
  public static List<SamplePost> bludv() {
    return BLUDV;
  }

  /**
   * The eight posts of the sample of Comando Torrents, the newest first. Some of their torrents are
   * those of the sample of BLUDV, as it is with the real sites.
   */
  public static List<SamplePost> comando() {
    return COMANDO;
  }

  /** Made-up films, always the same ones; each has the word "amostra" in its title. */
  public static List<SamplePost> generate(int count) {
    return generate(count, USUAL_SEED);
  }

  /** Made-up films that depend on a seed; each has the word "amostra" in its title. */
  public static List<SamplePost> generate(int count, long seed) {
    GeneratedFilms films = new GeneratedFilms(seed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(films::next)
        .map(draft -> SamplePost.of(draft, Headline.BLUDV))
        .toList();
  }
}
