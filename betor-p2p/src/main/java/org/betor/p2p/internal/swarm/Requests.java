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
 * that it never waits for us; from the start, each block that comes lets us ask for two. While
 * something is urgent it is half a second's worth, so that what is urgent next comes soon.
 */
final class Requests {
  private static final int FEWEST = 4;
  private static final int FEWEST_IN_A_HURRY = 2;
  private static final int MOST = 512;

  /** The first second may have been a short one. */
  private static final int TICKS_TO_MEASURE = 2;

  private static final long SNUBBED_AFTER_NANOS = Duration.ofSeconds(15).toNanos();
  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long FOR_EVER_NANOS = Duration.ofDays(1).toNanos();

  private final Peer peer;
  private final Swarm swarm;
  private final Set<BlockRequest> open = new LinkedHashSet<>();
  private int depth = 4 * FEWEST;

  /** Seconds since it sent something first. */
  private long ticks;

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
    int allowed = allowed(download);
    int room = allowed - open.size();
    if (room < Math.max(1, allowed / 4)) {
      return;
    }
    ask(download.pick(peer, room));
    if (open.isEmpty() && !snubbed) {
      ask(download.pickAgain(peer, FEWEST));
    }
  }

  private int allowed(Download download) {
    long halfASecond = peer.down().lately() / BlockRequest.BLOCK_BYTES / 2;
    return ticks >= TICKS_TO_MEASURE && download.deadlines().areUrgent()
        ? (int) Math.min(depth, Math.max(FEWEST_IN_A_HURRY, halfASecond))
        : depth;
  }

  /**
   * Something is urgent now: what is not, is not asked for any more, save by peers that have
   * nothing better to send, as far as they do so soon.
   */
  void hurry() {
    Download download = swarm.download();
    if (download == null) {
      return;
    }
    int others = download.hasUrgent(peer) ? 0 : allowed(download);
    for (BlockRequest block : List.copyOf(open)) {
      if (!download.deadlines().isUrgent(block.piece()) && others-- <= 0) {
        cancel(block);
        download.release(peer, block);
      }
    }
    fill();
    peer.connection().flush();
  }

  /** How long it will take until all is here that the peer is asked for, as things stand. */
  long nanosLeft() {
    long perSecond = peer.down().lately();
    long quiet = open.isEmpty() ? 0 : swarm.nanoTime() - cameAt;
    long bytes = (long) open.size() * BlockRequest.BLOCK_BYTES;
    return perSecond == 0 ? FOR_EVER_NANOS : Math.max(quiet, bytes * SECOND_NANOS / perSecond);
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
      other.connection().flush();
    }
  }

  private void unasked(int bytes) throws MalformedException {
    swarm.wasted(bytes);
    if (lateBlocks-- <= 0) {
      throw new MalformedException("the peer sends blocks that nobody asked for");
    }
  }

  /** Another peer was faster, or something else is needed sooner. */
  void cancel(BlockRequest block) {
    if (open.remove(block)) {
      lateBlocks++;
      peer.send(Outgoing.cancel(block));
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
    ticks += peer.down().total() > 0 ? 1 : 0;
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
