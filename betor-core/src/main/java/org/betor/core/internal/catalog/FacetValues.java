package org.betor.core.internal.catalog;

import java.util.Locale;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.spi.Facet;

/** By which values a release is counted. */
final class FacetValues {
  private FacetValues() {}

  /** The field with the values. What is on disk refers to it. */
  static String field(Facet facet) {
    return "by." + facet.name().toLowerCase(Locale.ROOT);
  }

  /** Each value once; none that nobody states. */
  static Stream<String> of(Release release, Facet facet) {
    return values(release, facet).filter(value -> !value.isEmpty()).distinct();
  }

  private static Stream<String> values(Release release, Facet facet) {
    return switch (facet) {
      case MEDIA_TYPE ->
          Stream.of(release.mediaType())
              .filter(type -> type != MediaType.UNKNOWN)
              .map(MediaType::name);
      case YEAR -> release.year().stream().mapToObj(String::valueOf);
      case RESOLUTION ->
          Stream.of(new Quality(Source.UNKNOWN, release.quality().resolution()).toString());
      case SOURCE ->
          Stream.of(new Quality(release.quality().source(), Resolution.UNKNOWN).toString());
      case LANGUAGE -> release.audio().stream().map(Language::tag);
      case PROVIDER -> release.providers().stream();
      case TAG -> tags(release);
    };
  }

  /** Tags in lower case. */
  static Stream<String> tags(Release release) {
    return release.tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).distinct();
  }
}
