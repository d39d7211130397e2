package org.betor.p2p.internal.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.betor.p2p.internal.encryption.StreamCipher;
import org.betor.p2p.internal.loop.Loop;

/**
 * A connected peer's socket: bytes come to an {@link Intake}, messages go out as fast as the peer
 * and the throttles take them. Used on the loop's thread only.
 */
public final class Connection implements Loop.Ready {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** So that many connections share a throttle evenly. */
  private static final int MAX_THROTTLED_BYTES = 32 << 10;

  /**
   * Messages that may wait: answers to all that a peer may ask, and a piece of news for each piece.
   */
  private static final int MAX_QUEUED = 8 << 10;

  private final Wires wires;
  private final SocketChannel channel;
  private final InetSocketAddress remote;
  private final SelectionKey key;
  private final Deque<Outgoing> queue = new ArrayDeque<>();
  private Intake intake = Intake.NONE;
  private List<Throttle> down = List.of();
  private List<Throttle> up = List.of();
  private StreamCipher incoming = StreamCipher.NONE;
  private StreamCipher outgoing = StreamCipher.NONE;

  /** What came and is not a whole message yet, decrypted. */
  private ByteBuffer early = NOTHING;

  /** What is encrypted, and not taken by the socket yet. */
  private ByteBuffer late = NOTHING;

  private long queuedBytes;
  private boolean open = true;

  /** Whether a message was dropped, since too many wait already. */
  private boolean unread;

  private Connection(Wires wires, SocketChannel channel) throws IOException {
    this.wires = wires;
    this.channel = channel;
    this.remote = (InetSocketAddress) channel.getRemoteAddress();
    this.key = wires.loop().register(channel, SelectionKey.OP_READ, this);
  }

  /** Takes over a channel that is connected; what comes waits for an intake. */
  public static Connection of(Wires wires, SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Connection(wires, channel);
  }

  /** The peer's address. */
  public InetSocketAddress remote() {
    return remote;
  }

  /** Whether it is not closed yet. */
  public boolean isOpen() {
    return open;
  }

  /** From now on, bytes go there; those that remain of what came last, too. */
  public void intake(Intake intake) {
    this.intake = intake;
  }

  /** From now on, these limit what comes and what goes. */
  public void throttles(List<Throttle> down, List<Throttle> up) {
    this.down = down;
    this.up = up;
  }

  /** From now on, all is encrypted; {@code rest} is what came already and is not decrypted. */
  public void encrypt(StreamCipher incoming, StreamCipher outgoing, ByteBuffer rest) {
    incoming.apply(rest);
    this.incoming = incoming;
    this.outgoing = outgoing;
  }

  /** Queues a message; it leaves with the next {@link #flush}. */
  public void send(Outgoing message) {
    if (queue.size() >= MAX_QUEUED) {
      unread = true;
      return;
    }
    queue.add(message);
    queuedBytes += message.remaining();
  }

  /** Queues bytes that are no message. */
  public void send(byte[] bytes) {
    send(new Outgoing(ByteBuffer.wrap(bytes), NOTHING));
  }

  /** How many bytes wait to be sent. */
  public long queuedBytes() {
    return queuedBytes + late.remaining();
  }

  /** Sends what is queued, as much as can be now. */
  public void flush() {
    try {
      if (unread) {
        throw new IOException("the peer does not read what it asked for");
      }
      write();
    } catch (IOException e) {
      close(String.valueOf(e.getMessage()));
    }
  }

  /** Closes it; {@code why} is for the log. */
  public void close(String why) {
    if (!open) {
      return;
    }
    open = false;
    try {
      channel.close();
    } catch (IOException e) {
      why += ", and then: " + e.getMessage();
    }
    intake.closed(why);
  }

