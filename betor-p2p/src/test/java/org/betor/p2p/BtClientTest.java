package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BtClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path temp;

  @Test
  void downloadsWhatAnotherSeeds() throws Exception {
    Path film = Files.createDirectories(temp.resolve("seed")).resolve("Sintel.2010.mkv");
    byte[] bytes = new byte[40_000_000];
    new Random(7).nextBytes(bytes);
    Files.write(film, bytes);
    try (BtClient seeder = open("seeder");
        BtClient leecher = open("leecher")) {
      Torrent seeded = seeder.seed(film, SeedOptions.PLAIN);

      Torrent got =
          leecher.add(
              TorrentSource.of(MagnetLink.of(seeded.infoHash())),
              AddOptions.builder(temp.resolve("films")).peers(List.of(at(seeder))).build());
      got.await(TorrentSnapshot::isFinished, PATIENCE);

      assertThat(temp.resolve("films/Sintel.2010.mkv")).hasBinaryContent(bytes);
    }
  }

  @Test
  void downloadsWhatWasToFetchMetadataAloneAndIsResumedBeforeThatIsHere() throws Exception {
    Path film = Files.createDirectories(temp.resolve("seed")).resolve("Sintel.2010.mkv");
    Files.write(film, new byte[100_000]);
    try (BtClient seeder = open("seeder");
        BtClient leecher = open("leecher")) {
      Torrent seeded = seeder.seed(film, SeedOptions.PLAIN);
      AddOptions metadataOnly =
          AddOptions.builder(temp.resolve("films"))
              .start(AddOptions.Start.METADATA_ONLY)
              .peers(List.of(at(seeder)))
              .build();

      Torrent got = leecher.add(TorrentSource.of(MagnetLink.of(seeded.infoHash())), metadataOnly);
      got.resume();

      got.await(TorrentSnapshot::isFinished, PATIENCE);
    }
  }

  private static InetSocketAddress at(BtClient client) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port());
  }

  private BtClient open(String name) throws IOException {
    return BtClient.builder(temp.resolve(name))
        .bind(InetAddress.getLoopbackAddress())
        .discovery(Set.of())
        .open();
  }
}
