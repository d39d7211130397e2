package org.betor.samples;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;

/**
 * What an indexer knows of one torrent.
 *
 * @param number unique, the newest has 1
 * @param statesId whether the indexer says of which film or series it is
 */
record TorznabRelease(
    SamplePost post, SampleTorrent torrent, Form form, int number, boolean statesId) {
  private static final long MEGABYTE = 1_000_000;

  /** What an indexer tells of where the torrent is. */
  enum Form {
    /** A torrent file, and its info-hash. */
    HASHED,
    /** A magnet link. */
    MAGNET,
    /** A torrent file alone. */
    BARE
  }

  /** All torrents of the posts; the forms take turns within each post. */
  static List<TorznabRelease> of(List<SamplePost> posts, boolean statesIds) {
    List<TorznabRelease> all = posts.stream().flatMap(TorznabRelease::of).toList();
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new TorznabRelease(
                    all.get(i).post, all.get(i).torrent, all.get(i).form, i + 1, statesIds))
        .toList();
  }

  /** As names of releases are written, such as {@code Sintel.2010.1080p.WEB-DL}. */
  String title() {
    String name = torrent.name();
    String year = String.valueOf(post.year());
    boolean plain = name.contains(year) || isSeries();
    return (plain ? name : name + " " + year).replaceAll("[^\\p{L}\\p{N}-]+", ".");
  }

  /** The id that the indexer states; empty if it states none. */
  Optional<String> statedId() {
    return statesId ? post.imdbId() : Optional.empty();
  }

  boolean isSeries() {
    return post.mediaType() == MediaType.SERIES;
  }

  /** The parent, the child, and the site's own. */
  List<Integer> categories() {
    return isSeries() ? List.of(5000, 5040, 100_005) : List.of(2000, 2040, 100_002);
  }

  long sizeBytes() {
    return (100 + 37L * number) * MEGABYTE;
  }

  int seeders() {
    return 7 * number % 50;
  }

  int peers() {
    return seeders() + number % 9;
  }

  Instant published() {
    return post.published().minus(Duration.ofMinutes(number));
  }

  /** Whether the title holds all words; a word such as {@code S01} begins one of the title's. */
  boolean matches(String words) {
    String title = " " + SamplePost.plain(title().replace('.', ' ')) + " ";
    return Stream.of(SamplePost.plain(words).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .allMatch(word -> title.contains(" " + word));
  }

  /** Whether it is of that season, if its title names any. */
  boolean isOf(int season) {
    return Pattern.compile("S%02d(?!\\d)".formatted(season)).matcher(title()).find();
  }

  /** Whether it is that episode, or a pack of its season. */
  boolean has(int episode) {
    String name = title().toUpperCase(Locale.ROOT);
    return name.contains("E%02d".formatted(episode)) || !Pattern.matches(".*S\\d+E\\d+.*", name);
  }

  private static Stream<TorznabRelease> of(SamplePost post) {
    List<SampleTorrent> torrents =
        post.draft()
            .buttons()
            .filter(Version.Button::works)
            .map(Version.Button::torrent)
            .map(torrent -> torrent.spelt(Spelling.PLAIN))
            .distinct()
            .toList();
    Form[] forms = Form.values();
    return IntStream.range(0, torrents.size())
        .mapToObj(i -> new TorznabRelease(post, torrents.get(i), forms[i % forms.length], 0, true));
  }
}
