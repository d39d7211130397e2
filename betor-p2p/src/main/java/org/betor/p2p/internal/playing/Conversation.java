package org.betor.p2p.internal.playing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.betor.p2p.internal.loop.Timers.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client asks on one connection, and is answered, one after another. What is short is
 * answered on the loop's thread, content on one of its own, while the loop goes on to watch whether
 * the client is still there. Used on the loop's thread only.
 */
final class Conversation {
  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  /** For a head to come, and before that for a client to ask again. */
  private static final Duration PATIENCE_TO_ASK = Duration.ofSeconds(30);

  /** For a client to read the last answer and close, so that it is not cut off by a reset. */
  private static final Duration PATIENCE_TO_LEAVE = Duration.ofSeconds(2);

  private static final int MAX_UNREAD_BYTES = 1 << 20;

  private final HttpPort port;
  private final SocketChannel channel;
  private final Outlet outlet;
  private final Intake intake = new Intake();
  private Timer deadline;
  private @Nullable Future<?> delivery;
  private boolean leaving;
  private int unread;

  private Conversation(HttpPort port, SocketChannel channel) throws IOException {
    this.port = port;
    this.channel = channel;
    SelectionKey key = port.loop().register(channel, SelectionKey.OP_READ, this::ready);
    this.outlet = new Outlet(port.loop(), channel, key, port.patience());
    this.deadline = port.loop().after(PATIENCE_TO_ASK, this::close);
  }

  static Conversation begin(HttpPort port, SocketChannel channel) throws IOException {
    return new Conversation(port, channel);
  }

  /** Whether content is on its way. */
  boolean isDelivering() {
    return delivery != null;
  }

  /** Ends it at once, and what is on its way. */
  void close() {
    deadline.cancel();
    if (delivery != null) {
      delivery.cancel(true);
      delivery = null;
    }
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("A connection was not closed well: {}", e.getMessage());
    }
    port.ended(this);
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isWritable()) {
        outlet.room();
      }
      if (key.isReadable()) {
        read();
      }
    } catch (IOException e) {
      LOG.debug("A client is gone: {}", e.getMessage());
      close();
    }
  }

  private void read() throws IOException {
    int count = channel.read(intake.free());
    if (count < 0 || isFlooded(count)) {
      close();
    } else if (leaving) {
      intake.clear();
    } else if (delivery == null) {
      answerAll();
    }
  }

  /** More than is ever read. */
  private boolean isFlooded(int count) {
    unread = leaving ? unread + count : 0;
    return unread > MAX_UNREAD_BYTES || (delivery != null && intake.isFull());
  }

  private void answerAll() throws IOException {
    while (delivery == null && !leaving && channel.isOpen()) {
      Optional<List<String>> head = intake.head();
      if (head.isPresent()) {
        answer(reply(head.get()));
      } else if (intake.isFull()) {
        answer(Reply.refusal(Status.HEAD_TOO_LARGE));
      } else {
        return;
      }
    }
  }

  private Reply reply(List<String> head) {
    try {
      return port.clerk().answer(RequestReader.read(head));
    } catch (RefusedException e) {
      return Reply.refusal(e.status());
    }
  }

  private void answer(Reply reply) throws IOException {
    deadline.cancel();
    Reply.Body body = reply.body();
    if (body == null) {
      answerShortly(reply);
    } else {
      deliver(reply, new Delivery(port.head(reply), body, outlet));
    }
  }

  private void answerShortly(Reply reply) throws IOException {
    ByteBuffer head = port.head(reply);
    channel.write(head);
    if (head.hasRemaining()) {
      throw new IOException("it asks again and again, and reads nothing");
    }
    answered(reply.persistent());
  }

  private void deliver(Reply reply, Delivery content) throws IOException {
    try {
      delivery = port.submit(() -> run(content, reply.persistent()));
    } catch (RejectedExecutionException e) {
      answerShortly(unavailable());
    }
  }

  private static Reply unavailable() {
    return Reply.refusal(Status.SERVICE_UNAVAILABLE).with("Retry-After", "1");
  }

  /** On a thread of its own. */
  private void run(Delivery content, boolean persistent) {
    Step next = outcome(content, persistent);
    port.loop().execute(() -> whileDelivering(next));
  }

  private Step outcome(Delivery content, boolean persistent) {
    boolean begun = false;
    try (SeekableByteChannel opened = content.open()) {
      begun = true;
      content.send(opened);
      return () -> delivered(persistent);
    } catch (IOException | RuntimeException e) {
      LOG.debug("An answer is cut off, or not even begun", e);
      return begun ? this::close : () -> answerShortly(unavailable());
    }
  }

  /** Does something unless it ended meanwhile. */
  private void whileDelivering(Step step) {
    if (delivery == null) {
      return;
    }
    try {
      step.run();
    } catch (IOException e) {
      close();
    }
  }

  private void delivered(boolean persistent) throws IOException {
    answered(persistent);
    answerAll();
  }

  private void answered(boolean persistent) throws IOException {
    delivery = null;
    if (persistent) {
      deadline = port.loop().after(PATIENCE_TO_ASK, this::close);
    } else {
      leaving = true;
      channel.shutdownOutput();
      intake.clear();
      deadline = port.loop().after(PATIENCE_TO_LEAVE, this::close);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
