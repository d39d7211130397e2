package org.betor.accounts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
  public static final Preference NONE = new Preference(List.of(), null, null);

  private final List<Language> languages;
  private final @Nullable Resolution resolution;
  private final @Nullable Long mostBytes;

  private Preference(
      List<Language> languages, @Nullable Resolution resolution, @Nullable Long mostBytes) {
    this.languages = languages;
    this.resolution = resolution;
    this.mostBytes = mostBytes;
  }

  /** These languages, the dearest first; others come after them. */
  public static Preference of(Language... languages) {
    return new Preference(List.of(languages), null, null);
  }

  /** As fine as this; what is less fine comes after it, what is finer, too. */
  public Preference quality(Resolution resolution) {
    return new Preference(languages, resolution, mostBytes);
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
    return new Preference(languages, resolution, mostBytes);
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
}
