package org.betor.core.internal.catalog;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Map<Facet, String> FIELDS = new EnumMap<>(Facet.class);

  static {
    for (Facet facet : Facet.values()) {
      FIELDS.put(facet, "by." + facet.name().toLowerCase(Locale.ROOT));
    }
  }

  private FacetValues() {}

  /** The fields with the values. What is on disk refers to them. */
  static Map<Facet, String> fields() {
    return FIELDS;
  }

  /** Each value once; an empty one stands for what nobody states. */
  static Iterable<String> of(Release release, Facet facet) {
    return switch (facet) {
      case MEDIA_TYPE -> List.of(stated(release.mediaType()));
      case YEAR -> release.year().stream().mapToObj(String::valueOf).toList();
      case RESOLUTION ->
          List.of(new Quality(Source.UNKNOWN, release.quality().resolution()).toString());
      case SOURCE ->
          List.of(new Quality(release.quality().source(), Resolution.UNKNOWN).toString());
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

  private static String stated(MediaType type) {
    return type == MediaType.UNKNOWN ? "" : type.name();
  }
}
