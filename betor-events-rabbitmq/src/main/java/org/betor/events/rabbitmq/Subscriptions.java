package org.betor.events.rabbitmq;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Interest;

/** The subscriptions of a channel, one of a group at a time. Safe for use by several threads. */
final class Subscriptions {
  private final Map<String, RabbitSubscription> subscriptions = new HashMap<>();
  private volatile boolean closed;

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the channel is closed");
    }
  }

  /**
   * Begins one; if that throws, there is none.
   *
   * @throws IllegalStateException if its group has one
   */
  synchronized void begin(RabbitSubscription subscription, Runnable beginning) {
    String group = subscription.interest().group();
    checkOpen();
    checkNone(group);
    subscriptions.put(group, subscription);
    try {
      beginning.run();
    } catch (RuntimeException failed) {
      subscription.close();
      throw failed;
    }
  }

  /**
   * Does away with a group, which cannot be subscribed meanwhile.
   *
   * @throws IllegalStateException if it is
   */
  synchronized void forget(String group, Runnable forgetting) {
    checkOpen();
    checkNone(group);
    forgetting.run();
  }

  synchronized void ended(RabbitSubscription subscription) {
    subscriptions.values().remove(subscription);
  }

  /** What each of them wants. */
  synchronized List<Interest> interests() {
    return all().stream().map(RabbitSubscription::interest).toList();
  }

  /** Begins to end all of them; whether that was to be done. */
  synchronized boolean end() {
    if (closed) {
      return false;
    }
    closed = true;
    all().forEach(RabbitSubscription::begin);
    return true;
  }

  synchronized List<RabbitSubscription> all() {
    return List.copyOf(subscriptions.values());
  }

  private void checkNone(String group) {
    if (subscriptions.containsKey(group)) {
      throw new IllegalStateException(
          "the group %s is subscribed: close that subscription first".formatted(group));
    }
  }
}
