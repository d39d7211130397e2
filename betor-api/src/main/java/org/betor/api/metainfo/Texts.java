package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.betor.api.metainfo.Bencoded.Items;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;

/**
 * The texts of one file. They are UTF-8 by the rules; old programs wrote the charset of their
 * system, sometimes named it under {@code encoding}, and put UTF-8 under a second key such as
 * {@code name.utf-8}, which is then preferred.
 */
final class Texts {
  private static final Charset LATIN = Charset.forName("windows-1252");

  private final Charset other;

  Texts(Table root) {
    other = root.hint("encoding", Text.class).map(Texts::charset).orElse(LATIN);
  }

  String text(Text text) {
    byte[] bytes = text.bytes();
    return decoded(bytes, UTF_8)
        .or(() -> decoded(bytes, other))
        .orElseGet(() -> new String(bytes, LATIN));
  }

  /** A text that is good to know, if it is there. */
  Optional<String> hint(Table table, String key) {
    return table
        .hint(key + ".utf-8", Text.class)
        .or(() -> table.hint(key, Text.class))
        .map(this::text);
  }

  /** A text that must be there. */
  String text(Table table, String key) {
    return text(table.hint(key + ".utf-8", Text.class).orElseGet(() -> table.get(key, Text.class)));
  }

  /** The parts of a path that must be there. */
  List<String> path(Table table, String key) {
    Items parts =
        table.hint(key + ".utf-8", Items.class).orElseGet(() -> table.get(key, Items.class));
    if (parts.values().isEmpty()) {
      throw parts.malformed("is an empty path");
    }
    return parts.values().stream().map(part -> text(part.as(Text.class))).toList();
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notOfThisCharset) {
      return Optional.empty();
    }
  }

  private static Charset charset(Text name) {
    try {
      return name.length() > 40 ? LATIN : Charset.forName(new String(name.bytes(), UTF_8));
    } catch (IllegalArgumentException unknown) {
      return LATIN;
    }
  }
}
