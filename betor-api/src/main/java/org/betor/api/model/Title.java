package org.betor.api.model;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A film or series, as a public database knows it. Immutable; what nobody says is empty.
 *
 * <pre>{@code
 * Title bunny =
 *     Title.of(TitleId.imdb("tt1254207"), "Big Buck Bunny")
 *         .called("O Grande Coelho Bunny", "BR")
 *         .mediaType(MediaType.FILM)
 *         .year(2008)
 *         .build();
 * bunny.nameIn("BR");   // O Grande Coelho Bunny
 * }</pre>
 */
public final class Title {
  private final Facts facts;

  private Title(Facts facts) {
    this.facts = facts;
  }

  /**
   * A work of which id and name are known; say more with the builder's methods.
   *
   * @param id its id in one database
   * @param name the name that it is best known by; not blank
   */
  public static Builder of(TitleId id, String name) {
    return new Builder(id, name);
  }

  /** What stands for a work of which nobody knows more than the id; named like the id. */
  public static Title placeholder(TitleId id) {
    Builder builder = new Builder(id, id.value());
    builder.placeholder = true;
    return builder.build();
  }

  /** Whether nothing is known of it but its id. A placeholder is never kept in an index. */
  public boolean isPlaceholder() {
    return facts.placeholder;
  }

  /** Its ids in public databases, each once; at least one. */
  public List<TitleId> ids() {
    return facts.ids;
  }

  /** The name that it is best known by. */
  public String name() {
    return facts.names.get(0).text();
  }

  /**
   * Its name in a country, such as {@code BR}; the one that it is best known by if none is told.
   */
  public String nameIn(String country) {
    return facts.names.stream()
        .filter(name -> name.country().equalsIgnoreCase(country))
        .findFirst()
        .map(Name::text)
        .orElseGet(this::name);
  }

  /** All its names, the best known first, each once for a country. */
  public List<Name> names() {
    return facts.names;
  }

  /** Film or series. */
  public MediaType mediaType() {
    return facts.mediaType;
  }

  /** The year of release; of a series, the first. */
  public OptionalInt year() {
    return number(facts.year);
  }

  /** The last year of a series; empty while it goes on. */
  public OptionalInt lastYear() {
    return number(facts.lastYear);
  }

  /** How long the film, or one episode, runs. */
  public Optional<Duration> runtime() {
    return Optional.ofNullable(facts.runtime);
  }

  /** How many seasons there are. */
  public OptionalInt seasons() {
    return number(facts.seasons);
  }

  /** Names of actors, the first ones first. */
  public List<String> cast() {
    return facts.cast;
  }

  /** How people like it, from 0 to 10. */
  public OptionalDouble rating() {
    return facts.rating == null ? OptionalDouble.empty() : OptionalDouble.of(facts.rating);
  }

  /** How many people have voted on it: how well it is known. */
  public OptionalInt votes() {
    return number(facts.votes);
  }

  /** A builder that starts from this work. */
  public Builder toBuilder() {
    return new Builder(facts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Title title && facts.equals(title.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** For messages, such as {@code Sintel (2010, imdb:tt1727587)}. */
  @Override
  public String toString() {
    String year = facts.year == null ? "" : facts.year + ", ";
    return "%s (%s%s)".formatted(name(), year, facts.ids.get(0));
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /**
   * A name of a work.
   *
   * @param text on one line; not blank
   * @param country where it has this name, in upper case as ISO 3166-1 writes it, such as {@code
   *     BR}; empty if that is not told
   */
  public record Name(String text, String country) {
    /**
     * Normalises.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public Name {
      text = Wording.line(text);
      country = Wording.line(country).toUpperCase(Locale.ROOT);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a name is not blank");
      }
    }
  }

  private record Facts(
      List<TitleId> ids,
      List<Name> names,
      MediaType mediaType,
      @Nullable Integer year,
      @Nullable Integer lastYear,
      @Nullable Duration runtime,
      @Nullable Integer seasons,
      List<String> cast,
      @Nullable Double rating,
      @Nullable Integer votes,
      boolean placeholder) {}

  /** Collects what is known of a work. */
  public static final class Builder {
    private static final int MAX_NAMES = 500;

    private final Set<TitleId> ids = new LinkedHashSet<>();
    private final Set<Name> names = new LinkedHashSet<>();
    private MediaType mediaType = MediaType.UNKNOWN;
    private @Nullable Integer year;
    private @Nullable Integer lastYear;
    private @Nullable Duration runtime;
    private @Nullable Integer seasons;
    private List<String> cast = List.of();
    private @Nullable Double rating;
    private @Nullable Integer votes;
    private boolean placeholder;

    private Builder(TitleId id, String name) {
      ids.add(id);
      names.add(new Name(name, ""));
    }

    private Builder(Facts facts) {
      ids.addAll(facts.ids);
      names.addAll(facts.names);
      mediaType = facts.mediaType;
      year = facts.year;
      lastYear = facts.lastYear;
      runtime = facts.runtime;
      seasons = facts.seasons;
      cast = facts.cast;
      rating = facts.rating;
      votes = facts.votes;
      placeholder = facts.placeholder;
    }

    /** Another id of the work. */
    public Builder id(TitleId id) {
      ids.add(id);
      return this;
    }

    /** Another name that it has, nobody says where. */
    public Builder called(String name) {
      return called(name, "");
    }

    /** Another name that it has in a country, such as {@code BR}; of 500 names the first count. */
    public Builder called(String name, String country) {
      if (names.size() < MAX_NAMES) {
        names.add(new Name(name, country));
      }
      return this;
    }

    /** Film or series. */
    public Builder mediaType(MediaType mediaType) {
      this.mediaType = mediaType;
      return this;
    }

    /** The year of release; of a series, the first. */
    public Builder year(int year) {
      this.year = year;
      return this;
    }

    /** The last year of a series that has ended. */
    public Builder lastYear(int lastYear) {
      this.lastYear = lastYear;
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

    /** How many seasons there are. */
    public Builder seasons(int seasons) {
      this.seasons = seasons;
      return this;
    }

    /** Names of actors, the first ones first. */
    public Builder cast(Collection<String> cast) {
      this.cast = Wording.lines(cast);
      return this;
    }

    /** How people like it, from 0 to 10, and how many of them have voted. */
    public Builder rating(double rating, int votes) {
      this.rating = rating;
      this.votes = votes;
      return this;
    }

    /** The work. */
    public Title build() {
      return new Title(
          new Facts(
              List.copyOf(ids),
              List.copyOf(names),
              mediaType,
              year,
              lastYear,
              runtime,
              seasons,
              cast,
              rating,
              votes,
              placeholder));
    }
  }
}
