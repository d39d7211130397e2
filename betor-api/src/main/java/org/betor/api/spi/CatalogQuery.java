package org.betor.api.spi;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.TitleId;
import org.jspecify.annotations.Nullable;

/** What is looked for in a catalogue: words and filters, all of which must hold. Immutable. */
public final class CatalogQuery {
  private final Builder facts;

  private CatalogQuery(Builder facts) {
    this.facts = facts;
  }

  /** Everything: no words, no filters; the newest 25. */
  public static Builder all() {
    return new Builder("");
  }

  /**
   * Releases that have every one of the words, whatever their case and accents, in titles,
   * headings, names, genres and tags. Words are runs of letters and digits. The last may be
   * unfinished; of more than 100 the first 100 count. Text without any word finds nothing, and
   * blank text asks for none.
   */
  public static Builder words(String words) {
    return new Builder(words.strip());
  }

  /** The words; empty if there are none. */
  public String words() {
    return facts.words;
  }

  /** Films or series only. */
  public Optional<MediaType> mediaType() {
    return Optional.ofNullable(facts.mediaType);
  }

  /** The first year of release. */
  public OptionalInt fromYear() {
    return facts.fromYear == null ? OptionalInt.empty() : OptionalInt.of(facts.fromYear);
  }

  /** The last year of release. */
  public OptionalInt toYear() {
    return facts.toYear == null ? OptionalInt.empty() : OptionalInt.of(facts.toYear);
  }

  /** A language that is spoken. */
  public Optional<Language> language() {
    return Optional.ofNullable(facts.language);
  }

  /** A resolution. */
  public Optional<Resolution> resolution() {
    return Optional.ofNullable(facts.resolution);
  }

  /** A provider's id. */
  public Optional<String> provider() {
    return Optional.ofNullable(facts.provider);
  }

  /** The address of a page. */
  public Optional<URI> page() {
    return Optional.ofNullable(facts.page);
  }

  /** The work's id. */
  public Optional<TitleId> id() {
    return Optional.ofNullable(facts.id);
  }

  /** A season that the release has, whole or in part. */
  public OptionalInt season() {
    return facts.season == null ? OptionalInt.empty() : OptionalInt.of(facts.season);
  }

  /** An episode that the release has; also a pack of the whole season. */
  public OptionalInt episode() {
    return facts.episode == null ? OptionalInt.empty() : OptionalInt.of(facts.episode);
  }

  /** Where the picture was taken from. */
  public Optional<Source> source() {
    return Optional.ofNullable(facts.source);
  }

  /** What it is filed under. */
  public Optional<String> tag() {
    return Optional.ofNullable(facts.tag);
  }

  /** The least number of seeders. */
  public OptionalInt seeders() {
    return facts.seeders == null ? OptionalInt.empty() : OptionalInt.of(facts.seeders);
  }

  /** The smallest size in bytes. */
  public OptionalLong fromBytes() {
    return facts.fromBytes == null ? OptionalLong.empty() : OptionalLong.of(facts.fromBytes);
  }

  /** The largest size in bytes. */
  public OptionalLong toBytes() {
    return facts.toBytes == null ? OptionalLong.empty() : OptionalLong.of(facts.toBytes);
  }

  /** The cursor of the page to give. */
  public Optional<String> after() {
    return Optional.ofNullable(facts.after);
  }

  /** In which order. */
  public Sort sort() {
    return facts.sort;
  }

  /** How many to skip. */
  public int offset() {
    return facts.offset;
  }

  /** How many to give at most. */
  public int limit() {
    return facts.limit;
  }

  /** The order of what is found. */
  public enum Sort {
    /** The best match first, as the catalogue judges; the newest first where there are no words. */
    RELEVANCE,
    /** The last seen first: by the newest section of any kind. */
    NEWEST,
    /** The most seeders first; what nobody counted last. */
    SEEDERS,
    /** The largest first; what has no stated size last. */
    SIZE,
    /** The latest year first; what has no stated year last. */
    YEAR
  }

  /** Collects words and filters. */
  public static final class Builder {
    private static final int LAST = 10_000;

    private final String words;
    private @Nullable MediaType mediaType;
    private @Nullable Integer fromYear;
    private @Nullable Integer toYear;
    private @Nullable Language language;
    private @Nullable Resolution resolution;
    private @Nullable String provider;
    private @Nullable URI page;
    private @Nullable TitleId id;
    private @Nullable Integer season;
    private @Nullable Integer episode;
    private @Nullable Source source;
    private @Nullable String tag;
    private @Nullable Integer seeders;
    private @Nullable Long fromBytes;
    private @Nullable Long toBytes;
    private @Nullable String after;
    private Sort sort = Sort.RELEVANCE;
    private int offset;
    private int limit = 25;

