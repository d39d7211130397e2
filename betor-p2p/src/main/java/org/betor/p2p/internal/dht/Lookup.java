package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.loop.Timers;

/**
 * One walk towards an id: asks the nearest nodes it has heard of for nearer ones, until the nearest
 * have all answered. Bounded in queries and in time.
 */
final class Lookup {
  private static final int MAX_AT_ONCE = 4;
  private static final int MAX_QUERIES = 100;
  private static final int MAX_NODES_OF_ONE_ANSWER = 16;
  private static final int MAX_PEERS = 1_000;
  private static final Duration SLOW_AFTER = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Id target;
  private final Goal goal;
  private final Calls calls;
  private final Timers timers;
  private final Reach reach;
  private final Listener listener;
  private final Shortlist shortlist;
  private final Set<InetSocketAddress> peers = new HashSet<>();
  private int asked;
  private int busy;
  private boolean over;
  private Timers.Timer patience = () -> {};

  Lookup(Id target, Goal goal, Calls calls, Timers timers, Reach reach, Listener listener) {
    this.target = target;
    this.goal = goal;
    this.calls = calls;
    this.timers = timers;
    this.reach = reach;
    this.listener = listener;
    this.shortlist = new Shortlist(target, reach);
  }

  Id target() {
    return target;
  }

  /** Begins with these nodes. The listener hears nothing before this returns. */
  void start(Collection<Node> from) {
    patience = timers.after(PATIENCE, this::end);
    from.forEach(shortlist::add);
    timers.after(Duration.ZERO, this::step);
  }

  /** Ends without a word to the listener. */
  void stop() {
    over = true;
    patience.cancel();
  }

  /** The nearest nodes that answered. */
  List<Candidate> answered() {
    return shortlist.nearest().stream().filter(near -> near.is(Candidate.State.ANSWERED)).toList();
  }

  /** Hands peers over that were not handed over before. */
  void found(Collection<InetSocketAddress> some) {
    List<InetSocketAddress> fresh =
        some.stream()
            .filter(peer -> reach.admits(peer) && peers.size() < MAX_PEERS && peers.add(peer))
            .toList();
    if (!over && !fresh.isEmpty()) {
      listener.found(fresh);
    }
  }

  private void step() {
    if (over) {
      return;
    }
    List<Candidate> nearest = shortlist.nearest();
    nearest.stream().filter(next -> next.is(Candidate.State.UNASKED)).forEach(this::askIfFree);
    boolean hasMore =
        asked < MAX_QUERIES && nearest.stream().anyMatch(n -> n.is(Candidate.State.UNASKED));
    if (!hasMore && nearest.stream().noneMatch(Candidate::isWaitedFor)) {
      end();
    }
  }

  private void askIfFree(Candidate candidate) {
    if (busy >= MAX_AT_ONCE || asked >= MAX_QUERIES) {
      return;
    }
    busy++;
    asked++;
    candidate.becomes(Candidate.State.ASKED);
    timers.after(SLOW_AFTER, () -> slow(candidate));
    Map<String, ?> arguments = Map.of(goal.argument, target.bytes());
    calls.ask(candidate.node().address(), goal.method, arguments, new Pending(candidate));
  }

  private void slow(Candidate candidate) {
    if (candidate.is(Candidate.State.ASKED)) {
      candidate.becomes(Candidate.State.SLOW);
      busy--;
      step();
    }
  }

  private void free(Candidate candidate) {
    if (candidate.is(Candidate.State.ASKED)) {
      busy--;
    }
  }

  private void learn(Dictionary values) {
    Compact.nodes(values.bytes("nodes").orElse(new byte[0])).stream()
        .limit(MAX_NODES_OF_ONE_ANSWER)
        .forEach(shortlist::add);
    found(
        values.list("values").stream()
            .filter(byte[].class::isInstance)
            .flatMap(value -> Compact.address((byte[]) value).stream())
            .toList());
  }

  private void end() {
    if (!over) {
      stop();
      listener.over(this);
    }
  }

  /** What nodes are asked for. */
  enum Goal {
    NODES("find_node", "target"),
    PEERS("get_peers", "info_hash");

    private final String method;
    private final String argument;

    Goal(String method, String argument) {
      this.method = method;
      this.argument = argument;
    }
  }

  /** Hears what a lookup finds. */
  interface Listener {

    /** Each peer comes once. */
    void found(List<InetSocketAddress> peers);

    void over(Lookup lookup);
  }

  private final class Pending implements Calls.Reply {
    private final Candidate candidate;

    Pending(Candidate candidate) {
      this.candidate = candidate;
    }

    @Override
    public void answered(Message.Answer answer) {
      if (!answer.id().equals(candidate.node().id())) {
        silent();
        return;
      }
      free(candidate);
      candidate.answered(answer.values().bytes("token").orElse(new byte[0]));
      if (!over) {
        learn(answer.values());
        step();
      }
    }

    @Override
    public void silent() {
      free(candidate);
      candidate.becomes(Candidate.State.LOST);
      step();
    }
  }
}
