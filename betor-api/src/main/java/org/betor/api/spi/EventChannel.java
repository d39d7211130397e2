package org.betor.api.spi;

import java.util.function.Consumer;
import org.betor.api.Experimental;

/** Carries events to whoever listens. Safe for use by several threads. */
@Experimental
public interface EventChannel extends AutoCloseable {

  /** Takes an event; on return it cannot be lost any more. */
  void publish(Event event);

  /**
   * Hands each event of a type to one handler of each group, at least once. A handler that returns
   * is done with the event; one that throws sees it again.
   *
   * @return ends the subscription
   */
  AutoCloseable subscribe(String group, String type, Consumer<Event> handler);

  @Override
  void close();

  /** Opens a channel. A service. */
  interface Factory {

    /** Names the factory. */
    String id();

    /** Opens the host's channel. */
    EventChannel open(Host host);
  }
}
