package org.betor.api.metainfo;

import java.util.List;
import org.betor.api.metainfo.Bencoded.Items;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.MetainfoException.Reason;

/** The version 1 half of an info dictionary: a list of files, and the hashes of their pieces. */
final class FileList {
  /** The length of a SHA-1 hash. */
  private static final int HASH_BYTES = 20;

  private final Table info;
  private final Texts texts;

  FileList(Table info, Texts texts) {
    this.info = info;
    this.texts = texts;
  }

  /** Whether the torrent is one file, which stands in no folder. */
  boolean isSingle() {
    return info.has("length");
  }

  List<FileEntry> files() {
    if (info.has("files") && isSingle()) {
      throw info.malformed("has both \"files\" and \"length\", so it is unclear what it holds");
    }
    if (isSingle()) {
      List<String> path = List.of(texts.text(info, "name"));
      return List.of(new FileEntry(info, path, FileEntry.size(info), false, List.of(), null));
    }
    Items files = info.get("files", Items.class);
    if (files.values().isEmpty()) {
      throw files.malformed("is empty: a torrent has at least one file");
    }
    return files.values().stream().map(file -> file(file.as(Table.class))).toList();
  }

  /** The hashes, one for each piece of this many bytes in all. */
  Text pieces(long bytes, long pieceBytes) {
    Text pieces = info.get("pieces", Text.class);
    long count = (bytes - 1) / pieceBytes + 1;
    if (pieces.length() / HASH_BYTES != count || pieces.length() % HASH_BYTES != 0) {
      throw pieces.refused(
          Reason.INCONSISTENT,
          "has %d bytes, but %d pieces need 20 bytes each".formatted(pieces.length(), count));
    }
    return pieces;
  }

  private FileEntry file(Table file) {
    if (FileEntry.is('p', file)) { // its path means nothing, and may be missing
      return new FileEntry(file, List.of(), FileEntry.size(file), true, List.of(), null);
    }
    boolean link = FileEntry.is('l', file);
    List<String> path = texts.path(file, "path");
    List<String> target = link ? texts.path(file, "symlink path") : List.of();
    long size = link && !file.has("length") ? 0 : FileEntry.size(file);
    return new FileEntry(file, path, size, false, target, null);
  }
}
