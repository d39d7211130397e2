package org.betor.testkit;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.spi.Facet;

/** What releases are counted by. */
final class FacetValues {
  private FacetValues() {}

  /** The values that these releases have, the most frequent first. */
  static Stream<Facet.Count> count(Facet facet, Collection<Release> releases) {
    return releases.stream()
        .flatMap(release -> values(facet, release).filter(value -> !value.isEmpty()).distinct())
        .collect(groupingBy(identity(), counting()))
        .entrySet()
        .stream()
        .map(value -> new Facet.Count(value.getKey(), value.getValue()))
        .sorted(comparing(Facet.Count::releases, reverseOrder()).thenComparing(Facet.Count::value));
  }

  private static Stream<String> values(Facet facet, Release release) {
    Quality quality = release.quality();
    return switch (facet) {
      case MEDIA_TYPE ->
          Stream.of(release.mediaType()).filter(type -> type != MediaType.UNKNOWN).map(Enum::name);
      case YEAR -> release.year().stream().mapToObj(String::valueOf);
      case RESOLUTION -> Stream.of(new Quality(Source.UNKNOWN, quality.resolution()).toString());
      case SOURCE -> Stream.of(new Quality(quality.source(), Resolution.UNKNOWN).toString());
      case LANGUAGE -> release.audio().stream().map(Language::tag);
      case PROVIDER -> release.providers().stream();
      case TAG -> release.tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT));
    };
  }
}
