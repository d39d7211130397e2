package org.betor.api.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a film or series whose id is sought. Immutable; what nobody says is empty.
 *
 * <pre>{@code
 * TitleQuestion.of("O Grande Coelho Bunny", "Big Buck Bunny").year(2008).build();
 * }</pre>
 */
public final class TitleQuestion {
  private final Facts facts;

  private TitleQuestion(Facts facts) {
    this.facts = facts;
  }

  /**
   * Asks for a work by its names; say more with the builder's methods.
   *
   * @param names names of the same work, such as the translated and the original one; blank ones
   *     are left out
   * @throws IllegalArgumentException if no name is left
   */
  public static Builder of(String... names) {
    return new Builder(List.of(names));
  }

  /** Names of the same work, in any language, each once; at least one. */
  public List<String> names() {
    return facts.names;
  }

  /** The year of release; of a series it may be the first or that of a season. */
  public OptionalInt year() {
    return facts.year == null ? OptionalInt.empty() : OptionalInt.of(facts.year);
  }

  /** Film or series. */
  public MediaType mediaType() {
    return facts.mediaType;
  }

  /** Names of actors. */
  public List<String> cast() {
    return facts.cast;
  }

  /** How long the film, or one episode, runs. */
  public Optional<Duration> runtime() {
    return Optional.ofNullable(facts.runtime);
  }

  /** Seasons that there are, among others perhaps. */
  public Set<Integer> seasons() {
    return facts.seasons;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TitleQuestion question && facts.equals(question.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** For messages, such as {@code [Big Buck Bunny] 2008 FILM}. */
  @Override
  public String toString() {
    String year = facts.year == null ? "" : " " + facts.year;
    return facts.names + year + " " + facts.mediaType;
  }

  private record Facts(
      List<String> names,
      @Nullable Integer year,
      MediaType mediaType,
      List<String> cast,
      @Nullable Duration runtime,
      Set<Integer> seasons) {}

  /** Collects what is known. */
  public static final class Builder {
    private final List<String> names;
    private @Nullable Integer year;
    private MediaType mediaType = MediaType.UNKNOWN;
    private List<String> cast = List.of();
    private @Nullable Duration runtime;
    private final Set<Integer> seasons = new TreeSet<>();

    private Builder(List<String> names) {
      this.names = lines(names);
      if (this.names.isEmpty()) {
        throw new IllegalArgumentException("a question has a name that is not blank");
      }
    }

    /** The year of release; of a series it may be the first or that of a season. */
    public Builder year(int year) {
      this.year = year;
      return this;
    }

    /** Film or series. */
    public Builder mediaType(MediaType mediaType) {
      this.mediaType = mediaType;
      return this;
    }

    /** Names of actors. */
    public Builder cast(Collection<String> cast) {
      this.cast = lines(cast);
      return this;
    }

    /** How long the film, or one episode, runs; positive. */
    public Builder runtime(Duration runtime) {
      if (runtime.isNegative() || runtime.isZero()) {
        throw new IllegalArgumentException("a runtime is positive, got " + runtime);
      }
      this.runtime = runtime;
      return this;
    }

    /** A season that there is. */
    public Builder season(int season) {
      seasons.add(season);
      return this;
    }

    /** The question. */
    public TitleQuestion build() {
      return new TitleQuestion(
          new Facts(names, year, mediaType, cast, runtime, Set.copyOf(seasons)));
    }

    private static List<String> lines(Collection<String> texts) {
      Stream<String> stripped = texts.stream().map(String::strip);
      return stripped.filter(text -> !text.isEmpty()).distinct().toList();
    }
  }
}
