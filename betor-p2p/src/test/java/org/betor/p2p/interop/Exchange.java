package org.betor.p2p.interop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.tracker.LoopbackTracker;
import org.betor.p2p.interop.Content.Layout;
import org.betor.p2p.interop.Transfer.Meeting;
import org.betor.p2p.interop.Transfer.Source;

/** Content and its torrent in a folder, and parties that share it. */
final class Exchange implements AutoCloseable {
  private final Path folder;
  private final Transfer transfer;
  private final Content content;
  private final LoopbackTracker tracker = LoopbackTracker.open();

  /** Makes them, or skips the test if libtorrent is not here to make the torrent. */
  Exchange(Path folder, Transfer transfer) throws Exception {
    LibtorrentClient.need();
    if (transfer.layout() == Layout.FOLDERS) {
      Needed.unicodeFileNames();
    }
    this.folder = folder;
    this.transfer = transfer;
    this.content =
        Content.make(folder.resolve("seed"), transfer.layout(), transfer.contentMib() << 20);
    LibtorrentClient.make(content.root(), torrent(), making());
  }

  private List<String> making() {
    List<String> options =
        new ArrayList<>(List.of("--piece-bytes", String.valueOf(transfer.pieceKib() << 10)));
    switch (transfer.meeting()) {
      case DIAL -> {}
      case HTTP_TRACKER -> options.addAll(List.of("--tracker", tracker.http().toString()));
      case UDP_TRACKER -> options.addAll(List.of("--tracker", tracker.udp().toString()));
    }
    switch (transfer.kind()) {
      case PUBLIC -> {}
      case PRIVATE -> options.add("--private");
      case HYBRID -> options.add("--hybrid");
    }
    return options;
  }

  /** Has one client get everything from the other. */
  @SuppressWarnings("try") // a seeder has to be there, and nothing else
  void run(Software from, Software to) throws Exception {
    if (transfer.meeting() == Meeting.DIAL && !to.dials()) {
      try (Party leecher = to.start(leech("leech"));
          Party seeder = from.start(seed(leecher.address()))) {
        leecher.awaitAll();
      }
    } else {
      try (Party seeder = from.start(seed());
          Party leecher = to.start(leech("leech", known(seeder)))) {
        leecher.awaitAll();
      }
    }
    check("leech", to);
  }

  private InetSocketAddress[] known(Party seeder) throws InterruptedException {
    if (transfer.meeting() == Meeting.DIAL) {
      return new InetSocketAddress[] {seeder.address()};
    }
    tracker.next(); // the seeder is known there
    return new InetSocketAddress[0];
  }

  /** What a seeder is to do. */
  Errand seed(InetSocketAddress... peers) throws IOException {
    return errand("seed", Source.TORRENT_FILE, true, peers);
  }

  /** What a leecher in a folder of that name is to do. */
  Errand leech(String name, InetSocketAddress... peers) throws IOException {
    Files.createDirectories(folder.resolve(name));
    return errand(name, transfer.source(), false, peers);
  }

  private Errand errand(String name, Source source, boolean complete, InetSocketAddress... peers)
      throws IOException {
    return new Errand(
        folder.resolve(name),
        folder.resolve("own-" + name),
        torrent(),
        source == Source.MAGNET ? Optional.of(magnet()) : Optional.empty(),
        complete,
        List.of(peers),
        transfer.encryption());
  }

  /** Checks what a leecher has in the folder of that name. */
  void check(String name, Software leecher) throws IOException {
    if (leecher == Software.OURS) {
      content.assertCopied(folder.resolve(name));
    } else {
      content.assertBytesCopied(folder.resolve(name));
    }
  }

  private Path torrent() {
    return folder.resolve("it.torrent");
  }

  private String magnet() throws IOException {
    return Metainfo.read(torrent()).magnet().toString();
  }

  @Override
  public void close() {
    tracker.close();
  }
}
