package org.betor.testkit;

import static java.util.Locale.ROOT;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.betor.api.model.Language;
import org.betor.api.model.Release;
import org.betor.api.spi.CatalogQuery;

/**
 * The filters of a query, all of which must hold; its words are none of them.
 *
 * @param query what was asked
 */
record Filters(CatalogQuery query) {

  boolean holdFor(Release release) {
    return is(query.mediaType(), release.mediaType()::equals)
        && within(query.fromYear(), query.toYear(), release.year())
        && is(query.language(), language -> speaks(release, language))
        && is(query.resolution(), release.quality().resolution()::equals)
        && is(query.source(), release.quality().source()::equals)
        && is(query.provider(), release.providers()::contains)
        && is(query.id(), release.ids()::contains)
        && is(query.tag(), tag -> release.tags().stream().anyMatch(own -> isTag(tag, own)))
        && isPartOf(release.episodes().seasons(), query.season())
        && (release.episodes().numbers().isEmpty()
            || isPartOf(release.episodes().numbers(), query.episode()))
        && within(query.seeders(), OptionalInt.empty(), release.seeders())
        && within(query.fromBytes(), query.toBytes(), release.sizeBytes());
  }

  private static <T> boolean is(Optional<T> wanted, Predicate<T> holds) {
    return wanted.isEmpty() || holds.test(wanted.get());
  }

  /** A language of no country is that of any. */
  private static boolean speaks(Release release, Language language) {
    return release.audio().stream()
        .anyMatch(
            spoken ->
                List.of(spoken.tag(), spoken.tag().split("-", 2)[0]).contains(language.tag()));
  }

  private static boolean isTag(String wanted, String own) {
    return own.toLowerCase(ROOT).equals(wanted);
  }

  private static boolean isPartOf(SortedSet<Integer> numbers, OptionalInt wanted) {
    return wanted.isEmpty() || numbers.contains(wanted.getAsInt());
  }

  private static boolean within(OptionalInt from, OptionalInt to, OptionalInt number) {
    return within(asLong(from), asLong(to), asLong(number));
  }

  /** What nobody knows is within no limits. */
  private static boolean within(OptionalLong from, OptionalLong to, OptionalLong number) {
    boolean limited = from.isPresent() || to.isPresent();
    return !limited
        || (number.isPresent()
            && number.getAsLong() >= from.orElse(Long.MIN_VALUE)
            && number.getAsLong() <= to.orElse(Long.MAX_VALUE));
  }

  private static OptionalLong asLong(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }
}
