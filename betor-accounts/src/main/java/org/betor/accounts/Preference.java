package org.betor.accounts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Quality.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would rather watch. Immutable; each method gives another.
 *
 * <pre>{@code
 * Preference.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH)
 *     .quality(Resolution.R1080)
 *     .mostBytes(8L << 30);
 * }</pre>
 */
public final class Preference {
  /** Whatever plays best. */
  public static final Preference NONE = new Preference(List.of(), null, null, Episodes.NONE);

  private final List<Language> languages;
  private final @Nullable Resolution resolution;
  private final @Nullable Long mostBytes;
  private final Episodes episode;

  private Preference(
      List<Language> languages,
      @Nullable Resolution resolution,
      @Nullable Long mostBytes,
      Episodes episode) {
    this.languages = languages;
    this.resolution = resolution;
    this.mostBytes = mostBytes;
    this.episode = episode;
  }

  /** These languages, the dearest first; others come after them. */
  public static Preference of(Language... languages) {
    return new Preference(List.of(languages), null, null, Episodes.NONE);
  }

  /** As fine as this; what is less fine comes after it, what is finer, too. */
  public Preference quality(Resolution resolution) {
    return new Preference(languages, resolution, mostBytes, episode);
  }

  /**
   * Nothing larger than this, in bytes; what nobody knows the size of may be.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public Preference mostBytes(long mostBytes) {
    if (mostBytes < 1) {
      throw new IllegalArgumentException("a size is 1 byte or more, got " + mostBytes);
    }
    return new Preference(languages, resolution, mostBytes, episode);
  }

  /**
   * This episode of a series, by itself or out of a pack, and nothing else.
   *
   * @throws IllegalArgumentException if one of the numbers is not from 0 to 99,999
   */
  public Preference episode(int season, int number) {
    Episodes one = Episodes.of(List.of(season), List.of(number));
    return new Preference(languages, resolution, mostBytes, one);
  }

  /** The languages, the dearest first. */
  public List<Language> languages() {
    return languages;
  }

  /** How fine; empty if that is all the same. */
  public Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution);
  }

  /** How large it may be; empty if that is all the same. */
  public OptionalLong mostBytes() {
    return mostBytes == null ? OptionalLong.empty() : OptionalLong.of(mostBytes);
  }

  /** One episode of one season; {@link Episodes#NONE} if that is all the same. */
  public Episodes episode() {
    return episode;
  }
}
