package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.spi.FilePriority;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.disk.InventedTorrent;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.Outgoing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SwarmTest {
  private static final int BLOCK = BlockRequest.BLOCK_BYTES;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // every test begins with bench(...)
  private SwarmBench bench;

  private SwarmBench bench(InventedTorrent torrent) throws Exception {
    bench = new SwarmBench(torrent, folder);
    return bench;
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void fetchesEveryPieceOnceFromSeveralPeers() throws Exception {
    bench(InventedTorrent.single(2 * BLOCK, 40 * BLOCK + 5)).withMetadata();
    List<ScriptedPeer> peers = List.of(seeder(), seeder(), seeder());

    serveUntilFinished(peers, List.of());

    assertThat(bench.gained).containsExactlyInAnyOrderElementsOf(range(21));
    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(bench.torrent.row());
  }

  @Test
  void finishesWithHonestPeersBesideALiar() throws Exception {
    bench(InventedTorrent.single(40 * BLOCK, 40 * BLOCK)).withMetadata();
    ScriptedPeer liar = seeder();
    List<ScriptedPeer> honest = List.of(seeder(), seeder());

    serveUntilFinished(honest, List.of(liar));

    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(bench.torrent.row());
  }

  @Test
  void asksOnePeerAloneForAPieceThatWasCorrupt() throws Exception {
    bench(InventedTorrent.single(20 * BLOCK, 20 * BLOCK)).withMetadata();
    ScriptedPeer first = seeder();
    ScriptedPeer second = seeder();
    first.hear(() -> first.requests.size() == 16);
    second.hear(() -> second.requests.size() >= 4);
    serveAll(first, new byte[20 * BLOCK]);
    serveAll(second, new byte[20 * BLOCK]);
    landCorrupt();
    forget(first);
    forget(second);

    bench.pass(2);
    first.say(Outgoing.choke(false)).hear(() -> !first.requests.isEmpty());
    bench.pass(2);
    second.ping();

    assertThat(second.requests).isEmpty();
  }

  @Test
  void beginsACorruptPieceAnewWhenThePeerThatItIsLeftToStops() throws Exception {
    bench(InventedTorrent.single(20 * BLOCK, 20 * BLOCK)).withMetadata();
    ScriptedPeer first = seeder();
    ScriptedPeer second = seeder();
    first.hear(() -> first.requests.size() == 16);
    second.hear(() -> second.requests.size() >= 4);
    serveAll(first, new byte[20 * BLOCK]);
    serveAll(second, new byte[20 * BLOCK]);
    landCorrupt();

    serveUntilFinished(List.of(first), List.of());

    assertThat(folder.resolve("Sintel.2010.mkv")).hasBinaryContent(bench.torrent.row());
  }

  @Test
  void goesOnWithAPieceThatIsLargerThanWhatAPeerSendsBeforeItChokes() throws Exception {
    bench(InventedTorrent.single(64 * BLOCK, 64 * BLOCK)).withMetadata();
    ScriptedPeer peer = seeder();
    int sent = 0;
    for (int round = 0; round < 30 && bench.waitingForDisk() == 0; round++) {
      peer.hear(() -> !peer.requests.isEmpty());
      for (BlockRequest each :
          List.copyOf(peer.requests).subList(0, Math.min(6, peer.requests.size()))) {
        peer.serve(each, bench.torrent.row(), 64 * BLOCK);
        sent++;
      }
      rejectAll(peer.say(Outgoing.choke(true)));
      peer.ping();
      rejectAll(peer);
      peer.ping();
      bench.pass(3);
      peer.say(Outgoing.choke(false));
    }

    assertThat(sent).isEqualTo(64);
    bench.runDisk();
    assertThat(bench.gained).containsExactly(0);
  }

  @Test
  void staysInterestedAfterAPieceCameThatIsNotWantedAnyMore() throws Exception {
    bench(InventedTorrent.folder(BLOCK, BLOCK, BLOCK)).withMetadata();
    ScriptedPeer peer = seeder();
    peer.hear(() -> peer.requests.size() == 2);
    BlockRequest first = new BlockRequest(0, 0, BLOCK);
    peer.serve(first, bench.torrent.row(), BLOCK);
    peer.ping();
    bench.onLoop(
        () -> {
          bench.pieces.prioritise(List.of(FilePriority.SKIP, FilePriority.NORMAL));
          bench.swarm.wantedChanged();
          return true;
        });

    bench.runDisk();

    peer.hear(() -> !peer.haves.isEmpty());
    peer.ping();
    assertThat(peer.interested).isTrue();
  }

  @Test
  void takesTheMetadataThoughThePeerChangesItsMindOnTheSize() throws Exception {
    bench(InventedTorrent.single(1, 1_000)); // its info dictionary has 20,000 bytes and more
    byte[] info = bench.torrent.metainfo().info();
    ScriptedPeer peer = bench.join();
    peer.say(Outgoing.extended(0, ExtensionHandshake.bytes(false, info.length, 6881, 10)));
    peer.hear(() -> peer.metadataMessages(0) == 2);
    peer.say(metadata(info, 1));
    peer.say(Outgoing.extended(0, ExtensionHandshake.bytes(false, info.length - 500, 6881, 10)));
    peer.say(metadata(info, 0));

    peer.ping();
    assertThat(peer.gone).isFalse();
    assertThat(metadata()).isEqualTo(info);
  }

  @Test
  void leavesAPeerWhoseMetadataIsOfAnotherTorrent() throws Exception {
    bench(InventedTorrent.single(BLOCK, BLOCK));
    ScriptedPeer peer = bench.join();
    peer.say(Outgoing.extended(0, ExtensionHandshake.bytes(false, 100, 6881, 10)));
    peer.hear(() -> peer.metadataMessages(0) == 1);

    peer.say(metadata(new byte[100], 0)).hear(() -> false);

    assertThat(metadata()).isNull();
    assertThat(bench.onLoop(bench.swarm::size)).isZero();
  }

  @Test
  void leavesAPeerThatHasPiecesWhichAreNoneOnceThatIsKnownAndGoesOnWithOthers() throws Exception {
    bench(InventedTorrent.single(BLOCK, 2 * BLOCK));
    ScriptedPeer boaster = bench.join().say(Outgoing.have(1_000_000), Outgoing.have(0));
    ScriptedPeer honest = bench.join().offerAll();
    boaster.ping();
    honest.ping();

    bench.withMetadata();

    boaster.hear(() -> false);
    honest.hear(() -> honest.requests.size() == 2);
    assertThat(bench.onLoop(bench.swarm::availability)).isEqualTo(1);
  }

  @Test
  void outlivesThousandsOfAddressesThatFailAtOnce() throws Exception {
    bench(InventedTorrent.single(BLOCK, BLOCK));
    List<InetSocketAddress> addresses =
        IntStream.rangeClosed(1, 2_000)
            .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .toList();

    int deepest = bench.onLoop(() -> deepestCall(addresses));

    assertThat(bench.calls).hasSize(2_000);
    assertThat(deepest).isLessThan(100);
  }

  private int deepestCall(List<InetSocketAddress> addresses) {
    List<Integer> depths = new ArrayList<>();
    bench.callee =
        (address, from) -> {
          depths.add((int) StackWalker.getInstance().walk(frames -> frames.count()).longValue());
          from.missed(address, "the network is unreachable");
        };
    bench.swarm.learn(addresses);
    return depths.stream().mapToInt(each -> each).max().orElseThrow();
  }

  private byte[] metadata() throws Exception {
    return bench.onLoop(() -> bench.swarm.metadata());
  }

  private ScriptedPeer seeder() throws Exception {
    ScriptedPeer peer = bench.join().offerAll();
    peer.hear(() -> peer.interested);
    return peer;
  }

  /** Serves what peers are asked for, right or wrong, until everything is here. */
  private void serveUntilFinished(List<ScriptedPeer> honest, List<ScriptedPeer> liars)
      throws Exception {
    byte[] wrong = bench.torrent.row().clone();
    for (int i = 0; i < wrong.length; i++) {
      wrong[i] ^= 1;
    }
    for (int round = 0; !bench.onLoop(bench.pieces::isFinished); round++) {
      assertThat(round).as("rounds").isLessThan(300);
      for (ScriptedPeer each : honest) {
        each.ping();
        serveAll(each, bench.torrent.row());
      }
      for (ScriptedPeer each : liars) {
        each.ping();
        serveAll(each, wrong);
      }
      bench.runDisk();
      bench.pass(1);
    }
  }

  private void serveAll(ScriptedPeer peer, byte[] row) throws IOException {
    for (BlockRequest each : List.copyOf(peer.requests)) {
      if (!peer.gone) {
        peer.serve(each, row, bench.torrent.metainfo().pieceBytes());
      }
    }
  }

  private void landCorrupt() throws Exception {
    while (bench.waitingForDisk() == 0) {
      Thread.onSpinWait();
    }
    bench.runDisk();
    assertThat(bench.gained).isEmpty();
  }

  private static void forget(ScriptedPeer peer) {
    peer.requests.clear();
  }

  private static void rejectAll(ScriptedPeer peer) throws IOException {
    for (BlockRequest each : List.copyOf(peer.requests)) {
      peer.say(Outgoing.reject(each));
    }
    peer.requests.clear();
  }

  private static Outgoing metadata(byte[] info, int piece) {
    byte[] head = Bencode.write(Map.of("msg_type", 1, "piece", piece, "total_size", info.length));
    int start = piece * BLOCK;
    int end = Math.min(info.length, start + BLOCK);
    byte[] payload = Arrays.copyOf(head, head.length + end - start);
    System.arraycopy(info, start, payload, head.length, end - start);
    return Outgoing.extended(ExtensionHandshake.METADATA_ID, payload);
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
