package org.betor.core.internal.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.spi.Facet;

/** By which values a release is counted. */
final class FacetValues {
  private static final Map<Facet, String> FIELDS =
      Arrays.stream(Facet.values())
          .collect(
              toUnmodifiableMap(
                  facet -> facet, facet -> "by." + facet.name().toLowerCase(Locale.ROOT)));

  private FacetValues() {}

  /** The field with the values. What is on disk refers to it. */
  static String field(Facet facet) {
    return Objects.requireNonNull(FIELDS.get(facet), "each facet has one");
  }

  /** Each value once; none that nobody states. */
  static Collection<String> of(Release release, Facet facet) {
    return switch (facet) {
      case MEDIA_TYPE -> stated(known(release.mediaType()));
      case YEAR -> release.year().stream().mapToObj(String::valueOf).toList();
      case RESOLUTION ->
          stated(new Quality(Source.UNKNOWN, release.quality().resolution()).toString());
      case SOURCE -> stated(new Quality(release.quality().source(), Resolution.UNKNOWN).toString());
      case LANGUAGE -> release.audio().stream().map(Language::tag).toList();
      case PROVIDER -> release.providers();
      case TAG -> tags(release);
    };
  }

  /** Tags in lower case. */
  static Set<String> tags(Release release) {
    Set<String> tags = new LinkedHashSet<>();
    release.tags().forEach(tag -> tags.add(tag.toLowerCase(Locale.ROOT)));
    return tags;
  }

  private static String known(MediaType type) {
    return type == MediaType.UNKNOWN ? "" : type.name();
  }

  private static List<String> stated(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }
}
