package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.spi.PieceOrder;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.disk.OpenFiles;
import org.betor.p2p.internal.disk.PieceStore;
import org.betor.p2p.internal.disk.Storage;
import org.betor.p2p.internal.wire.BlockRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a download and its readers get along when memory is short. */
class DownloadTest {
  private static final int BLOCKS = 16;
  private static final int PIECE = BLOCKS * BlockRequest.BLOCK_BYTES;

  /** What is read is the second file, from piece 10 to piece 19. */
  private final InventedTorrent torrent = InventedTorrent.folder(PIECE, 10 * PIECE, 10 * PIECE);

  private final Room room = new Room(2 * PIECE);
  @TempDir private Path folder;
  private SwarmBench bench;
  private Download download;
  private Peer peer;

  @BeforeEach
  void begin() throws Exception {
    bench = new SwarmBench(torrent, folder).withMetadata();
    peer = bench.stranger();
    bench.onLoop(
        () -> {
          peer.haveAll();
          return true;
        });
    PieceStore store =
        new PieceStore(
            new Storage(torrent.metainfo(), torrent.grid(), folder, new OpenFiles(1)),
            torrent.grid(),
            work -> {},
            bench.loop);
    download = new Download(bench.pieces, store, bench.timers, 7, room, new Unheard());
    download.order(PieceOrder.SEQUENTIAL);
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void aReadersPieceIsBegunThoughOthersThatAreAwaitedFillTheRoom() {
    assertThat(pieces(download.pick(peer, 3 * BLOCKS))).containsExactly(0, 1);
    read(12);

    assertThat(pieces(download.pick(peer, 3 * BLOCKS))).containsExactly(12);
    assertThat(download.pick(peer, BLOCKS)).isEmpty();
  }

  @Test
  void begunPiecesThatNobodyIsAskedForMakeRoomForThoseOfAReader() {
    List<BlockRequest> begun = download.pick(peer, 3 * BLOCKS);
    begun.forEach(block -> download.release(peer, block));
    read(12);

    assertThat(pieces(download.pick(peer, 2 * BLOCKS))).containsExactly(12, 13);
  }

  @Test
  void whatIsUrgentAndIdleIsForgottenLast() {
    read(12);
    List<BlockRequest> urgent = download.pick(peer, BLOCKS);
    List<BlockRequest> others = download.pick(peer, BLOCKS);
    assertThat(pieces(urgent)).containsExactly(12);
    others.forEach(block -> download.release(peer, block));
    urgent.forEach(block -> download.release(peer, block));

    assertThat(pieces(download.pick(peer, 2 * BLOCKS))).containsExactly(12, 13);
    assertThat(pieces(download.pick(peer, BLOCKS))).isEmpty();
  }

  @Test
  void tellsWhetherAPeerHasSomethingUrgentThatNobodyIsAskedFor() throws Exception {
    assertThat(download.hasUrgent(peer)).isFalse();
    read(19);
    assertThat(download.hasUrgent(peer)).isTrue();
    assertThat(download.hasUrgent(bench.stranger())).isFalse();

    assertThat(pieces(download.pick(peer, 2 * BLOCKS))).containsExactly(19, 10);
    bench.pieces.gained(18);
    bench.pieces.gained(17);
    bench.pieces.gained(16);
    bench.pieces.gained(15);
    assertThat(download.hasUrgent(peer)).isFalse();
  }

  private void read(int piece) {
    bench.pieces.deadlines().open(torrent.grid().files().get(1)).move(piece);
  }

  private static List<Integer> pieces(List<BlockRequest> blocks) {
    return blocks.stream().map(BlockRequest::piece).distinct().toList();
  }

  private static final class Unheard implements Download.Events {

    @Override
    public void gained(int piece) {}

    @Override
    public void lied(Peer peer) {}

    @Override
    public void wasted(long bytes) {}

    @Override
    public void failed(IOException cause) {}
  }
}
