package org.betor.events;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel.Handler;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.Interest;
import org.betor.events.internal.lane.Delivery;
import org.betor.events.internal.lane.Lanes;
import org.betor.events.internal.lane.Manner;
import org.betor.events.internal.log.Entry;
import org.betor.events.internal.log.EventLog;
import org.betor.events.internal.log.LogReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log for a group, from where that is, and hands over what it wants. */
final class Feed implements Subscription {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Logger log = LoggerFactory.getLogger(Feed.class);

  private final Interest interest;
  private final Group group;
  private final EventLog events;
  private final Manner manner;
  private final Lanes lanes;
  private final Consumer<Feed> ended;
  private final Thread thread;

  Feed(
      Interest interest,
      Handler handler,
      Group group,
      EventLog events,
      Manner manner,
      Consumer<Feed> ended) {
    this.interest = interest;
    this.group = group;
    this.events = events;
    this.manner = manner;
    this.ended = ended;
    this.lanes = new Lanes(group.name(), handler, manner);
    this.thread = new Thread(this::run, "betor-events-" + group.name() + "-feed");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Hands a letter over that is to be replayed, unless it waits for a subscription that wants it.
   */
  void replay(long number) throws IOException {
    Event event = group.letters().get(number).event();
    try {
      if (interest.matches(event)) {
        lanes.put(new Replayed(number, event));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is replayed with the next subscription
    }
  }

  @Override
  public void close() {
    begin();
    await(PATIENCE);
  }

  /** Begins to end. */
  void begin() {
    thread.interrupt();
    lanes.end();
  }

  void await(Duration patience) {
    if (!lanes.awaitEnd(patience, thread)) {
      log.warn("the handler of {} does not end", group.name());
    }
    ended.accept(this);
  }

  private void run() {
    try {
      replayWhatIsLeft();
      while (true) {
        try (LogReader reader = events.reader(group.restart())) {
          feed(reader);
        } catch (IOException failed) {
          log.error("{} cannot read its events, and will try again", group.name(), failed);
          manner.pause().pause(manner.retries().longest());
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void replayWhatIsLeft() {
    for (long number : group.letters().again()) {
      try {
        replay(number);
      } catch (IOException damaged) {
        log.error("a dead letter of {} is not replayed", group.name(), damaged);
      }
    }
  }

  private void feed(LogReader reader) throws IOException, InterruptedException {
    while (true) {
      if (Thread.interrupted()) { // nothing below waits where it might notice
        throw new InterruptedException();
      }
      Entry entry = reader.next();
      Event event = entry.event();
      group.begin(entry.number());
      if (interest.matches(event) && !group.letters().has(entry.number())) {
        lanes.put(new Logged(entry.number(), event));
      } else {
        group.done(entry.number());
      }
    }
  }

  /** From the log. */
  private final class Logged implements Delivery {
    private final long number;
    private final Event event;

    Logged(long number, Event event) {
      this.number = number;
      this.event = event;
    }

    @Override
    public Event event() {
      return event;
    }

    @Override
    public void done() throws IOException {
      group.done(number);
    }

    @Override
    public void bury(DeadLetter letter) throws IOException {
      group.letters().add(number, letter);
      log.warn("{} has a dead letter: {}", group.name(), letter.reason());
      group.done(number);
    }
  }

  /** A dead letter, for which the log has no place any more. */
  private final class Replayed implements Delivery {
    private final long number;
    private final Event event;

    Replayed(long number, Event event) {
      this.number = number;
      this.event = event;
    }

    @Override
    public Event event() {
      return event;
    }

    @Override
    public void done() throws IOException {
      group.letters().done(number);
    }

    @Override
    public void bury(DeadLetter letter) throws IOException {
      group.letters().add(number, letter);
    }
  }
}
