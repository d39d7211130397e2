package org.betor.p2p.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.SeedOptions;
import org.betor.p2p.BtClient;
import org.betor.p2p.Discovery;
import org.betor.p2p.Encryption;
import org.betor.p2p.interop.Content.Layout;
import org.betor.p2p.interop.Transfer.Kind;
import org.betor.p2p.interop.Transfer.Meeting;
import org.betor.p2p.interop.Transfer.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
class SwarmInteropTest {
  private static final Transfer PLAIN =
      new Transfer(
          Layout.ONE_FILE,
          16,
          256,
          Source.TORRENT_FILE,
          Encryption.PREFERRED,
          Meeting.DIAL,
          Kind.PUBLIC);

  @TempDir private Path folder;

  @Test
  void learnsOfTheSeederFromAPeerThatHasNothing() throws Exception {
    try (Exchange exchange = new Exchange(folder, PLAIN)) {
      try (LibtorrentClient seeder = LibtorrentClient.start(exchange.seed(), "--pex");
          LibtorrentClient between =
              LibtorrentClient.start(
                  exchange.leech("between", seeder.address()), "--pex", "--nothing")) {
        between.awaitPeer(seeder.address());
        try (Party leecher =
            OurClient.start(exchange.leech("leech", between.address()), Discovery.PEX)) {
          leecher.awaitAll();
        }
      }
      exchange.check("leech", Software.OURS);
    }
  }

  @Test
  void threeClientsFinishFromOneSeeder() throws Exception {
    try (Exchange exchange = new Exchange(folder, PLAIN)) {
      try (Party seeder = LibtorrentClient.start(exchange.seed());
          Party first = OurClient.start(exchange.leech("first", seeder.address()));
          Party second =
              OurClient.start(exchange.leech("second", seeder.address(), first.address()));
          Party third =
              OurClient.start(exchange.leech("third", second.address(), first.address()))) {
        first.awaitAll();
        second.awaitAll();
        third.awaitAll();
      }
      exchange.check("first", Software.OURS);
      exchange.check("second", Software.OURS);
      exchange.check("third", Software.OURS);
    }
  }

  @Test
  void libtorrentTakesATorrentThatWasMadeHere() throws Exception {
    LibtorrentClient.need();
    Needed.unicodeFileNames();
    Content content = Content.make(folder.resolve("seed"), Layout.FOLDERS, 5 << 20);
    try (BtClient client =
        BtClient.builder(folder.resolve("own"))
            .bind(InetAddress.getLoopbackAddress())
            .port(0)
            .discovery(Set.of())
            .open()) {
      var made = client.seed(content.root(), SeedOptions.PLAIN).metainfo().orElseThrow();
      Errand errand =
          new Errand(
              folder.resolve("leech"),
              folder.resolve("own-leech"),
              folder.resolve("none.torrent"),
              Optional.of(made.magnet().toString()),
              false,
              List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port())),
              Encryption.PREFERRED);
      try (Party leecher = LibtorrentClient.start(errand)) {
        leecher.awaitAll();
      }
    }
    content.assertBytesCopied(folder.resolve("leech"));
  }
}
