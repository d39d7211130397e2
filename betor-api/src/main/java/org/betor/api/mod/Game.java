package org.betor.api.mod;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A game, as a source of mods knows it. Immutable; what nobody says is empty. */
public final class Game {
  private final Builder facts;

  private Game(Builder facts) {
    this.facts = facts;
  }

  /**
   * A game of which id and name are known; say more with the builder's methods.
   *
   * @param source the {@link ModSource#id}
   * @param id unique at the source, such as {@code 294100}
   */
  public static Builder of(String source, String id, String name) {
    return new Builder(source, id, name);
  }

  /** The source that knows it. */
  public String source() {
    return facts.source;
  }

  /** Its id at the source. */
  public String id() {
    return facts.id;
  }

  /** Its name. */
  public String name() {
    return facts.name;
  }

  /** What it is, in the words of the source, such as {@code game} or {@code demo}. */
  public String type() {
    return facts.type;
  }

  /** A sentence or two. */
  public String summary() {
    return facts.summary;
  }

  /** All there is to say, perhaps with markup of the source. */
  public String description() {
    return facts.description;
  }

  /** A picture. */
  public Optional<URI> logo() {
    return facts.logo;
  }

  /** What kinds of game it is, in the words of the source. */
  public List<Genre> genres() {
    return facts.genres;
  }

  /**
   * A kind of game.
   *
   * @param id unique at the source
   * @param name for people
   */
  public record Genre(String id, String name) {}

  /** Says what is known of a game. */
  public static final class Builder {
    private final String source;
    private final String id;
    private final String name;
    private String type = "";
    private String summary = "";
    private String description = "";
    private Optional<URI> logo = Optional.empty();
    private List<Genre> genres = List.of();

    private Builder(String source, String id, String name) {
      this.source = source;
      this.id = id;
      this.name = name;
    }

    private Builder(Builder other) {
      this(other.source, other.id, other.name);
      type = other.type;
      summary = other.summary;
      description = other.description;
      logo = other.logo;
      genres = other.genres;
    }

    /** What it is, in the words of the source. */
    public Builder type(String type) {
      this.type = type;
      return this;
    }

    /** A sentence or two. */
    public Builder summary(String summary) {
      this.summary = summary;
      return this;
    }

    /** All there is to say. */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /** A picture. */
    public Builder logo(URI logo) {
      this.logo = Optional.of(logo);
      return this;
    }

    /** What kinds of game it is. */
    public Builder genres(List<Genre> genres) {
      this.genres = List.copyOf(genres);
      return this;
    }

    /** The game. */
    public Game build() {
      return new Game(new Builder(this));
    }
  }
}
