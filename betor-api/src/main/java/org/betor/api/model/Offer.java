package org.betor.api.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One button of a post: where it leads, and what the page says of it in particular. Immutable; what
 * the page does not say is empty.
 */
public final class Offer {
  private final Facts facts;

  private Offer(Facts facts) {
    this.facts = facts;
  }

  /** An offer of which only the link is known; say more with the builder's methods. */
  public static Builder of(Link link) {
    return new Builder(link);
  }

  /** Where the button leads. */
  public Link link() {
    return facts.link;
  }

  /** The torrent's key in the catalogue, where {@code provider} is the id of who offers it. */
  public ReleaseKey key(String provider) {
    return infoHash()
        .map(ReleaseKey::of)
        .orElseGet(
            () ->
                facts.guid == null
                    ? facts.link.key(provider)
                    : ReleaseKey.of(provider, facts.guid));
  }

  /** The info-hash that the link names, or that the page states beside it. */
  public Optional<InfoHash> infoHash() {
    return facts.link instanceof Link.Magnet magnet
        ? Optional.of(magnet.infoHash())
        : Optional.ofNullable(facts.infoHash);
  }

  /** What the provider calls the torrent, where it does. */
  public Optional<String> guid() {
    return Optional.ofNullable(facts.guid);
  }

  /** The words around the button: its heading, its line, its own text. */
  public String context() {
    return facts.context;
  }

  /** The quality of the picture. */
  public Quality quality() {
    return facts.quality;
  }

  /** The languages that are spoken, each once. */
  public List<Language> audio() {
    return facts.audio;
  }

  /** The languages of the subtitles, each once. */
  public List<Language> subtitles() {
    return facts.subtitles;
  }

  /** The size in bytes, as precise as the page states it. */
  public OptionalLong sizeBytes() {
    return facts.sizeBytes == null ? OptionalLong.empty() : OptionalLong.of(facts.sizeBytes);
  }

  /** The part of the series that the torrent holds. */
  public Episodes episodes() {
    return facts.episodes;
  }

  /** How many peers have all of it, as the page counts them. */
  public OptionalInt seeders() {
    return facts.seeders == null ? OptionalInt.empty() : OptionalInt.of(facts.seeders);
  }

  /** How many peers have a part of it, as the page counts them. */
  public OptionalInt leechers() {
    return facts.leechers == null ? OptionalInt.empty() : OptionalInt.of(facts.leechers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Offer offer && facts.equals(offer.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  /** All that it says, secrets included: for comparing, not for messages. */
  String fullText() {
    return facts.toString() + facts.link.target();
  }

  @Override
  public String toString() {
    return Redacted.text(facts.toString());
  }

  private record Facts(
      Link link,
      @Nullable InfoHash infoHash,
      @Nullable String guid,
      String context,
      Quality quality,
      List<Language> audio,
      List<Language> subtitles,
      @Nullable Long sizeBytes,
      Episodes episodes,
      @Nullable Integer seeders,
      @Nullable Integer leechers) {}

  /** Collects what a page says of one button. */
  public static final class Builder {
    private final Link link;
    private @Nullable InfoHash infoHash;
    private @Nullable String guid;
    private String context = "";
    private Quality quality = Quality.UNKNOWN;
    private List<Language> audio = List.of();
    private List<Language> subtitles = List.of();
    private @Nullable Long sizeBytes;
    private Episodes episodes = Episodes.NONE;
    private @Nullable Integer seeders;
    private @Nullable Integer leechers;

    private Builder(Link link) {
      this.link = link;
    }

    /** The info-hash, where the page states it; a magnet link names it itself. */
    public Builder infoHash(InfoHash infoHash) {
      this.infoHash = infoHash;
      return this;
    }

    /**
     * What the provider calls the torrent, unique and stable within the provider: its key as long
     * as nobody knows the info-hash. The link's address unless set.
     */
    public Builder guid(String guid) {
      if (guid.isBlank()) {
        throw new IllegalArgumentException("a guid is not blank");
      }
      this.guid = guid.strip();
      return this;
    }

    /** The words around the button; kept on one line, cut at 500 characters. */
    public Builder context(String context) {
      this.context = Wording.line(context);
      return this;
    }

    /** The quality of the picture. */
    public Builder quality(Quality quality) {
      this.quality = quality;
      return this;
    }

    /** The languages that are spoken. */
    public Builder audio(Collection<Language> audio) {
      this.audio = Wording.distinct(audio);
      return this;
    }

    /** The languages of the subtitles. */
    public Builder subtitles(Collection<Language> subtitles) {
      this.subtitles = Wording.distinct(subtitles);
      return this;
    }

    /** The size in bytes; more than 0. */
    public Builder sizeBytes(long sizeBytes) {
      if (sizeBytes <= 0) {
        throw new IllegalArgumentException("a size is more than 0 bytes, got " + sizeBytes);
      }
      this.sizeBytes = sizeBytes;
      return this;
    }

    /** The part of the series that the torrent holds. */
    public Builder episodes(Episodes episodes) {
      this.episodes = episodes;
      return this;
    }

    /** How many peers have all of it; from 0. */
    public Builder seeders(int seeders) {
      this.seeders = peers(seeders);
      return this;
    }

    /** How many peers have a part of it; from 0. */
    public Builder leechers(int leechers) {
      this.leechers = peers(leechers);
      return this;
    }

    /** The offer. */
    public Offer build() {
      return new Offer(
          new Facts(
              link,
              link instanceof Link.Magnet ? null : infoHash,
              guid,
              context,
              quality,
              audio,
              subtitles,
              sizeBytes,
              episodes,
              seeders,
              leechers));
    }

    private static int peers(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("a swarm has 0 peers or more, got " + count);
      }
      return count;
    }
  }
}
