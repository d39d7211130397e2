package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.betor.p2p.internal.loop.Timers;

/** All lookups: those under way, and those that wait until we know nodes or others are done. */
final class Lookups {
  private static final int MAX_AT_ONCE = 16;
  private static final int MAX_WAITING = 10_000;

  private final Calls calls;
  private final Table table;
  private final Timers timers;
  private final Reach reach;
  private final Set<Lookup> running = new HashSet<>();
  private final Deque<Lookup> waiting = new ArrayDeque<>();
  private boolean open;

  Lookups(Calls calls, Table table, Timers timers, Reach reach) {
    this.calls = calls;
    this.table = table;
    this.timers = timers;
    this.reach = reach;
  }

  /** Lets those begin that wait, and from now on all others. */
  void open() {
    open = true;
    startNext();
  }

  /** Gets to know the nodes near an id, without waiting for others. */
  void approach(Id target, Runnable over) {
    start(lookup(target, Lookup.Goal.NODES, peers -> {}, nearest -> over.run()));
  }

  /**
   * Finds a torrent's peers.
   *
   * @param known peers to begin with
   * @param over gets the nearest nodes that answered, nearest first
   */
  void peers(
      Id torrent,
      List<InetSocketAddress> known,
      Consumer<List<InetSocketAddress>> found,
      Consumer<List<Candidate>> over) {
    if (waiting.size() >= MAX_WAITING) {
      timers.after(Duration.ZERO, () -> over.accept(List.of()));
      return;
    }
    Lookup lookup = lookup(torrent, Lookup.Goal.PEERS, found, over);
    waiting.add(lookup);
    timers.after(Duration.ZERO, () -> lookup.found(known));
    startNext();
  }

  void stop() {
    open = false;
    waiting.forEach(Lookup::stop);
    waiting.clear();
    running.forEach(Lookup::stop);
    running.clear();
  }

  private void startNext() {
    while (open && running.size() < MAX_AT_ONCE && !waiting.isEmpty()) {
      start(waiting.remove());
    }
  }

  private void start(Lookup lookup) {
    running.add(lookup);
    lookup.start(table.nearest(lookup.target()));
  }

  private Lookup lookup(
      Id target,
      Lookup.Goal goal,
      Consumer<List<InetSocketAddress>> found,
      Consumer<List<Candidate>> over) {
    return new Lookup(target, goal, calls, timers, reach, new Following(found, over));
  }

  private final class Following implements Lookup.Listener {
    private final Consumer<List<InetSocketAddress>> found;
    private final Consumer<List<Candidate>> over;

    Following(Consumer<List<InetSocketAddress>> found, Consumer<List<Candidate>> over) {
      this.found = found;
      this.over = over;
    }

    @Override
    public void found(List<InetSocketAddress> peers) {
      found.accept(peers);
    }

    @Override
    public void over(Lookup lookup) {
      running.remove(lookup);
      startNext();
      over.accept(lookup.answered());
    }
  }
}
