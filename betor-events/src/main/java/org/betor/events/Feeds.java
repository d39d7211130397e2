package org.betor.events;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The feeds of all groups that are subscribed. Safe for use by several threads. */
final class Feeds {
  private final Map<String, Feed> feeds = new HashMap<>();
  private boolean closed;

  /**
   * Starts the feed of a group.
   *
   * @throws IllegalStateException if it has one
   */
  synchronized Feed start(String group, Making making) throws IOException {
    checkOpen();
    checkNone(group);
    Feed feed = making.make(ended -> end(group, ended));
    feeds.put(group, feed);
    feed.start();
    return feed;
  }

  synchronized Optional<Feed> find(String group) {
    return Optional.ofNullable(feeds.get(group));
  }

  synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the channel is closed");
    }
  }

  /**
   * Does away with a group, which cannot get a feed meanwhile.
   *
   * @throws IllegalStateException if it has one
   */
  synchronized void forget(String group, Forgetting forgetting) throws IOException {
    checkOpen();
    checkNone(group);
    forgetting.forget();
  }

  private void checkNone(String group) {
    if (feeds.containsKey(group)) {
      throw new IllegalStateException(
          "the group %s is subscribed: close that subscription first".formatted(group));
    }
  }

  /** Ends all of them together; whether that was to be done. */
  boolean close(Duration patience) {
    List<Feed> all;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      all = List.copyOf(feeds.values());
    }
    all.forEach(Feed::begin);
    long end = System.nanoTime() + patience.toNanos();
    all.forEach(feed -> feed.await(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    return true;
  }

  private synchronized void end(String group, Feed ended) {
    feeds.remove(group, ended);
  }

  interface Making {
    Feed make(Consumer<Feed> ended) throws IOException;
  }

  interface Forgetting {
    void forget() throws IOException;
  }
}
