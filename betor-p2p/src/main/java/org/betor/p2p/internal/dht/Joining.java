package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.betor.p2p.internal.loop.Timers;

/**
 * Gets to know the first nodes: asks those of the last run, then the bootstrap nodes if too few are
 * there, and then looks for our neighbours.
 */
final class Joining {
  private static final int MAX_FIRST_NODES = 200;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final SavedState saved;
  private final DhtOptions options;
  private final HostNames names;
  private final Calls calls;
  private final Table table;
  private final Lookups lookups;
  private final Timers timers;
  private Duration pause = FIRST_PAUSE;
  private Timers.Timer again = () -> {};
  private boolean stopped;

  Joining(
      SavedState saved,
      DhtOptions options,
      HostNames names,
      Calls calls,
      Table table,
      Lookups lookups,
      Timers timers) {
    this.saved = saved;
    this.options = options;
    this.names = names;
    this.calls = calls;
    this.table = table;
    this.lookups = lookups;
    this.timers = timers;
  }

  void start() {
    ping(saved.addresses(), this::bootstrap);
  }

  void stop() {
    stopped = true;
    again.cancel();
  }

  private void bootstrap() {
    if (table.size() >= Table.WIDTH) {
      approachOurselves();
    } else {
      names.resolve(options.bootstrap(), addresses -> ping(addresses, this::approachOurselves));
    }
  }

  private void approachOurselves() {
    if (!stopped) {
      lookups.approach(saved.id(), this::joined);
    }
  }

  private void joined() {
    lookups.open();
    pause = table.size() > 0 ? FIRST_PAUSE : longer(pause);
    again = timers.after(pause, this::joinAgainIfAlone);
  }

  private void joinAgainIfAlone() {
    if (table.size() == 0) {
      start();
    } else {
      again = timers.after(FIRST_PAUSE, this::joinAgainIfAlone);
    }
  }

  private static Duration longer(Duration pause) {
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void ping(List<InetSocketAddress> addresses, Runnable then) {
    List<InetSocketAddress> admitted =
        addresses.stream()
            .filter(options.reach()::admits)
            .distinct()
            .limit(MAX_FIRST_NODES)
            .toList();
    if (stopped) {
      return;
    }
    if (admitted.isEmpty()) {
      then.run();
      return;
    }
    Round round = new Round(admitted.size(), then);
    admitted.forEach(address -> calls.ask(address, "ping", Map.of(), round));
  }

  /** Some pings: goes on when enough are answered, or none is open any more. */
  private static final class Round implements Calls.Reply {
    private final Runnable then;
    private int open;
    private int missing = Table.WIDTH;
    private boolean over;

    Round(int open, Runnable then) {
      this.open = open;
      this.then = then;
    }

    @Override
    public void answered(Message.Answer answer) {
      missing--;
      silent();
    }

    @Override
    public void silent() {
      open--;
      if (!over && (open == 0 || missing == 0)) {
        over = true;
        then.run();
      }
    }
  }
}