    private Builder(String words) {
      this.words = words;
    }

    private Builder(Builder other) {
      words = other.words;
      mediaType = other.mediaType;
      fromYear = other.fromYear;
      toYear = other.toYear;
      language = other.language;
      resolution = other.resolution;
      provider = other.provider;
      page = other.page;
      id = other.id;
      season = other.season;
      episode = other.episode;
      source = other.source;
      tag = other.tag;
      seeders = other.seeders;
      fromBytes = other.fromBytes;
      toBytes = other.toBytes;
      after = other.after;
      sort = other.sort;
      offset = other.offset;
      limit = other.limit;
    }

    /** Films or series only. */
    public Builder mediaType(MediaType mediaType) {
      this.mediaType = mediaType;
      return this;
    }

    /** Works released from one year to another, both included. */
    public Builder years(int from, int to) {
      if (from > to) {
        throw new IllegalArgumentException("years go up, got " + from + " to " + to);
      }
      this.fromYear = from;
      this.toYear = to;
      return this;
    }

    /** A language that is spoken: {@code pt} is that of any country, {@code pt-BR} of one. */
    public Builder language(Language language) {
      this.language = language;
      return this;
    }

    /** A resolution. */
    public Builder resolution(Resolution resolution) {
      this.resolution = resolution;
      return this;
    }

    /** A provider's id. */
    public Builder provider(String provider) {
      this.provider = provider;
      return this;
    }

    /** The address of a page that lists the release. */
    public Builder page(URI page) {
      this.page = page;
      return this;
    }

    /** The work's id. */
    public Builder id(TitleId id) {
      this.id = id;
      return this;
    }

    /** A season that the release has, whole or in part. */
    public Builder season(int season) {
      this.season = season;
      return this;
    }

    /** An episode of a season that the release has, by itself or in a pack. */
    public Builder episode(int season, int episode) {
      this.season = season;
      this.episode = episode;
      return this;
    }

    /** Where the picture was taken from. */
    public Builder source(Source source) {
      this.source = source;
      return this;
    }

    /** What it is filed under, in either case. */
    public Builder tag(String tag) {
      this.tag = tag.strip().toLowerCase(Locale.ROOT);
      return this;
    }

    /** The least number of seeders, from 0; what nobody counted is left out. */
    public Builder seeders(int seeders) {
      this.seeders = seeders;
      return this;
    }

    /** The smallest and the largest size in bytes; what has no stated size is left out. */
    public Builder size(long fromBytes, long toBytes) {
      if (fromBytes > toBytes) {
        throw new IllegalArgumentException("sizes go up, got " + fromBytes + " to " + toBytes);
      }
      this.fromBytes = fromBytes;
      this.toBytes = toBytes;
      return this;
    }

    /**
     * Goes on where the page ended whose {@link Hits#next} this is: for the same words, filters and
     * order, and without an offset. This way there is no end at 10,000. What is written meanwhile
     * may show or not; where the order is by relevance it may also move others.
     */
    public Builder after(String cursor) {
      this.after = cursor;
      return this;
    }

    /** In which order; by relevance unless set. */
    public Builder sort(Sort sort) {
      this.sort = sort;
      return this;
    }

    /** How many to skip; 0 unless set. */
    public Builder offset(int offset) {
      this.offset = checked("offset", offset, 0);
      return this;
    }

    /** How many to give at most; 25 unless set. */
    public Builder limit(int limit) {
      this.limit = checked("limit", limit, 1);
      return this;
    }

    /**
     * The query.
     *
     * @throws IllegalArgumentException if it reaches past the first 10,000, or has both a cursor
     *     and an offset
     */
    public CatalogQuery build() {
      if (after != null && offset > 0) {
        throw new IllegalArgumentException("a cursor and an offset of " + offset + ": choose one");
      }
      if (offset + limit > LAST) {
        throw new IllegalArgumentException(
            "only the first %d can be paged through, got offset %d and limit %d"
                .formatted(LAST, offset, limit));
      }
      return new CatalogQuery(new Builder(this));
    }

    private static int checked(String name, int value, int least) {
      if (value < least || value > LAST) {
        throw new IllegalArgumentException(
            "%s is %d to %d, got %d".formatted(name, least, LAST, value));
      }
      return value;
    }
  }
}
