package org.betor.p2p.internal.swarm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.wire.BlockRequest;
import org.betor.p2p.internal.wire.Outgoing;

/** What a peer asks us for. Blocks are read ahead as far as the peer takes them. */
final class Serving {
  /** How many requests of a peer may wait. */
  static final int MOST_REQUESTS = 1024;

  /** No peer asks for more at once, and most refuse more than a sixteenth of it. */
  private static final int MAX_BLOCK_BYTES = 128 << 10;

  private static final int READ_BYTES = 256 << 10;

  private final Peer peer;
  private final Swarm swarm;
  private final Deque<BlockRequest> waiting = new ArrayDeque<>();
  private boolean interested;
  private boolean choking = true;
  private boolean reading;

  Serving(Peer peer, Swarm swarm) {
    this.peer = peer;
    this.swarm = swarm;
  }

  void interested(boolean interested) {
    this.interested = interested;
  }

  boolean isInterested() {
    return interested;
  }

  boolean isChoking() {
    return choking;
  }

  /** Serves the peer from now on, or not. */
  void choke(boolean choking) {
    if (this.choking == choking) {
      return;
    }
    this.choking = choking;
    peer.send(Outgoing.choke(choking));
    if (choking) {
      refuseAll();
    }
    peer.connection().flush();
  }

  private void refuseAll() {
    waiting.forEach(this::refuse);
    waiting.clear();
  }

  private void refuse(BlockRequest request) {
    if (peer.isFast()) {
      peer.send(Outgoing.reject(request));
    }
  }

  void request(BlockRequest request) throws MalformedException {
    Pieces ours = swarm.pieces();
    if (ours == null || !ours.grid().contains(request) || request.length() > MAX_BLOCK_BYTES) {
      throw new MalformedException("the peer asks for %s, which is no block".formatted(request));
    }
    if (choking || !ours.has(request.piece()) || waiting.size() >= MOST_REQUESTS) {
      refuse(request);
      return;
    }
    waiting.add(request);
    go();
  }

  void cancel(BlockRequest request) {
    if (waiting.remove(request)) {
      refuse(request);
    }
  }

  /** Reads on, if the peer takes what is read. */
  void go() {
    Download download = swarm.download();
    if (reading
        || waiting.isEmpty()
        || download == null
        || peer.connection().queuedBytes() > READ_BYTES) {
      return;
    }
    List<BlockRequest> row = nextRow();
    BlockRequest first = row.get(0);
    int bytes = row.stream().mapToInt(BlockRequest::length).sum();
    reading = true;
    download
        .store()
        .read(
            new BlockRequest(first.piece(), first.offset(), bytes),
            content -> send(row, content),
            this::failed);
  }

  /** Requests that stand one behind another in a piece, so that they are read at once. */
  private List<BlockRequest> nextRow() {
    List<BlockRequest> row = new ArrayList<>();
    BlockRequest first = waiting.element();
    int end = first.offset();
    while (!waiting.isEmpty()
        && waiting.element().piece() == first.piece()
        && waiting.element().offset() == end
        && end - first.offset() < READ_BYTES) {
      BlockRequest next = waiting.remove();
      row.add(next);
      end += next.length();
    }
    return row;
  }

  private void send(List<BlockRequest> row, ByteBuffer content) {
    reading = false;
    if (!peer.connection().isOpen()) {
      return;
    }
    int at = 0;
    for (BlockRequest request : row) {
      peer.send(Outgoing.block(request, content.slice(at, request.length())));
      at += request.length();
    }
    peer.up().count(at);
    swarm.uploaded(at);
    peer.connection().flush();
    go();
  }

  private void failed(IOException cause) {
    reading = false;
    swarm.unreadable(cause);
  }
}
