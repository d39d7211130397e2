package org.betor.events.rabbitmq;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Interest;
import org.jspecify.annotations.Nullable;

/**
 * Puts a group's dead letters where they wait, over a connection of its own, which is made with the
 * first: a broker that is short of memory stops reading from whoever publishes, and the group's
 * acknowledgements are not to be stuck there. Safe for use by several threads.
 */
final class Burial implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Broker broker;
  private final Names names;
  private final Interest interest;
  private @Nullable Line line;
  private @Nullable ConfirmedChannel channel;
  private boolean closed;

  Burial(Broker broker, Names names, Interest interest) {
    this.broker = broker;
    this.names = names;
    this.interest = interest;
  }

  /**
   * On return the letter cannot be lost any more.
   *
   * @throws IOException if it may be
   */
  synchronized void bury(DeadLetter letter) throws IOException {
    if (closed) {
      throw new IOException("the group %s has ended".formatted(interest.group()));
    }
    ConfirmedChannel open = channel == null ? connected() : channel;
    if (open.isBlocked()) {
      throw blocked();
    }
    try {
      String exchange = names.deadLetterExchange();
      long number =
          open.publish(
              exchange,
              interest.group(),
              true,
              Message.properties(letter),
              Message.body(letter.event()));
      if (!open.await(() -> number, PATIENCE)) {
        throw blocked();
      }
    } catch (IOException | RuntimeException failed) {
      if (!open.isBlocked()) {
        disconnect();
      }
      throw failed;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    disconnect();
  }

  private ConfirmedChannel connected() throws IOException {
    Line connecting = broker.connect("dead letters of " + interest.group());
    line = connecting;
    try {
      ConfirmedChannel opened = ConfirmedChannel.over(connecting);
      names.declare(opened.channel(), List.of());
      names.declareDeadLetters(opened.channel(), interest.group());
      channel = opened;
      return opened;
    } catch (IOException | RuntimeException failed) {
      disconnect();
      throw failed;
    }
  }

  private void disconnect() {
    Line open = line;
    line = null;
    channel = null;
    if (open != null) {
      open.close();
    }
  }

  private static IOException blocked() {
    return new IOException("the broker takes nothing now: it is short of memory or disk");
  }
}