  @Override
  public void ready(SelectionKey ready) {
    try {
      if (ready.isReadable()) {
        read();
      }
      if (open && ready.isWritable()) {
        write();
      }
    } catch (IOException e) {
      close(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      close("a fault of ours: " + e);
      throw e;
    }
  }

  /** The throttles may let something pass again. */
  void goOn() {
    if (open) {
      key.interestOpsOr(SelectionKey.OP_READ);
      flush();
    }
  }

  private void read() throws IOException {
    int allowance = allowance(down);
    if (allowance == 0) {
      key.interestOpsAnd(~SelectionKey.OP_READ);
      wires.hold(this);
      return;
    }
    ByteBuffer input = wires.input().put(early);
    int start = input.position();
    input.limit(Math.min(input.capacity(), start + Math.min(allowance, input.capacity())));
    int count = channel.read(input);
    if (count < 0) {
      close("the peer hung up");
      return;
    }
    down.forEach(throttle -> throttle.spend(count));
    incoming.apply(input.duplicate().flip().position(start));
    hand(input.flip());
  }

  private void hand(ByteBuffer input) throws IOException {
    Intake now;
    do {
      now = intake;
      now.take(input);
    } while (open && now != intake && input.hasRemaining());
    if (input.remaining() == input.capacity()) {
      throw new IOException("the peer's message does not end");
    }
    early = copy(input, early);
    if (open) {
      intake.paused();
    }
  }

  private void write() throws IOException {
    boolean all = false;
    while (open && !all && queuedBytes() > 0) {
      int allowance = allowance(up);
      if (allowance == 0) {
        wires.hold(this);
        waitForSocket(false); // or the loop would turn for nothing until the throttle's time
        return;
      }
      all = writeOnce(allowance);
    }
    if (open) {
      waitForSocket(late.hasRemaining());
    }
  }

  private void waitForSocket(boolean waits) {
    key.interestOps(
        waits
            ? key.interestOps() | SelectionKey.OP_WRITE
            : key.interestOps() & ~SelectionKey.OP_WRITE);
  }

  /** Whether the socket takes no more, so that there is nothing to do now. */
  private boolean writeOnce(int allowance) throws IOException {
    ByteBuffer output = wires.output().put(late);
    int start = output.position();
    output.limit(Math.max(start, Math.min(output.capacity(), allowance)));
    fill(output);
    outgoing.apply(output.duplicate().flip().position(start));
    output.flip();
    int count = channel.write(output);
    up.forEach(throttle -> throttle.spend(count));
    late = copy(output, late);
    intake.sent();
    return late.hasRemaining();
  }

  private void fill(ByteBuffer output) {
    int before = output.position();
    while (output.hasRemaining() && !queue.isEmpty()) {
      Outgoing message = queue.peek();
      move(message.head(), output);
      move(message.content(), output);
      if (message.remaining() == 0) {
        queue.poll();
      }
    }
    queuedBytes -= output.position() - before;
  }

  private static void move(ByteBuffer from, ByteBuffer to) {
    int count = Math.min(from.remaining(), to.remaining());
    to.put(to.position(), from, from.position(), count);
    to.position(to.position() + count);
    from.position(from.position() + count);
  }

  private static int allowance(List<Throttle> throttles) {
    int allowance = Integer.MAX_VALUE;
    for (Throttle throttle : throttles) {
      if (throttle.isLimited()) {
        allowance = Math.min(Math.min(allowance, MAX_THROTTLED_BYTES), throttle.allowance());
      }
    }
    return allowance;
  }

  /** What remains of the bytes, in the room of {@code old} if that is large enough. */
  private static ByteBuffer copy(ByteBuffer bytes, ByteBuffer old) {
    if (!bytes.hasRemaining()) {
      return NOTHING;
    }
    ByteBuffer room =
        old.capacity() >= bytes.remaining()
            ? old.clear()
            : ByteBuffer.allocate(Math.max(bytes.remaining(), BlockRequest.BLOCK_BYTES * 2));
    return room.put(bytes).flip();
  }

  /** Takes what a peer sends. */
  public interface Intake {
    /** Takes nothing. */
    Intake NONE =
        new Intake() {
          @Override
          public void take(ByteBuffer bytes) {}

          @Override
          public void closed(String why) {}
        };

    /**
     * Takes what it can from what came; what remains comes again with more.
     *
     * @throws IOException if the peer is to be left, with the reason
     */
    void take(ByteBuffer bytes) throws IOException;

    /** All that came for now was taken. */
    default void paused() {}

    /** Some of what was queued was sent. */
    default void sent() {}

    /** The connection is closed. */
    void closed(String why);
  }
}
