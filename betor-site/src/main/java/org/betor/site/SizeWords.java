package org.betor.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Quality.Resolution;

/** Sizes as Brazilian sites write them: {@code 2,8 GB}, {@code 1.60 GB (720p) | 950 MB}. */
final class SizeWords {
  private static final Pattern SIZE =
      Pattern.compile("(?=\\d)(?<![\\d.,])(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*([tgmk])i?b(?![a-z])");
  private static final Pattern BETWEEN = Pattern.compile("\\||/|;|,\\s| e ");

  /** One of these stands in every text that has a size; most texts have none. */
  private static final List<String> SIGNS = List.of("gb", "mb", "gib", "mib", "tb", "kb");

  private static final String UNITS = "kmgt";

  private SizeWords() {}

  /** The last size that a text states, in bytes; a kilobyte has 1,024. */
  static OptionalLong of(String text) {
    String folded = Folded.of(text);
    if (SIGNS.stream().noneMatch(folded::contains)) {
      return OptionalLong.empty();
    }
    return SIZE.matcher(folded)
        .results()
        .mapToLong(SizeWords::bytes)
        .filter(bytes -> bytes > 0)
        .reduce((earlier, later) -> later);
  }

  /** All sizes of a list, in its order, each with the resolution that it is said to be for. */
  static List<Sized> listOf(String text) {
    return Stream.of(BETWEEN.split(Folded.of(text), -1))
        .flatMap(SizeWords::apart)
        .filter(item -> of(item).isPresent())
        .map(item -> new Sized(of(item).getAsLong(), QualityWords.of(item).resolution()))
        .toList();
  }

  /** Sizes that nothing stands between, as in {@code 1.6 GB (720p) 1.7 GB (1080p)}. */
  private static Stream<String> apart(String item) {
    List<MatchResult> sizes = SIZE.matcher(item).results().toList();
    if (sizes.size() < 2) {
      return Stream.of(item);
    }
    boolean namesFollow = item.substring(0, sizes.get(0).start()).isBlank();
    return IntStream.range(0, sizes.size())
        .mapToObj(
            i -> {
              int start = namesFollow ? sizes.get(i).start() : i == 0 ? 0 : sizes.get(i - 1).end();
              boolean last = i == sizes.size() - 1;
              int end =
                  !namesFollow
                      ? sizes.get(i).end()
                      : last ? item.length() : sizes.get(i + 1).start();
              return item.substring(start, end);
            });
  }

  private static long bytes(MatchResult size) {
    int power = UNITS.indexOf(size.group(2).charAt(0)) + 1;
    return new BigDecimal(size.group(1).replace(',', '.'))
        .multiply(BigDecimal.valueOf(1L << (10 * power)))
        .longValue();
  }

  /**
   * One size of a list.
   *
   * @param bytes the size in bytes
   * @param resolution what it is for; unknown if the list does not say
   */
  record Sized(long bytes, Resolution resolution) {}
}
