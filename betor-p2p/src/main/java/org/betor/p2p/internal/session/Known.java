package org.betor.p2p.internal.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.betor.p2p.internal.disk.Stamp;

/**
 * What is known of a torrent's files.
 *
 * @param pieces those that are on disk, as long as the files are as the stamps say
 * @param stamps of all files, as we left them; none if nothing is known of them
 */
record Known(BitSet pieces, List<Stamp> stamps) {

  /**
   * What is known once these pieces are here: files of which pieces came are as they are now, all
   * others as they were, so that what somebody else does to them shows.
   */
  Known with(BitSet here, Content content, List<Stamp> now) {
    BitSet news = (BitSet) here.clone();
    news.xor(pieces);
    Known left = new Known(here, new ArrayList<>());
    for (int file = 0; file < now.size(); file++) {
      boolean ours = file >= stamps.size() || content.isAmong(news, file, false);
      Stamp stamp = ours ? now.get(file) : stamps.get(file);
      left.stamps.add(left.isCut(content, file, stamp) ? Stamp.ABSENT : stamp);
    }
    return left;
  }

  /**
   * What is sure after a kill, while pieces still come: a file that was written since it was kept
   * last, and is not whole, may hold more of them than its stamp says, and is to be compared.
   */
  Known sure(Content content, Known last) {
    Known sure = new Known(pieces, new ArrayList<>());
    for (int file = 0; file < stamps.size(); file++) {
      boolean whole = content.isAmong(pieces, file, true);
      boolean still = file < last.stamps.size() && stamps.get(file).equals(last.stamps.get(file));
      sure.stamps.add(whole || still ? stamps.get(file) : Stamp.ABSENT);
    }
    return sure;
  }

  /** Whether others did something to the files, which are so now. */
  boolean isBroken(Content content, List<Stamp> now) {
    for (int file = 0; file < now.size(); file++) {
      if (!now.get(file).equals(stamps.get(file)) || isCut(content, file, now.get(file))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file has fewer bytes than its pieces, which are all here. */
  private boolean isCut(Content content, int file, Stamp now) {
    return content.isAmong(pieces, file, true)
        && now.bytes() < content.grid().files().get(file).sizeBytes();
  }
}
