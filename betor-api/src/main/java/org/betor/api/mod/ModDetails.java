package org.betor.api.mod;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a source says of a mod, or of a collection of mods. Immutable; what nobody says is empty.
 *
 * <pre>{@code
 * ModDetails.of(new ModKey("steam", "1780481482"), "UI Overhaul Dynamic", version)
 *     .game("281990")
 *     .sizeBytes(1_000_481)
 *     .needs(List.of(new ModKey("steam", "1623423360")))
 *     .build();
 * }</pre>
 */
public final class ModDetails {
  private final Builder facts;

  private ModDetails(Builder facts) {
    this.facts = facts;
  }

  /** A mod of which these are known; say more with the builder's methods. */
  public static Builder of(ModKey key, String name, ModVersion version) {
    return new Builder(key, name, version);
  }

  /** Which one it is. */
  public ModKey key() {
    return facts.key;
  }

  /** Its name; no name of a file. */
  public String name() {
    return facts.name;
  }

  /** Its newest content. */
  public ModVersion version() {
    return facts.version;
  }

  /** The id of its game at the source. */
  public Optional<String> game() {
    return facts.game;
  }

  /** What it says of itself, perhaps with markup of the source, and long. */
  public String description() {
    return facts.description;
  }

  /** How large its files are together, as the source says. */
  public OptionalLong sizeBytes() {
    return facts.sizeBytes;
  }

  /** When it was first published. */
  public Optional<Instant> created() {
    return facts.created;
  }

  /** Its tags in the words of the source, each once. */
  public Set<String> tags() {
    return facts.tags;
  }

  /** Pictures of it. */
  public List<Picture> pictures() {
    return facts.pictures;
  }

  /** The mods that it needs; empty if the source did not say, which is not the same as none. */
  public Optional<List<ModKey>> needs() {
    return facts.needs;
  }

  /** The mods and collections that it collects, in their order; empty for a mod. */
  public Optional<List<ModKey>> members() {
    return facts.members;
  }

  /** Where its one file is to be had, for a mod that is no more than that. */
  public Optional<URI> file() {
    return facts.file;
  }

  /** What that one file is called there; it may lead out of a folder. */
  public Optional<String> fileName() {
    return facts.fileName;
  }

  /** A builder that begins with what is known of this one. */
  public Builder with() {
    return new Builder(facts);
  }

  @Override
  public String toString() {
    return facts.key + " " + facts.name;
  }

  /**
   * A picture of a mod.
   *
   * @param kind what it is
   * @param address where it is
   */
  public record Picture(Kind kind, URI address) {

    /** Kinds of pictures. */
    public enum Kind {
      /** Stands for the mod. */
      LOGO,
      /** Shows it at work. */
      SCREENSHOT
    }
  }

  /** Says what is known of a mod. */
  public static final class Builder {
    private final ModKey key;
    private final String name;
    private final ModVersion version;
    private Optional<String> game = Optional.empty();
    private String description = "";
    private OptionalLong sizeBytes = OptionalLong.empty();
    private Optional<Instant> created = Optional.empty();
    private Set<String> tags = Set.of();
    private List<Picture> pictures = List.of();
    private Optional<List<ModKey>> needs = Optional.empty();
    private Optional<List<ModKey>> members = Optional.empty();
    private Optional<URI> file = Optional.empty();
    private Optional<String> fileName = Optional.empty();

    private Builder(ModKey key, String name, ModVersion version) {
      this.key = key;
      this.name = name;
      this.version = version;
    }

    private Builder(Builder other) {
      this(other.key, other.name, other.version);
      game = other.game;
      description = other.description;
      sizeBytes = other.sizeBytes;
      created = other.created;
      tags = other.tags;
      pictures = other.pictures;
      needs = other.needs;
      members = other.members;
      file = other.file;
      fileName = other.fileName;
    }

    /** The id of its game at the source. */
    public Builder game(String game) {
      this.game = Optional.of(game);
      return this;
    }

    /** What it says of itself. */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /**
     * How large its files are together.
     *
     * @throws IllegalArgumentException if negative
     */
    public Builder sizeBytes(long sizeBytes) {
      if (sizeBytes < 0) {
        throw new IllegalArgumentException("%s has %d bytes".formatted(key, sizeBytes));
      }
      this.sizeBytes = OptionalLong.of(sizeBytes);
      return this;
    }

    /** When it was first published. */
    public Builder created(Instant created) {
      this.created = Optional.of(created);
      return this;
    }

    /** Its tags. */
    public Builder tags(Iterable<String> tags) {
      Set<String> each = new LinkedHashSet<>();
      tags.forEach(each::add);
      this.tags = Collections.unmodifiableSet(each);
      return this;
    }

    /** Pictures of it. */
    public Builder pictures(List<Picture> pictures) {
      this.pictures = List.copyOf(pictures);
      return this;
    }

    /** The mods that it needs; none if empty. */
    public Builder needs(List<ModKey> needs) {
      this.needs = Optional.of(List.copyOf(needs));
      return this;
    }

    /** It is a collection, of these. */
    public Builder members(List<ModKey> members) {
      this.members = Optional.of(List.copyOf(members));
      return this;
    }

    /** Where its one file is to be had. */
    public Builder file(URI file) {
      this.file = Optional.of(file);
      return this;
    }

    /** What that one file is called there. */
    public Builder fileName(String fileName) {
      this.fileName = Optional.of(fileName);
      return this;
    }

    /** The details. */
    public ModDetails build() {
      return new ModDetails(new Builder(this));
    }
  }
}
