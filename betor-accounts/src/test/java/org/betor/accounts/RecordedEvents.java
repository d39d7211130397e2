package org.betor.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Interest;

/** Keeps what is published, or refuses it. */
final class RecordedEvents implements EventChannel {
  final List<Event> published = new ArrayList<>();
  boolean down;
  Runnable meanwhile = () -> {};

  @Override
  public synchronized void publish(List<Event> events) {
    if (down) {
      throw new EventException(EventException.Reason.UNREACHABLE, "the broker is away");
    }
    published.addAll(events);
    meanwhile.run();
  }

  @Override
  public Subscription subscribe(Interest interest, Handler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DeadLetter> deadLetters(String group, int limit) {
    return List.of();
  }

  @Override
  public boolean replay(String group, UUID event) {
    return false;
  }

  @Override
  public int replayAll(String group) {
    return 0;
  }

  @Override
  public void forget(String group) {}

  @Override
  public void close() {}
}
