package org.betor.p2p.interop;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.betor.p2p.Encryption;
import org.betor.p2p.interop.Content.Layout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other clients against one another: what they cannot do, ours need not do either. */
@Tag("interop")
class RealClientsTest {
  @TempDir private Path folder;

  @BeforeAll
  static void need() {
    LibtorrentClient.need();
    Needed.unicodeFileNames();
  }

  @Test
  void libtorrentSeedsToLibtorrent() throws Exception {
    Content content = content();
    try (Party seeder = LibtorrentClient.start(seed());
        Party leecher = LibtorrentClient.start(leech(List.of(seeder.address())))) {
      leecher.awaitAll();
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }

  @Test
  void libtorrentSeedsToAria2() throws Exception {
    Aria2Client.need();
    Content content = content();
    try (Party leecher = Aria2Client.start(leech(List.of()));
        Party seeder = LibtorrentClient.start(seed(leecher.address()))) {
      leecher.awaitAll();
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }

  @Test
  void aria2SeedsToLibtorrent() throws Exception {
    Aria2Client.need();
    Content content = content();
    try (Party seeder = Aria2Client.start(seed());
        Party leecher = LibtorrentClient.start(leech(List.of(seeder.address())))) {
      leecher.awaitAll();
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }

  @Test
  void transmissionSeedsToLibtorrent() throws Exception {
    TransmissionClient.need();
    Content content = content();
    try (Party seeder = TransmissionClient.start(seed());
        Party leecher = LibtorrentClient.start(leech(List.of(seeder.address())))) {
      leecher.awaitAll();
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }

  @Test
  void libtorrentSeedsToTransmission() throws Exception {
    TransmissionClient.need();
    Content content = content();
    try (Party leecher = TransmissionClient.start(leech(List.of()));
        Party seeder = LibtorrentClient.start(seed(leecher.address()))) {
      leecher.awaitAll();
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }

  private Content content() throws Exception {
    Content content = Content.make(folder.resolve("seed"), Layout.FOLDERS, 4 << 20);
    LibtorrentClient.make(content.root(), torrent(), List.of("--piece-bytes", "65536"));
    Files.createDirectories(folder.resolve("leech"));
    return content;
  }

  private Path torrent() {
    return folder.resolve("it.torrent");
  }

  private Errand seed(InetSocketAddress... peers) {
    return new Errand(
        folder.resolve("seed"),
        folder.resolve("own-seed"),
        torrent(),
        Optional.empty(),
        true,
        List.of(peers),
        Encryption.REQUIRED);
  }

  private Errand leech(List<InetSocketAddress> peers) {
    return new Errand(
        folder.resolve("leech"),
        folder.resolve("own-leech"),
        torrent(),
        Optional.empty(),
        false,
        peers,
        Encryption.REQUIRED);
  }
}
