package org.betor.p2p.internal.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.disk.PieceGrid;
import org.betor.p2p.internal.disk.Stamp;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.swarm.Pieces;

/**
 * What a torrent holds, where that stands on disk, and which pieces of it are here.
 *
 * @param metainfo says what it holds
 * @param grid its pieces and files
 * @param pieces those that are here
 * @param storage the files
 */
record Content(Metainfo metainfo, PieceGrid grid, Pieces pieces, Storage storage) {

  /** How the files are now; those without bytes do not matter. Blocks on the disk. */
  List<Stamp> stamps() throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    for (int file = 0; file < grid.files().size(); file++) {
      boolean matters = grid.files().get(file).sizeBytes() > 0;
      stamps.add(matters ? storage.stamp(file) : Stamp.ABSENT);
    }
    return stamps;
  }

  /** Whether a file's pieces are among these, one at least or all. */
  boolean isAmong(BitSet some, int file, boolean all) {
    ContentFile content = grid.files().get(file);
    if (content.sizeBytes() == 0) {
      return false;
    }
    int first = grid.firstPiece(content);
    int end = grid.lastPiece(content) + 1;
    return all ? some.nextClearBit(first) >= end : !some.get(first, end).isEmpty();
  }

  /** Makes the files that have no bytes and come in no piece. Blocks on the disk. */
  void makeEmptyFiles() throws IOException {
    storage.checkFolder();
    for (int i = 0; i < grid.files().size(); i++) {
      ContentFile file = grid.files().get(i);
      if (file.sizeBytes() == 0 && file.linksTo().isEmpty()) {
        storage.makeEmpty(i);
      }
    }
  }

  /** These pieces are here, and no others. */
  void found(BitSet here) {
    for (int piece = 0; piece < grid.pieces(); piece++) {
      if (here.get(piece)) {
        pieces.gained(piece);
      } else {
        pieces.lost(piece);
      }
    }
  }
}
