package org.betor.api.spi;

import java.util.Optional;
import java.util.OptionalInt;
import org.betor.api.model.MediaType;
import org.betor.api.model.TitleId;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: words, and what else is known of the film or series. Immutable.
 *
 * <p>A provider uses what it understands and leaves the rest; so an answer may hold more than was
 * asked for, never less.
 */
public final class Query {
  private static final int MAX_CHARS = 500;

  private final Facts facts;

  private Query(Facts facts) {
    this.facts = facts;
  }

  /**
   * A query for words, as people type them.
   *
   * @throws IllegalArgumentException if there are none, or more than 500 characters
   */
  public static Query text(String words) {
    String text = words.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a query has at least one word");
    }
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          "a query has at most %d characters, got %d".formatted(MAX_CHARS, text.length()));
    }
    return new Query(new Facts(text, MediaType.UNKNOWN, null, null, null, null));
  }

  /** This query, for films or for series only. */
  public Query mediaType(MediaType mediaType) {
    return new Query(
        new Facts(facts.text, mediaType, facts.year, facts.season, facts.episode, facts.id));
  }

  /** This query, for works of one year. */
  public Query year(int year) {
    return new Query(
        new Facts(facts.text, facts.mediaType, year, facts.season, facts.episode, facts.id));
  }

  /** This query, for one season of a series. */
  public Query season(int season) {
    return new Query(new Facts(facts.text, MediaType.SERIES, facts.year, season, null, facts.id));
  }

  /** This query, for one episode of a series. */
  public Query episode(int season, int episode) {
    return new Query(
        new Facts(facts.text, MediaType.SERIES, facts.year, season, episode, facts.id));
  }

  /** This query, for one work whose id is known. */
  public Query id(TitleId id) {
    return new Query(
        new Facts(facts.text, facts.mediaType, facts.year, facts.season, facts.episode, id));
  }

  /** The words, with single spaces between them; never empty. */
  public String text() {
    return facts.text;
  }

  /** Films, series, or both if unknown. */
  public MediaType mediaType() {
    return facts.mediaType;
  }

  /** The year of release. */
  public OptionalInt year() {
    return optional(facts.year);
  }

  /** The season. */
  public OptionalInt season() {
    return optional(facts.season);
  }

  /** The episode of the season. */
  public OptionalInt episode() {
    return optional(facts.episode);
  }

  /** The work's id. */
  public Optional<TitleId> id() {
    return Optional.ofNullable(facts.id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Query query && facts.equals(query.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    return facts.text;
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private record Facts(
      String text,
      MediaType mediaType,
      @Nullable Integer year,
      @Nullable Integer season,
      @Nullable Integer episode,
      @Nullable TitleId id) {}

  /** A part of a query that a provider may understand. */
  public enum Field {
    /** The words. */
    TEXT,
    /** Films or series. */
    MEDIA_TYPE,
    /** The year. */
    YEAR,
    /** Season and episode. */
    EPISODE,
    /** The work's id. */
    ID
  }
}
