package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A value of a torrent file, which knows its place there.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, bencoding</a>
 */
abstract sealed class Bencoded {
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}]");

  private static final int SHOWN_LETTERS = 40;
  private static final int SHOWN_WAY = 200;

  private final @Nullable Bencoded parent;

  private Bencoded(@Nullable Bencoded parent) {
    this.parent = parent;
  }

  /** The keys and indexes that lead here, such as {@code info.files[2].path}. */
  final String where() {
    return where("");
  }

  /** The place of the value within that is being read. */
  final String whereNext() {
    return where(nextStep());
  }

  private String where(String lastStep) {
    StringBuilder way = new StringBuilder(lastStep);
    Bencoded value = this;
    for (Bencoded above = parent; above != null && way.length() < SHOWN_WAY; above = above.parent) {
      way.insert(0, above.step(value));
      value = above;
    }
    if (value.parent != null) {
      way.insert(0, "…");
    }
    return way.isEmpty() ? "the file" : way.substring(way.charAt(0) == '.' ? 1 : 0);
  }

  /** This place refused; {@code why} continues a sentence that begins with the place. */
  final MetainfoException refused(Reason reason, String why) {
    return new MetainfoException(reason, where(), why);
  }

  final MetainfoException malformed(String why) {
    return refused(Reason.MALFORMED, why);
  }

  /** How to go from here to a value within. */
  String step(Bencoded value) {
    return "";
  }

  /** How to go from here to the value within that is being read. */
  String nextStep() {
    return "";
  }

  /** A value of this type, where no other one will do. */
  final <T extends Bencoded> T as(Class<T> type) {
    if (!type.isInstance(this)) {
      throw malformed("is %s, not %s".formatted(name(getClass()), name(type)));
    }
    return type.cast(this);
  }

  private static String name(Class<?> type) {
    if (type == Whole.class) {
      return "a number";
    }
    if (type == Text.class) {
      return "a text";
    }
    return type == Items.class ? "a list" : "a dictionary";
  }

  /** Letters that may be shown in a message, and not too many. */
  static String shown(String text) {
    String start = text.length() > SHOWN_LETTERS ? text.substring(0, SHOWN_LETTERS) + "…" : text;
    return UNPRINTABLE.matcher(start).replaceAll("?");
  }

  /** A whole number. */
  static final class Whole extends Bencoded {
    private final long value;

    Whole(@Nullable Bencoded parent, long value) {
      super(parent);
      this.value = value;
    }

    long value() {
      return value;
    }
  }

  /** Bytes: a text, or hashes. */
  static final class Text extends Bencoded {
    private final byte[] file;
    private final int start;
    private final int end;

    Text(@Nullable Bencoded parent, byte[] file, int start, int end) {
      super(parent);
      this.file = file;
      this.start = start;
      this.end = end;
    }

    int length() {
      return end - start;
    }

    byte[] bytes() {
      return Arrays.copyOfRange(file, start, end);
    }
  }

  /** A list. */
  static final class Items extends Bencoded {
    private List<Bencoded> values = List.of(); // a hostile file has a million empty ones

    Items(@Nullable Bencoded parent) {
      super(parent);
    }

    void add(Bencoded value) {
      if (values.isEmpty()) {
        values = new ArrayList<>(2);
      }
      values.add(value);
    }

    List<Bencoded> values() {
      return values;
    }

    @Override
    String step(Bencoded value) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) == value) {
          return "[" + i + "]";
        }
      }
      return nextStep();
    }

    @Override
    String nextStep() {
      return "[" + values.size() + "]";
    }
  }

  /** A dictionary. A key has one letter for each of its bytes. */
  static final class Table extends Bencoded {
    /** What stands for bytes that are not UTF-8. */
    private static final char NO_LETTER = '\ufffd';

    private Map<String, Bencoded> values = Map.of();
    private final byte[] file;
    private final int start;
    private int end;
    private boolean sorted = true;
    private String lastKey = "";

    Table(@Nullable Bencoded parent, byte[] file, int start) {
      super(parent);
      this.file = file;
      this.start = start;
      this.end = start;
    }

    /** Says where it ends in the file. */
    void end(int end) {
      this.end = end;
    }

    /** As it stands in the file: what an info-hash is the hash of. */
    byte[] bytes() {
      return Arrays.copyOfRange(file, start, end);
    }

    /** Announces the key of the value that is read next; false if it is there already. */
    boolean next(String key) {
      sorted &= values.isEmpty() || key.compareTo(lastKey) > 0;
      lastKey = key;
      return !values.containsKey(key);
    }

    void put(String key, Bencoded value) {
      if (values.isEmpty()) {
        values = new LinkedHashMap<>(4);
      }
      values.put(key, value);
    }

    /** Whether the keys stand in the order of their bytes, as they should. */
    boolean isSorted() {
      return sorted;
    }

    Map<String, Bencoded> values() {
      return values;
    }

    boolean has(String key) {
      return values.containsKey(key);
    }

    /** The value under a key, which must be there and of this type. */
    <T extends Bencoded> T get(String key, Class<T> type) {
      return find(key, type)
          .orElseThrow(() -> malformed("has no \"%s\", %s".formatted(key, Bencoded.name(type))));
    }

    /** The value under a key, which must be of this type if it is there. */
    <T extends Bencoded> Optional<T> find(String key, Class<T> type) {
      return Optional.ofNullable(values.get(key)).map(value -> value.as(type));
    }

    /** The value under a key, if it is there and of this type: for what is good to know. */
    <T extends Bencoded> Optional<T> hint(String key, Class<T> type) {
      return Optional.ofNullable(values.get(key)).filter(type::isInstance).map(type::cast);
    }

    @Override
    String step(Bencoded value) {
      return values.entrySet().stream()
          .filter(entry -> entry.getValue() == value)
          .map(Map.Entry::getKey)
          .findFirst()
          .map(Table::step)
          .orElseGet(this::nextStep);
    }

    @Override
    String nextStep() {
      return step(lastKey);
    }

    private static String step(String key) {
      byte[] bytes = key.getBytes(ISO_8859_1);
      String name = new String(bytes, UTF_8);
      boolean isText = !name.isEmpty() && name.indexOf(NO_LETTER) < 0;
      return "." + (isText ? shown(name) : "\"" + shown(HexFormat.of().formatHex(bytes)) + "\"");
    }
  }
}
