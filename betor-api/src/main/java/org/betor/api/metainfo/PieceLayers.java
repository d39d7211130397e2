package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Text;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the pieces of version 2 files that have several, kept under each file's root hash.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, piece layers</a>
 */
final class PieceLayers {
  private static final byte[] NONE = {};

  private final Table root;
  private final long pieceBytes;
  private final boolean mayBeMissing;

  /** Layers that are proved, by their root; equal files share one, and it is hashed once. */
  private final Map<String, ByteBuffer> proved = new HashMap<>();

  /**
   * The layers of a torrent file.
   *
   * @param isHybrid whether its pieces have hashes of version 1 too, so that it is of use without
   *     layers: peers send none with the metadata of a magnet link
   */
  PieceLayers(Table root, long pieceBytes, boolean isHybrid) {
    this.root = root;
    this.pieceBytes = pieceBytes;
    this.mayBeMissing = isHybrid;
  }

  /**
   * The hashes of a file's pieces: its layer, or the root itself if one piece is all it has; null
   * if the file has no layers, and needs none.
   */
  @Nullable ByteBuffer hashes(Text piecesRoot, long size) {
    if (size <= pieceBytes) {
      return ByteBuffer.wrap(piecesRoot.bytes());
    }
    if (mayBeMissing && !root.has("piece layers")) {
      return null;
    }
    String key = new String(piecesRoot.bytes(), ISO_8859_1);
    ByteBuffer layer = proved.computeIfAbsent(key, first -> prove(piecesRoot, layer(first)));
    long count = (size - 1) / pieceBytes + 1;
    if (layer.capacity() / MerkleTree.HASH_BYTES != count) {
      throw piecesRoot.refused(
          Reason.INCONSISTENT,
          "has a piece layer of %d bytes, but %d pieces need 32 bytes each"
              .formatted(layer.capacity(), count));
    }
    return layer;
  }

  private byte[] layer(String key) {
    return layers().flatMap(layers -> layers.find(key, Text.class)).map(Text::bytes).orElse(NONE);
  }

  private ByteBuffer prove(Text piecesRoot, byte[] layer) {
    if (layer.length == 0 || layer.length % MerkleTree.HASH_BYTES != 0) {
      throw piecesRoot.refused(
          Reason.INCONSISTENT,
          "has %d bytes in \"piece layers\", not 32 for each piece".formatted(layer.length));
    }
    if (!Arrays.equals(MerkleTree.root(layer, pieceBytes), piecesRoot.bytes())) {
      throw piecesRoot.refused(Reason.INCONSISTENT, "is not the root of its piece layer");
    }
    return ByteBuffer.wrap(layer);
  }

  /** Refuses layers that belong to no file. */
  void end() {
    layers()
        .filter(layers -> layers.values().size() != proved.size())
        .ifPresent(
            layers -> {
              throw layers.refused(Reason.INCONSISTENT, "has layers that belong to no file");
            });
  }

  private Optional<Table> layers() {
    return root.find("piece layers", Table.class);
  }
}
