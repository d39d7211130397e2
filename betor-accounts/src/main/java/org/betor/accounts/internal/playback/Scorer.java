package org.betor.accounts.internal.playback;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.betor.accounts.Fit;
import org.betor.accounts.Fit.Point;
import org.betor.accounts.Preference;
import org.betor.api.model.Language;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;

/**
 * Says how well releases fit a preference. A wished language weighs more than all of picture,
 * source and health together; that nobody has all of a release weighs more than languages.
 */
public final class Scorer {
  private static final int LANGUAGE = 1_000;
  private static final int OTHER_COUNTRY = 100;
  private static final int UNKNOWN_LANGUAGE = 50;

  private static final List<Resolution> FINEST_LAST = List.of(Resolution.values());
  private static final int PICTURE = 300;
  private static final int LESS_FINE = 60;
  private static final int FINER = 80;

  private static final int FILMED_IN_A_CINEMA = -250;

  private static final int MOST_HEALTH = 200;
  private static final int TWICE_THE_SEEDERS = 25;
  private static final int DEAD = -1_000_000;

  private static final Comparator<Fit> BEST_FIRST =
      Comparator.comparingInt(Fit::total)
          .thenComparingInt(fit -> fit.release().seeders().orElse(0))
          .reversed()
          .thenComparingLong(fit -> fit.release().sizeBytes().orElse(Long.MAX_VALUE))
          .thenComparing(fit -> fit.release().key().value());

  private final Preference preference;

  /** Knows what somebody would rather watch. */
  public Scorer(Preference preference) {
    this.preference = preference;
  }

  /** Those that are not too large, the best first. */
  public List<Fit> rank(Collection<Release> releases) {
    return releases.stream()
        .filter(release -> !isTooLarge(release))
        .map(this::fit)
        .sorted(BEST_FIRST)
        .toList();
  }

  private boolean isTooLarge(Release release) {
    OptionalLong most = preference.mostBytes();
    return most.isPresent() && release.sizeBytes().orElse(0) > most.getAsLong();
  }

  private Fit fit(Release release) {
    return new Fit(
        release, List.of(language(release), picture(release), source(release), health(release)));
  }

  private Point language(Release release) {
    List<Language> spoken = release.audio();
    List<Language> wished = preference.languages();
    for (int rank = 0; rank < wished.size(); rank++) {
      Language wish = wished.get(rank);
      if (spoken.stream().anyMatch(wish::sameLanguage)) {
        int less = spoken.contains(wish) ? 0 : OTHER_COUNTRY;
        int points = (wished.size() - rank) * LANGUAGE - less;
        return new Point("language", points, wish + " is spoken");
      }
    }
    return spoken.isEmpty() || spoken.contains(Language.UNKNOWN)
        ? new Point("language", UNKNOWN_LANGUAGE, "nobody says what is spoken")
        : new Point("language", 0, "spoken are " + spoken);
  }

  private Point picture(Release release) {
    Resolution wish = preference.resolution().orElse(Resolution.R1080);
    Resolution is = release.quality().resolution();
    if (is == Resolution.UNKNOWN || wish == Resolution.UNKNOWN) {
      return new Point("picture", 0, "nobody says how fine it is");
    }
    int steps = FINEST_LAST.indexOf(is) - FINEST_LAST.indexOf(wish);
    int points = PICTURE - (steps < 0 ? -steps * LESS_FINE : steps * FINER);
    return new Point("picture", points, "%s for %s".formatted(is, wish).replace("R", ""));
  }

  private static Point source(Release release) {
    Source source = release.quality().source();
    return source == Source.CAM || source == Source.TELESYNC
        ? new Point("source", FILMED_IN_A_CINEMA, "filmed in a cinema")
        : new Point("source", 0, "not filmed in a cinema, as far as anybody says");
  }

  private static Point health(Release release) {
    OptionalInt seeders = release.seeders();
    if (seeders.isEmpty()) {
      return new Point("health", 0, "nobody counted seeders");
    }
    int count = seeders.getAsInt();
    if (count == 0) {
      return new Point("health", DEAD, "no seeders");
    }
    int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    return new Point(
        "health", Math.min(MOST_HEALTH, doublings * TWICE_THE_SEEDERS), count + " seeders");
  }
}
