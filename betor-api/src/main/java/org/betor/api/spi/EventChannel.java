package org.betor.api.spi;

import java.util.List;
import java.util.UUID;
import org.betor.api.Experimental;

/**
 * Carries events to groups of subscribers. Safe for use by several threads.
 *
 * <pre>{@code
 * events.subscribe(
 *     Interest.of("history", "org.betor.playback.started"), event -> history.record(event));
 * events.publish(Event.of(clock, "org.betor.playback.started", player, "user-17", json));
 *
 * for (DeadLetter letter : events.deadLetters("history", 100)) {
 *   log.warn("{}: {}", letter.event().subject(), letter.reason());
 * }
 * events.replayAll("history"); // the handler was mended
 * }</pre>
 *
 * <p>A group gets each event that it wants at least once: those that were published since its first
 * subscription returned, whether somebody was subscribed at the time or not, over restarts too.
 * What it wants is what its present subscription says. The types and levels that this adds to those
 * before count from now on; whether earlier events of them come as well is not promised.
 *
 * <p>Events of one subject come one after the other, in the order in which one thread published
 * them; those of different subjects come side by side. After a restart, or a broken connection, a
 * group goes on with the oldest event that is not done, and sees some again: a handler knows them
 * by their {@link Event#id}.
 *
 * <p>After {@link #close}, every method throws {@link IllegalStateException}.
 */
@Experimental
public interface EventChannel extends AutoCloseable {

  /**
   * Takes an event; on return it cannot be lost any more.
   *
   * @throws EventException if there is no room for it
   */
  default void publish(Event event) {
    publish(List.of(event));
  }

  /**
   * Takes events; on return they cannot be lost any more. If it throws, some of them may have been
   * taken.
   *
   * @throws EventException if there is no room for them
   */
  void publish(List<Event> events);

  /**
   * Hands the events of a group to a handler, until the subscription is closed. Of several
   * applications that subscribe under the name of a group, each event comes to one.
   *
   * @throws IllegalStateException if the group has a subscription of this channel already
   * @throws EventException if what carries the events refuses the group
   */
  Subscription subscribe(Interest interest, Handler handler);

  /**
   * The dead letters of a group, oldest first.
   *
   * @param limit at most so many; from 1
   * @throws EventException if they are out of reach
   */
  List<DeadLetter> deadLetters(String group, int limit);

  /**
   * Hands a dead letter to the group again, as if it was published now for the group alone. It is
   * none any more, until the handler has thrown at it too often again.
   *
   * @return whether there was such a dead letter
   * @throws EventException if it is out of reach
   */
  boolean replay(String group, UUID event);

  /**
   * Hands all present dead letters of a group to it again.
   *
   * @return how many
   * @throws EventException if they are out of reach
   */
  int replayAll(String group);

  /**
   * Forgets a group, all events that it did not get, and its dead letters. Who subscribes under
   * this name from now on is a new group.
   *
   * @throws IllegalStateException if it is subscribed
   * @throws EventException if it is out of reach
   */
  void forget(String group);

  /**
   * Ends all subscriptions, within 5 seconds. Handlers that run are given a part of that to end,
   * and are interrupted then.
   */
  @Override
  void close();

  /** What is done with an event. May be called by several threads at once. */
  @FunctionalInterface
  interface Handler {

    /**
     * Returns when all is done. If it throws, it gets the event again after a pause, which grows;
     * after some times the event becomes a dead letter. Until then, later events of the same
     * subject wait.
     */
    void handle(Event event) throws Exception;
  }

  /** A handler that gets events. */
  interface Subscription extends AutoCloseable {

    /**
     * Ends this. The group stays, and its events wait for the next subscription. On return the
     * handler does not run any more; one that does not end within 5 seconds is interrupted, and
     * left to itself.
     */
    @Override
    void close();
  }

  /** Opens a channel. A service. */
  interface Factory {

    /** Names the factory. */
    String id();

    /** Opens the host's channel. */
    EventChannel open(Host host);
  }
}
