package org.betor.site;

import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.name.Kind;
import org.betor.api.name.Part;
import org.betor.api.name.ReleaseName;
import org.betor.site.AudioWords.Spoken;

/** What the name in a magnet link says of its torrent; other links have none. */
final class MagnetName {
  private static final int MAX_NAME = 500;

  private final ReleaseName name;

  private MagnetName(ReleaseName name) {
    this.name = name;
  }

  /** The first name counts, cut: a hostile one has tens of thousands of letters. */
  static MagnetName of(Link link) {
    String text = link instanceof Link.Magnet magnet ? magnet.magnet().name().orElse("") : "";
    return new MagnetName(ReleaseName.parse(text.substring(0, Math.min(text.length(), MAX_NAME))));
  }

  Quality quality() {
    return name.quality();
  }

  /** Like {@link #quality}, but where the name states several of a kind, none of them counts. */
  Quality unambiguous() {
    return new Quality(
        isOne(Kind.SOURCE) ? quality().source() : Source.UNKNOWN,
        isOne(Kind.RESOLUTION) ? quality().resolution() : Resolution.UNKNOWN);
  }

  private boolean isOne(Kind kind) {
    return name.parts().stream()
            .filter(part -> part.kind() == kind)
            .map(Part::value)
            .distinct()
            .count()
        == 1;
  }

  Set<Integer> seasons() {
    return name.seasons();
  }

  Set<Integer> episodes() {
    return name.episodeNumbers();
  }

  /** Empty if the name does not tell; "dual" alone does not, as any two languages are that. */
  Optional<Spoken> spoken() {
    if (name.languages().stream().anyMatch(MagnetName::isPortuguese)) {
      boolean others = !name.languages().stream().allMatch(MagnetName::isPortuguese);
      return Optional.of(others ? Spoken.DUAL : Spoken.DUBBED);
    }
    boolean subtitled = name.subtitles().stream().anyMatch(MagnetName::isPortuguese);
    return subtitled ? Optional.of(Spoken.SUBTITLED) : Optional.empty();
  }

  private static boolean isPortuguese(Language language) {
    return language.sameLanguage(Language.BRAZILIAN_PORTUGUESE);
  }
}
