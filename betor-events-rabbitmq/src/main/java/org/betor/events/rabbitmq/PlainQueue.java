package org.betor.events.rabbitmq;

import java.util.function.Function;
import org.betor.api.spi.Event;

/**
 * A durable queue that gets events of a type as plain JSON too, for consumers that know nothing of
 * CloudEvents. Its messages have the event's id as their {@code message-id}.
 *
 * @param type the type of the events
 * @param queue the name of the queue, which is declared with no arguments
 * @param level events up to this level; 0 for those that are for everybody
 * @param body what a message says. It is asked when the event is published, and again if the broker
 *     is away then; if it throws, publishing does
 */
public record PlainQueue(String type, String queue, int level, Function<Event, String> body) {

  /**
   * Tells {@code playback_events} who watches what, for events of a type that are for everybody.
   */
  public static PlainQueue playback(String type, Function<Event, PlaybackMessage> message) {
    return new PlainQueue(type, "playback_events", 0, event -> message.apply(event).toJson());
  }

  boolean wants(Event event) {
    return event.level() <= level && event.type().equals(type);
  }
}
