package org.betor.p2p.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.p2p.internal.swarm.Swarm;

/** Makes a torrent's snapshot. */
final class Portrait {

  private Portrait() {}

  static TorrentSnapshot of(TorrentSession session) {
    TorrentSnapshot.Builder snapshot =
        TorrentSnapshot.builder(session.state())
            .name(name(session))
            .transferred(session.downloaded(), session.uploaded());
    Content content = session.content();
    if (content != null) {
      snapshot
          .files(files(content, session.intent().wishes()))
          .bytes(content.pieces().verifiedBytes(), content.pieces().wantedBytes())
          .pieces(content.pieces().count(), content.grid().pieces());
    }
    Sharing sharing = session.sharing();
    if (sharing != null) {
      Swarm swarm = sharing.swarm();
      snapshot
          .rates(swarm.down().perSecond(), swarm.up().perSecond())
          .peers(swarm.size(), swarm.availability())
          .trackers(sharing.trackers());
    }
    return snapshot.build();
  }

  private static String name(TorrentSession session) {
    Content content = session.content();
    return content != null
        ? content.metainfo().name()
        : session.first().link().name().orElse(session.infoHash().hex());
  }

  private static List<TorrentSnapshot.File> files(Content content, FileWishes wishes) {
    List<FilePriority> priorities = wishes.ofAll(content.grid().files().size());
    List<TorrentSnapshot.File> files = new ArrayList<>();
    for (int i = 0; i < priorities.size(); i++) {
      files.add(
          new TorrentSnapshot.File(
              content.grid().files().get(i).path(),
              content.grid().files().get(i).sizeBytes(),
              content.pieces().verifiedBytes(i),
              priorities.get(i)));
    }
    return files;
  }
}
