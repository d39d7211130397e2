package org.betor.p2p.internal.playing;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.betor.p2p.internal.loop.Loop;

/** Writes to a connection of a loop, and waits while it is full. Used by one thread at a time. */
final class Outlet {
  private final Loop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final Duration patience;
  private boolean hasRoom;

  /** With the time in which the other side has to take something. */
  Outlet(Loop loop, SocketChannel channel, SelectionKey key, Duration patience) {
    this.loop = loop;
    this.channel = channel;
    this.key = key;
    this.patience = patience;
  }

  /** Writes all that remains in the buffer. */
  void write(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    while (bytes.hasRemaining()) {
      awaitRoom();
      channel.write(bytes);
    }
  }

  /** There is room again; on the loop's thread. */
  synchronized void room() {
    key.interestOpsAnd(~SelectionKey.OP_WRITE);
    hasRoom = true;
    notifyAll();
  }

  private synchronized void awaitRoom() throws IOException {
    hasRoom = false;
    loop.execute(this::wantRoom);
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!hasRoom) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          throw new SocketTimeoutException("the client reads nothing for " + patience);
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the answer is not wanted any more");
    }
  }

  private void wantRoom() {
    if (key.isValid()) {
      key.interestOpsOr(SelectionKey.OP_WRITE);
    }
  }
}
