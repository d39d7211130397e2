package org.betor.p2p.internal.swarm;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * What we asked a peer for. So much is asked for in advance as the peer sends in about a second, so
 * that it never waits for us; from the start, each block that comes lets us ask for two.
 */
final class Requests {
  private static final int FEWEST = 4;
  private static final int MOST = 512;
  private static final long SNUBBED_AFTER_NANOS = Duration.ofSeconds(15).toNanos();

  private final Peer peer;
  private final Swarm swarm;
  private final Set<BlockRequest> open = new LinkedHashSet<>();
  private int depth = 4 * FEWEST;
  private long cameAt;
  private boolean snubbed;

  /** Blocks that may come though they are not asked for any more. */
  private int lateBlocks = MOST;

  Requests(Peer peer, Swarm swarm) {
    this.peer = peer;
    this.swarm = swarm;
  }

  /** Asks for as much as is good now. */
  void fill() {
    Download download = swarm.download();
    boolean mayAsk = peer.connection().isOpen() && !peer.isChoked() && peer.isInteresting();
    if (download == null || !mayAsk) {
      return;
    }
    int room = depth - open.size();
    if (room < Math.max(1, depth / 4)) {
      return;
    }
    ask(download.pick(peer, room));
    if (open.isEmpty() && !snubbed) {
      ask(download.pickAgain(peer, FEWEST));
    }
  }

  private void ask(List<BlockRequest> blocks) {
    if (open.isEmpty()) {
      cameAt = swarm.nanoTime();
    }
    for (BlockRequest block : blocks) {
      if (open.add(block)) {
        peer.send(Outgoing.request(block));
      }
    }
  }

  /** A block came; one that was not asked for is left. */
  void received(BlockRequest block, ByteBuffer data) throws MalformedException {
    Download download = swarm.download();
    if (!open.remove(block) || download == null) {
      unasked(data.remaining());
      return;
    }
    peer.down().count(data.remaining());
    cameAt = swarm.nanoTime();
    snubbed = false;
    depth = Math.min(MOST, depth + 1);
    byte[] content = new byte[data.remaining()];
    data.get(content);
    swarm.downloaded(content.length);
    for (Peer other : download.received(peer, block, content)) {
      other.requests().cancel(block);
    }
  }

  private void unasked(int bytes) throws MalformedException {
    swarm.wasted(bytes);
    if (lateBlocks-- <= 0) {
      throw new MalformedException("the peer sends blocks that nobody asked for");
    }
  }

  /** Another peer was faster. */
  private void cancel(BlockRequest block) {
    if (open.remove(block)) {
      lateBlocks++;
      peer.send(Outgoing.cancel(block));
      peer.connection().flush();
    }
  }

  void rejected(BlockRequest block) {
    if (open.remove(block)) {
      release(block, swarm.download());
    }
  }

  /** The peer will send nothing of it. */
  void dropAll() {
    Download download = swarm.download();
    open.forEach(block -> release(block, download));
    lateBlocks += open.size();
    open.clear();
  }

  private void release(BlockRequest block, @Nullable Download download) {
    if (download != null) {
      download.release(peer, block);
    }
  }

  /** A second is over: how much comes is known better now. */
  void tick() {
    long perSecond = peer.down().perSecond() / BlockRequest.BLOCK_BYTES;
    depth =
        (int) Math.max(snubbed ? 1 : FEWEST, Math.min(MOST, Math.max(depth / 2, 2 * perSecond)));
    if (!open.isEmpty() && swarm.nanoTime() - cameAt > SNUBBED_AFTER_NANOS) {
      snub();
    }
    fill();
  }

  /** Others may be asked for what the peer keeps back; what it sends yet is taken all the same. */
  private void snub() {
    snubbed = true;
    depth = 1;
    Download download = swarm.download();
    open.forEach(block -> release(block, download));
  }
}
