package org.betor.testkit;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.betor.api.model.Episodes;
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
    return is(query.mediaType(), type -> type == release.mediaType())
        && is(query.language(), language -> speaks(release, language))
        && is(query.resolution(), lines -> lines == release.quality().resolution())
        && is(query.source(), source -> source == release.quality().source())
        && is(query.provider(), provider -> release.providers().contains(provider))
        && is(query.page(), page -> isListedOn(release, page))
        && is(query.id(), id -> release.ids().contains(id))
        && is(query.tag(), tag -> release.tags().stream().anyMatch(own -> isTag(tag, own)))
        && is(boxed(query.season()), season -> has(release.episodes(), season))
        && is(boxed(query.episode()), episode -> hasEpisode(release.episodes(), episode))
        && within(query.fromYear(), query.toYear(), release::year)
        && within(query.seeders(), OptionalInt.empty(), release::seeders)
        && within(query.fromBytes(), query.toBytes(), release::sizeBytes);
  }

  private static <T> boolean is(Optional<T> wanted, Predicate<T> holds) {
    return wanted.isEmpty() || holds.test(wanted.get());
  }

  private static boolean isListedOn(Release release, URI page) {
    return release.listings().stream().anyMatch(listing -> listing.address().equals(page));
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

  private static boolean has(Episodes episodes, int season) {
    return episodes.seasons().contains(season);
  }

  /** No numbers are all numbers. */
  private static boolean hasEpisode(Episodes episodes, int episode) {
    return episodes.numbers().isEmpty() || episodes.numbers().contains(episode);
  }

  private static boolean within(OptionalInt from, OptionalInt to, Supplier<OptionalInt> number) {
    return within(asLong(from), asLong(to), () -> asLong(number.get()));
  }

  /** What nobody knows is within no limits. */
  private static boolean within(OptionalLong from, OptionalLong to, Size number) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    OptionalLong known = number.get();
    return known.isPresent()
        && known.getAsLong() >= from.orElse(Long.MIN_VALUE)
        && known.getAsLong() <= to.orElse(Long.MAX_VALUE);
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.stream().boxed().findFirst();
  }

  private static OptionalLong asLong(OptionalInt number) {
    return number.isPresent() ? OptionalLong.of(number.getAsInt()) : OptionalLong.empty();
  }

  private interface Size {
    OptionalLong get();
  }
}
