package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.Bencoded.Whole;
import org.jspecify.annotations.Nullable;

/**
 * A file as one half of the info dictionary tells it; its names are not checked yet.
 *
 * @param at its dictionary
 * @param path the parts of its path
 * @param sizeBytes from 0
 * @param padding whether it is there only to fill a piece, and holds nothing
 * @param target the parts of the path that it is a symbolic link to; empty if it is none
 * @param pieceHashes the SHA-256 hashes of its pieces; null in version 1, and if it is empty
 * @see <a href="https://www.bittorrent.org/beps/bep_0047.html">BEP 47, padding files and
 *     attributes</a>
 */
record FileEntry(
    Table at,
    List<String> path,
    long sizeBytes,
    boolean padding,
    List<String> target,
    @Nullable ByteBuffer pieceHashes) {

  /** Whether an attribute is set: {@code p} for padding, {@code l} for a symbolic link. */
  static boolean is(char attribute, Table at) {
    return at.hint("attr", Text.class)
        .filter(text -> new String(text.bytes(), ISO_8859_1).indexOf(attribute) >= 0)
        .isPresent();
  }

  static long size(Table at) {
    Whole size = at.get("length", Whole.class);
    if (size.value() < 0) {
      throw size.malformed("is negative: " + size.value());
    }
    return size.value();
  }
}
