package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentState.Downloading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedClientTest implements TorrentClientContract {
  private final ScriptedSwarm swarm = new ScriptedSwarm();

  @Override
  public TorrentClient open(Path directory) {
    return swarm.open(directory);
  }

  @Override
  public MagnetLink linkTo(TorrentClient client, Torrent torrent) {
    return MagnetLink.of(torrent.infoHash());
  }

  @Test
  void aScriptLetsPiecesPassOneByOne(@TempDir Path folder) throws Exception {
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      swarm.pass(0);
      Torrent torrent = peers.leech(peers.seed(InventedFiles.film(4 * InventedFiles.PIECE)));
      assertThat(torrent.snapshot().state()).isEqualTo(new Downloading());
      assertThat(torrent.snapshot().peers()).isEqualTo(1);
      assertThat(torrent.snapshot().availability()).isEqualTo(1);

      swarm.pass(1);
      assertThat(torrent.snapshot().progress()).isEqualTo(0.25);
      swarm.pass(2);
      assertThat(torrent.snapshot().progress()).isEqualTo(0.75);
      swarm.passAll();
      assertThat(torrent.snapshot()).matches(TorrentSnapshot::isFinished);
    }
  }

  @Test
  void whatIsAheadOfAReaderComesFirst(@TempDir Path folder) throws Exception {
    int piece = InventedFiles.PIECE;
    InventedFiles film = InventedFiles.film(10 * piece);
    try (TestedPeers peers = new TestedPeers(this, folder)) {
      swarm.pass(0);
      Torrent torrent = peers.leech(peers.seed(film));
      try (SeekableByteChannel reader = ((Torrent.Streamable) torrent).open(0)) {
        reader.position(7L * piece);
        swarm.pass(2);

        ByteBuffer target = ByteBuffer.allocate(2 * piece);
        reader.read(target);
        reader.read(target);
        assertThat(target.array())
            .isEqualTo(Arrays.copyOfRange(film.content(0), 7 * piece, 9 * piece));
        assertThat(torrent.snapshot().progress()).isEqualTo(0.2);
      }
    }
  }

  @Test
  void aDirectoryHasOneClientAtATime(@TempDir Path folder) {
    try (TorrentClient first = open(folder)) {
      assertThat(first.torrents()).isEmpty();
      assertThatThrownBy(() -> open(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(folder.toString());
    }
  }
}
