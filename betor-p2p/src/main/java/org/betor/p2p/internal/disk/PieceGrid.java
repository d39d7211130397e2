package org.betor.p2p.internal.disk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.wire.BlockRequest;

/** Where a torrent's pieces, blocks and files lie in its content. Immutable. */
public final class PieceGrid {
  private final Metainfo metainfo;
  private final long bytes;
  private final long pieceBytes;
  private final int pieces;

  /** The indexes of the files that have bytes, in the order of the content. */
  private final int[] filled;

  /** The grid of a torrent of version 1, or of both. */
  public PieceGrid(Metainfo metainfo) {
    this.metainfo = metainfo;
    this.pieceBytes = metainfo.pieceBytes();
    this.pieces = metainfo.pieceCount();
    this.bytes = metainfo.rowBytes();
    this.filled =
        IntStream.range(0, files().size()).filter(i -> files().get(i).sizeBytes() > 0).toArray();
  }

  /** How many pieces there are. */
  public int pieces() {
    return pieces;
  }

  /** All bytes of the content, with the padding between files. */
  public long bytes() {
    return bytes;
  }

  /** Where a piece begins in the content. */
  public long start(int piece) {
    return piece * pieceBytes;
  }

  /** The piece that holds that place of the content. */
  public int pieceAt(long place) {
    return (int) (place / pieceBytes);
  }

  /** Bytes of a piece; the last one may be shorter. */
  public int length(int piece) {
    return (int) Math.min(pieceBytes, bytes - start(piece));
  }

  /** How many blocks a piece has. */
  public int blocks(int piece) {
    return (length(piece) + BlockRequest.BLOCK_BYTES - 1) / BlockRequest.BLOCK_BYTES;
  }

  /** A block of a piece, by its index from 0. */
  public BlockRequest block(int piece, int block) {
    int offset = block * BlockRequest.BLOCK_BYTES;
    return new BlockRequest(
        piece, offset, Math.min(BlockRequest.BLOCK_BYTES, length(piece) - offset));
  }

  /** Whether such a part is in the content. */
  public boolean contains(BlockRequest part) {
    return part.piece() < pieces
        && part.length() > 0
        && (long) part.offset() + part.length() <= length(part.piece());
  }

  /** The files, in the torrent's order. */
  public List<ContentFile> files() {
    return metainfo.files();
  }

  /** The first piece that holds something of a file; means nothing for one without bytes. */
  public int firstPiece(ContentFile file) {
    return (int) (file.offsetBytes() / pieceBytes);
  }

  /** The last piece that holds something of a file; means nothing for one without bytes. */
  public int lastPiece(ContentFile file) {
    return (int) ((file.offsetBytes() + file.sizeBytes() - 1) / pieceBytes);
  }

  /** The indexes of the files that a piece holds something of. */
  public int[] filesOf(int piece) {
    long end = start(piece) + length(piece);
    int first = firstBehind(start(piece));
    int last = first;
    while (last < filled.length && files().get(filled[last]).offsetBytes() < end) {
      last++;
    }
    return Arrays.copyOfRange(filled, first, last);
  }

  /** The first of the filled files that ends behind that place. */
  private int firstBehind(long place) {
    int low = 0;
    int high = filled.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      ContentFile file = files().get(filled[middle]);
      if (file.offsetBytes() + file.sizeBytes() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many bytes of a piece belong to a file. */
  public long share(int piece, ContentFile file) {
    long from = Math.max(start(piece), file.offsetBytes());
    long to = Math.min(start(piece) + length(piece), file.offsetBytes() + file.sizeBytes());
    return Math.max(0, to - from);
  }
}
