package org.betor.api.metainfo;

import java.util.List;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.Bencoded.Whole;
import org.betor.api.metainfo.MetainfoException.Reason;

/** Reads the info dictionary: both halves of it in a hybrid, which must say the same. */
final class MetainfoReader {
  /** The largest that libtorrent takes, too. */
  private static final long MAX_PIECE_BYTES = 512L << 20;

  /** More than a file can hold hashes for, unless equal files share them. */
  private static final int MAX_PIECES = 1 << 21;

  private final Table root;
  private final Table info;
  private final Texts texts;

  private MetainfoReader(Table root) {
    this.root = root;
    this.info = root.get("info", Table.class);
    this.texts = new Texts(root);
  }

  static Metainfo read(byte[] file) {
    return new MetainfoReader(BencodeReader.read(file)).metainfo();
  }

  private Metainfo metainfo() {
    refuseOtherKinds();
    Content content = content();
    if (content.pieceCount() > MAX_PIECES) {
      throw info.refused(
          Reason.TOO_LARGE,
          "has %d pieces; at most %d are read".formatted(content.pieceCount(), MAX_PIECES));
    }
    Metainfo metainfo = new Metainfo(root, info, texts, content);
    SafePaths paths = new SafePaths(metainfo::magnet);
    paths.checkName(content.name());
    paths.checkFiles(content.entries());
    return metainfo;
  }

  private Content content() {
    if (version() < 2) {
      return v1();
    }
    boolean isHybrid = info.has("pieces") || info.has("files") || info.has("length");
    return isHybrid ? hybrid(v1(), v2(true)) : v2(false);
  }

  private void refuseOtherKinds() {
    if (version() < 1 || version() > 2) {
      throw info.refused(
          Reason.UNSUPPORTED,
          "is of version %d; only versions 1 and 2 are supported".formatted(version()));
    }
    if (info.has("root hash") && !info.has("pieces")) {
      throw info.refused(Reason.UNSUPPORTED, "is a Merkle torrent (BEP 30), not supported");
    }
  }

  private long version() {
    return info.find("meta version", Whole.class).map(Whole::value).orElse(1L);
  }

  private Content v1() {
    String name = texts.text(info, "name");
    FileList list = new FileList(info, texts);
    List<FileEntry> entries = list.files();
    Layout layout = Layout.of(entries, 1);
    long pieceBytes = pieceBytes();
    Text pieces = list.pieces(layout.endBytes(), pieceBytes);
    return new Content(name, list.isSingle(), entries, layout, pieceBytes, pieces, false);
  }

  private Content v2(boolean isHybrid) {
    String name = texts.text(info, "name");
    long pieceBytes = pieceBytes();
    if (Long.bitCount(pieceBytes) != 1 || pieceBytes < MerkleTree.BLOCK_BYTES) {
      throw info.malformed(
          "has pieces of %d bytes; in version 2 that is a power of two from 16384"
              .formatted(pieceBytes));
    }
    PieceLayers layers = new PieceLayers(root, pieceBytes, isHybrid);
    List<FileEntry> entries = new FileTree(info, texts, layers).files();
    layers.end();
    boolean single = entries.size() == 1 && entries.get(0).path().equals(List.of(name));
    Layout layout = Layout.of(entries, pieceBytes);
    return new Content(name, single, entries, layout, pieceBytes, null, true);
  }

  private long pieceBytes() {
    Whole length = info.get("piece length", Whole.class);
    if (length.value() < 1 || length.value() > MAX_PIECE_BYTES) {
      throw length.refused(
          length.value() < 1 ? Reason.MALFORMED : Reason.TOO_LARGE,
          "is %d bytes; a piece has from 1 to %d".formatted(length.value(), MAX_PIECE_BYTES));
    }
    return length.value();
  }

  private Content hybrid(Content v1, Content v2) {
    int first = v1.firstDifference(v2);
    if (first >= 0) {
      throw info.refused(
          Reason.INCONSISTENT,
          "says two things: versions 1 and 2 differ in file %d".formatted(first + 1));
    }
    if (v1.pieceCount() != v2.pieceCount()) {
      throw info.refused(
          Reason.INCONSISTENT,
          "says two things: version 1 has %d pieces, version 2 has %d"
              .formatted(v1.pieceCount(), v2.pieceCount()));
    }
    return v1.with(v2);
  }
}
