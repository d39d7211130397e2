package org.betor.events.rabbitmq;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.api.spi.Event;
import org.betor.events.internal.log.Entry;
import org.betor.events.internal.log.EventBytes;
import org.betor.events.internal.log.EventLog;
import org.betor.events.internal.log.LogReader;
import org.betor.events.internal.log.Position;

/**
 * Events that the broker has yet to get, and groups that it has yet to know of, on the disk. Safe
 * for use by several threads, of which one takes them out.
 */
final class Outbox implements Closeable {
  private static final long MAX_FILE_BYTES = 16 << 20;
  private static final int BATCH = 500;

  private final EventLog log;
  private final Position position;
  private final Interests groups;
  private final long maxBytes;
  private volatile long sent;

  private Outbox(EventLog log, Position position, Interests groups, long maxBytes) {
    this.log = log;
    this.position = position;
    this.groups = groups;
    this.maxBytes = maxBytes;
    this.sent = position.get();
  }

  static Outbox open(Path folder, long maxBytes) throws IOException {
    EventLog log = EventLog.open(folder, Math.min(MAX_FILE_BYTES, maxBytes / 4));
    try {
      Position position = Position.open(folder.resolve("sent"), 0);
      log.continueFrom(position.get());
      log.forgetBefore(position.get());
      return new Outbox(log, position, Interests.in(folder.resolve("groups")), maxBytes);
    } catch (IOException | RuntimeException failed) {
      log.close();
      throw failed;
    }
  }

  /** What the broker has to know of before it gets the events. */
  Interests groups() {
    return groups;
  }

  boolean isEmpty() {
    return sent >= log.end();
  }

  boolean isFull() {
    return log.bytes() >= maxBytes;
  }

  /** Adds events; they are durable on return. */
  void add(List<Event> events) throws IOException {
    log.append(events.stream().map(EventBytes::of).toList());
  }

  /** Reads what was not sent. */
  LogReader unsent() {
    return log.reader(sent);
  }

  /**
   * The next events; waits until there is one.
   *
   * @param line over which they are to be sent; {@link #wake} is to be called when it is lost
   * @throws IOException also if it is lost before there is one
   */
  Batch next(LogReader reader, Line line) throws IOException, InterruptedException {
    Entry entry =
        reader.next(line::isLost).orElseThrow(() -> new IOException("the connection has ended"));
    List<Event> events = new ArrayList<>(List.of(entry.event()));
    Optional<Entry> more = reader.poll();
    while (more.isPresent()) {
      entry = more.get();
      events.add(entry.event());
      more = events.size() < BATCH ? reader.poll() : Optional.empty();
    }
    return new Batch(events, entry.number() + 1);
  }

  /** Looks again whether the line is lost. */
  void wake() {
    log.wake();
  }

  void sent(Batch batch) throws IOException {
    position.set(batch.end);
    sent = batch.end;
    log.forgetBefore(sent);
  }

  @Override
  public void close() throws IOException {
    try (log) {
      position.close();
    }
  }

  /**
   * Some events.
   *
   * @param end the number after the last of them
   */
  record Batch(List<Event> events, long end) {}
}
