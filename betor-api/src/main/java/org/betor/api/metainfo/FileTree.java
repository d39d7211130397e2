package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The version 2 half of an info dictionary: a tree of folders, in which an empty name leads to a
 * file's properties.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, BitTorrent version 2</a>
 */
final class FileTree {
  /** A deep folder's path is part of that of each file within, so that paths can outgrow a file. */
  private static final int MAX_PATH_LETTERS = Metainfo.MAX_BYTES;

  private final Table tree;
  private final Texts texts;
  private final PieceLayers layers;
  private final List<FileEntry> files = new ArrayList<>();
  private long pathLetters;

  FileTree(Table info, Texts texts, PieceLayers layers) {
    this.tree = info.get("file tree", Table.class);
    this.texts = texts;
    this.layers = layers;
  }

  List<FileEntry> files() {
    folder(tree, List.of());
    if (files.isEmpty()) {
      throw tree.malformed("holds no file");
    }
    return files;
  }

  /** As deep as the file is, which is bounded. */
  private void folder(Table folder, List<String> path) {
    if (!folder.isSorted()) {
      throw folder.malformed("is not sorted by its keys, whose order is that of the files");
    }
    for (Map.Entry<String, Bencoded> child : folder.values().entrySet()) {
      Table found = child.getValue().as(Table.class);
      List<String> childPath = new ArrayList<>(path);
      childPath.add(new String(child.getKey().getBytes(ISO_8859_1), UTF_8));
      if (child.getKey().isEmpty() || !found.has("")) {
        folder(found, childPath);
      } else if (found.values().size() > 1) {
        throw found.malformed("is a file and a folder at once");
      } else {
        count(childPath);
        files.add(file(found.get("", Table.class), childPath));
      }
    }
  }

  private void count(List<String> path) {
    pathLetters += path.stream().mapToLong(name -> name.length() + 1).sum();
    if (pathLetters > MAX_PATH_LETTERS) {
      throw tree.refused(
          Reason.TOO_LARGE, "has paths of more than %d letters".formatted(MAX_PATH_LETTERS));
    }
  }

  private FileEntry file(Table file, List<String> path) {
    if (FileEntry.is('p', file)) {
      throw file.malformed("is padding, which version 2 has not");
    }
    if (FileEntry.is('l', file)) {
      List<String> target = texts.path(file, "symlink path");
      return new FileEntry(file, path, 0, false, target, null);
    }
    long size = FileEntry.size(file);
    return new FileEntry(file, path, size, false, List.of(), hashes(file, size));
  }

  private @Nullable ByteBuffer hashes(Table file, long size) {
    if (size == 0) {
      return null;
    }
    Text root = file.get("pieces root", Text.class);
    if (root.length() != MerkleTree.HASH_BYTES) {
      throw root.malformed("has %d bytes, a SHA-256 hash has 32".formatted(root.length()));
    }
    if (MerkleTree.isZero(root.bytes())) {
      throw root.refused(Reason.INCONSISTENT, "is all zeros, which is no hash of a file");
    }
    return layers.hashes(root, size);
  }
}
