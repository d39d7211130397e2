package org.betor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in a sample Workshop: a mod of a game, or a collection of mods. Immutable.
 *
 * <pre>{@code
 * SteamItem.mod(3100000001L, SteamItems.GAME, "Lantern Light")
 *     .file("About/About.xml", "<ModMetaData/>")
 *     .needs(3100000002L)
 *     .build();
 * }</pre>
 */
public final class SteamItem {
  private final Builder facts;

  private SteamItem(Builder facts) {
    this.facts = facts;
  }

  /** A mod, to which files are added. */
  public static Builder mod(long id, long game, String title) {
    return new Builder(id, game, title);
  }

  /** A collection of items, which may be collections. */
  public static Builder collection(long id, long game, String title, Long... members) {
    Builder facts = new Builder(id, game, title);
    facts.isCollection = true;
    facts.children.addAll(List.of(members));
    return facts;
  }

  /** A builder that begins with what is known of this one. */
  public Builder with() {
    return new Builder(facts);
  }

  /** Its id in the Workshop. */
  public long id() {
    return facts.id;
  }

  /** The id of its game. */
  public long game() {
    return facts.game;
  }

  /** Its name. */
  public String title() {
    return facts.title;
  }

  /** BBCode. */
  public String description() {
    return facts.description;
  }

  /** When it was first there. */
  public Instant created() {
    return facts.created;
  }

  /** When its content changed. */
  public Instant updated() {
    return facts.updated;
  }

  /** Its files by their paths, with slashes. */
  public Map<String, byte[]> files() {
    return facts.files;
  }

  /** How many bytes its files have together. */
  public long size() {
    return facts.files.values().stream().mapToLong(file -> file.length).sum();
  }

  /** What it needs, or collects, in its order. */
  public List<Long> children() {
    return List.copyOf(facts.children);
  }

  /** Whether it is a collection. */
  public boolean isCollection() {
    return facts.isCollection;
  }

  /** Whether it is one file that is had by HTTP; its name then may hold a path. */
  public boolean isLegacy() {
    return !facts.fileName.isEmpty();
  }

  /** The name of the one file; empty if it is no such item. */
  public String fileName() {
    return facts.fileName;
  }

  /** Whether only those have it who own the game; nobody says so. */
  public boolean isForOwners() {
    return facts.isForOwners;
  }

  /** How public it is: 0 for everybody, 3 not listed. */
  public int visibility() {
    return facts.visibility;
  }

  /** How the services speak of it: 1 well, 9 as if it were not there, 15 as kept from us. */
  public int result() {
    return facts.result;
  }

  /** Names the content: the manifest's id; for one file, the handle that it is stored under. */
  public String handle() {
    return Long.toUnsignedString(ByteBuffer.wrap(HexFormat.of().parseHex(sha1())).getLong());
  }

  /** The SHA-1 of names and bytes together; of the bytes alone if it is one file. */
  public String sha1() {
    MessageDigest digest = digest();
    facts.files.forEach(
        (path, bytes) -> {
          if (!isLegacy()) {
            digest.update(path.getBytes(UTF_8));
          }
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest()).toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "%d %s".formatted(facts.id, facts.title);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Says what is in an item. */
  public static final class Builder {
    private static final Instant LONG_AGO = Instant.parse("2021-04-02T10:00:00Z");
    private static final Instant THEN = Instant.parse("2025-05-03T12:34:56Z");

    private final long id;
    private final long game;
    private final String title;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Long> children = new ArrayList<>();
    private String description = "[b]Invented[/b] for this sample.\r\nIt does nothing.";
    private Instant created = LONG_AGO;
    private Instant updated = THEN;
    private boolean isCollection;
    private String fileName = "";
    private boolean isForOwners;
    private int visibility;
    private int result = 1;

    private Builder(long id, long game, String title) {
      this.id = id;
      this.game = game;
      this.title = title;
    }

    private Builder(Builder other) {
      this(other.id, other.game, other.title);
      files.putAll(other.files);
      children.addAll(other.children);
      description = other.description;
      created = other.created;
      updated = other.updated;
      isCollection = other.isCollection;
      fileName = other.fileName;
      isForOwners = other.isForOwners;
      visibility = other.visibility;
      result = other.result;
    }

    /** A text file. */
    public Builder file(String path, String text) {
      return file(path, text.getBytes(UTF_8));
    }

    /** A file. */
    public Builder file(String path, byte[] bytes) {
      files.put(path, bytes.clone());
      return this;
    }

    /** It is no folder but this one file, as items of old are. */
    public Builder legacyFile(String fileName, byte[] bytes) {
      this.fileName = fileName;
      files.clear();
      return file("content", bytes);
    }

    /** What it says of itself. */
    public Builder description(String description) {
      this.description = description;
      return this;
    }

    /** When its content changed. */
    public Builder updated(Instant updated) {
      this.updated = updated;
      return this;
    }

    /** The items that it needs. */
    public Builder needs(Long... items) {
      children.addAll(List.of(items));
      return this;
    }

    /** Only those have it who own the game: {@link FakeSteamCmd} always fails to bring it. */
    public Builder forOwners() {
      this.isForOwners = true;
      return this;
    }

    /** How public it is: 0 for everybody, 3 not listed. */
    public Builder visibility(int visibility) {
      this.visibility = visibility;
      return this;
    }

    /** How the services speak of it: 9 as if it were not there, 15 as kept from us. */
    public Builder result(int result) {
      this.result = result;
      return this;
    }

    /** The item. */
    public SteamItem build() {
      return new SteamItem(new Builder(this));
    }
  }
}
