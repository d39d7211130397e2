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

  /** How the files are now. Blocks on the disk. */
  List<Stamp> stamps() throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    for (int file = 0; file < grid.files().size(); file++) {
      stamps.add(storage.stamp(file));
    }
    return stamps;
  }

  /** Makes the files that have no bytes and come in no piece. Blocks on the disk. */
  void makeEmptyFiles() throws IOException {
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
