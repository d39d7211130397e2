package org.betor.api.model;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page about a film or series, as the site tells it, with what it offers. Immutable; what the
 * page does not say is empty.
 */
public final class Post {
  private final Facts facts;

  private Post(Facts facts) {
    this.facts = facts;
  }

  /**
   * A post of which only address and heading are known; say more with the builder's methods.
   *
   * @param address where the page is, after redirects
   * @param heading the page's own title, noise and all
   */
  public static Builder at(URI address, String heading) {
    return new Builder(address, heading);
  }

  /** Where the page is. */
  public URI address() {
    return facts.address;
  }

  /** The page's own title, noise and all. */
  public String heading() {
    return facts.heading;
  }

  /** The title in the work's own language. */
  public Optional<String> originalTitle() {
    return Optional.ofNullable(facts.originalTitle);
  }

  /** The title in the site's language. */
  public Optional<String> translatedTitle() {
    return Optional.ofNullable(facts.translatedTitle);
  }

  /** The year of release. */
  public OptionalInt year() {
    return facts.year == null ? OptionalInt.empty() : OptionalInt.of(facts.year);
  }

  /** Film or series. */
  public MediaType mediaType() {
    return facts.mediaType;
  }

  /** The work's ids in public databases, as the page states them. */
  public List<TitleId> ids() {
    return facts.ids;
  }

  /** The languages that are spoken in at least one of the offers. */
  public List<Language> audio() {
    return facts.audio;
  }

  /** The languages of the subtitles of at least one of the offers. */
  public List<Language> subtitles() {
    return facts.subtitles;
  }

  /** Genres, in the site's words. */
  public List<String> genres() {
    return facts.genres;
  }

  /**
   * Whatever else the site says, by the name of the fact, such as {@code licence}, {@code
   * collection} or {@code category}: lower-case names, in the order in which the site says them.
   */
  public Map<String, List<String>> facts() {
    return facts.others;
  }

  /** How long the film, or one episode, runs. */
  public Optional<Duration> runtime() {
    return Optional.ofNullable(facts.runtime);
  }

  /** When the post was published. */
  public Optional<Instant> published() {
    return Optional.ofNullable(facts.published);
  }

  /** What the page offers, in its order. */
  public List<Offer> offers() {
    return facts.offers;
  }

  /** A builder that starts from this post. */
  public Builder toBuilder() {
    Builder builder = new Builder(facts.address, facts.heading);
    builder.originalTitle = facts.originalTitle;
    builder.translatedTitle = facts.translatedTitle;
    builder.year = facts.year;
    builder.mediaType = facts.mediaType;
    builder.ids = facts.ids;
    builder.audio = facts.audio;
    builder.subtitles = facts.subtitles;
    builder.genres = facts.genres;
    builder.others.putAll(facts.others);
    builder.runtime = facts.runtime;
    builder.published = facts.published;
    builder.offers = facts.offers;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Post post && facts.equals(post.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** All that it says, secrets included: for comparing, not for messages. */
  String fullText() {
    return facts.toString();
  }

  @Override
  public String toString() {
    return Redacted.text(facts.toString());
  }

  private record Facts(
      URI address,
      String heading,
      @Nullable String originalTitle,
      @Nullable String translatedTitle,
      @Nullable Integer year,
      MediaType mediaType,
      List<TitleId> ids,
      List<Language> audio,
      List<Language> subtitles,
      List<String> genres,
      Map<String, List<String>> others,
      @Nullable Duration runtime,
      @Nullable Instant published,
      List<Offer> offers) {}

  /** Collects what a page says. Text is kept on one line and cut at 500 characters. */
  public static final class Builder {
    private static final int FIRST_YEAR = 1870;
    private static final int LAST_YEAR = 2200;
    private static final int MAX_OFFERS = 5_000;
    private static final int MAX_FACTS = 100;
    private static final Pattern FACT_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final URI address;
    private final String heading;
    private @Nullable String originalTitle;
    private @Nullable String translatedTitle;
    private @Nullable Integer year;
    private MediaType mediaType = MediaType.UNKNOWN;
    private List<TitleId> ids = List.of();
    private List<Language> audio = List.of();
    private List<Language> subtitles = List.of();
    private List<String> genres = List.of();
    private final Map<String, List<String>> others = new LinkedHashMap<>();
    private @Nullable Duration runtime;
    private @Nullable Instant published;
    private List<Offer> offers = List.of();

    private Builder(URI address, String heading) {
      if (!address.isAbsolute()) {
        throw new IllegalArgumentException("a post has an absolute address, got " + address);
      }
      this.address = address;
      this.heading = Wording.line(heading);
    }

    /** The title in the work's own language. */
    public Builder originalTitle(String title) {
      this.originalTitle = titleOrNull(title);
      return this;
    }

    /** The title in the site's language. */
    public Builder translatedTitle(String title) {
      this.translatedTitle = titleOrNull(title);
      return this;
    }

    /** The year of release, 1870 to 2200. */
    public Builder year(int year) {
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw new IllegalArgumentException("no year of a film or series: " + year);
      }
      this.year = year;
      return this;
    }

    /** Film or series. */
    public Builder mediaType(MediaType mediaType) {
      this.mediaType = mediaType;
      return this;
    }

    /** The work's ids in public databases. */
    public Builder ids(Collection<TitleId> ids) {
      this.ids = Wording.distinct(ids);
      return this;
    }

    /** The languages that are spoken in at least one of the offers. */
    public Builder audio(Collection<Language> audio) {
      this.audio = Wording.distinct(audio);
      return this;
    }

    /** The languages of the subtitles of at least one of the offers. */
    public Builder subtitles(Collection<Language> subtitles) {
      this.subtitles = Wording.distinct(subtitles);
      return this;
    }

    /** Genres, in the site's words; at most 100. */
    public Builder genres(Collection<String> genres) {
      this.genres = Wording.lines(genres);
      return this;
    }

    /**
     * Something else that the site says; at most 100 names and 100 values for each. Saying nothing
     * of it takes the fact away.
     *
     * @param name lower-case letters, digits and hyphens
     */
    public Builder fact(String name, Collection<String> values) {
      if (!FACT_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "a fact's name has lower-case letters, digits and hyphens, got \"" + name + "\"");
      }
      List<String> lines = Wording.lines(values);
      if (lines.isEmpty()) {
        others.remove(name);
      } else if (others.size() < MAX_FACTS || others.containsKey(name)) {
        others.put(name, lines);
      }
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

    /** When the post was published. */
    public Builder published(Instant published) {
      this.published = published;
      return this;
    }

    /** What the page offers; at most 5,000. */
    public Builder offers(Collection<Offer> offers) {
      if (offers.size() > MAX_OFFERS) {
        throw new IllegalArgumentException(
            "a post has at most %d offers, %s has %d"
                .formatted(MAX_OFFERS, address, offers.size()));
      }
      this.offers = List.copyOf(offers);
      return this;
    }

    /** The post. */
    public Post build() {
      return new Post(
          new Facts(
              address,
              heading,
              originalTitle,
              translatedTitle,
              year,
              mediaType,
              ids,
              audio,
              subtitles,
              genres,
              Collections.unmodifiableMap(new LinkedHashMap<>(others)),
              runtime,
              published,
              offers));
    }

    private static @Nullable String titleOrNull(String title) {
      String line = Wording.line(title);
      return line.isEmpty() ? null : line;
    }
  }
}
