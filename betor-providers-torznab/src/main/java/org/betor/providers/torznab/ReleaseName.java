package org.betor.providers.torznab;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.betor.api.model.Episodes;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;

/**
 * What the name of a release, such as {@code Show.S01E02.1080p.WEB-DL}, says of quality and
 * episodes, in the few words that everybody writes alike; the rest stays unknown. Only until there
 * is a full parser of such names, which will take its place.
 */
record ReleaseName(String name) {
  private static final String BEFORE = "(?i)(?<![\\p{L}\\p{N}])(?:";
  private static final String AFTER = ")(?![\\p{L}\\p{N}])";

  /** The first that is there counts: 4K may be what a film was restored in. */
  private static final List<Map.Entry<Pattern, Resolution>> RESOLUTIONS =
      List.of(
          Map.entry(word("2160p"), Resolution.R2160),
          Map.entry(word("1080[pi]"), Resolution.R1080),
          Map.entry(word("720p"), Resolution.R720),
          Map.entry(word("576[pi]"), Resolution.R576),
          Map.entry(word("480[pi]"), Resolution.R480),
          Map.entry(word("4K|UHD"), Resolution.R2160));

  /** The first that is there counts. What may be a word of a title counts in capitals alone. */
  private static final List<Map.Entry<Pattern, Source>> SOURCES =
      List.of(
          Map.entry(word("(?:BD)?REMUX"), Source.REMUX),
          Map.entry(word("BLU[-. ]?RAY|B[DR]-?RIP"), Source.BLURAY),
          Map.entry(word("WEB[-. ]?RIP"), Source.WEBRIP),
          Map.entry(word("WEB[-. ]?DL|(?-i:WEB)"), Source.WEBDL),
          Map.entry(word("HDTV(?:RIP)?"), Source.HDTV),
          Map.entry(word("DVD-?(?:RIP|R|5|9)?"), Source.DVD),
          Map.entry(word("TELESYNC|HD-?TS"), Source.TELESYNC),
          Map.entry(word("HD-?CAM|CAM-?RIP|(?-i:CAM)"), Source.CAM));

  /** Such as {@code S01E02}, {@code S01E01-E03}, {@code S01E01E02} or {@code 1x02}. */
  private static final Pattern EPISODES =
      word(
          "(?:S(\\d{1,2})[ ._]?E(\\d{1,3})|(\\d{1,2})x(?!26[3-6])(\\d{2,3}))"
              + "((?:-?E\\d{1,3}|-S\\1E\\d{1,3}|-\\3x\\d{2,3}|-\\d{1,3})*)");

  private static final Pattern NEXT_EPISODE =
      Pattern.compile("(?i)(-?)(?:S\\d+E|\\d+x|E)?(\\d{1,3})");

  /** Such as {@code S01} or {@code S01-S03}. */
  private static final Pattern SEASONS = word("S(\\d{1,2})(?:-S?(\\d{1,2}))?");

  /** The quality, as far as it is said. */
  Quality quality() {
    return new Quality(first(SOURCES, Source.UNKNOWN), first(RESOLUTIONS, Resolution.UNKNOWN));
  }

  /** The part of a series, if one is named. */
  Episodes episodes() {
    NavigableSet<Integer> seasons = new TreeSet<>();
    NavigableSet<Integer> numbers = new TreeSet<>();
    EPISODES
        .matcher(name)
        .results()
        .forEach(
            found -> {
              seasons.add(number(found, found.group(1) == null ? 3 : 1));
              addEpisodes(found, numbers);
            });
    if (seasons.isEmpty()) {
      SEASONS.matcher(name).results().forEach(found -> addSeasons(found, seasons));
    }
    return seasons.size() > 1 ? Episodes.seasons(seasons) : Episodes.of(seasons, numbers);
  }

  private static void addEpisodes(MatchResult found, NavigableSet<Integer> numbers) {
    numbers.add(number(found, found.group(2) == null ? 4 : 2));
    NEXT_EPISODE
        .matcher(found.group(5))
        .results()
        .forEach(next -> addUpTo(number(next, 2), !next.group(1).isEmpty(), numbers));
  }

  private static void addSeasons(MatchResult found, NavigableSet<Integer> seasons) {
    seasons.add(number(found, 1));
    if (found.group(2) != null) {
      addUpTo(number(found, 2), true, seasons);
    }
  }

  /** Adds the number, and those between it and what is there if they are a range. */
  private static void addUpTo(int number, boolean range, NavigableSet<Integer> numbers) {
    int first = range ? Math.min(numbers.last() + 1, number) : number;
    IntStream.rangeClosed(first, number).forEach(numbers::add);
  }

  private <T> T first(List<Map.Entry<Pattern, T>> words, T none) {
    return words.stream()
        .filter(word -> word.getKey().matcher(name).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(none);
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static Pattern word(String word) {
    return Pattern.compile(BEFORE + word + AFTER);
  }
}
