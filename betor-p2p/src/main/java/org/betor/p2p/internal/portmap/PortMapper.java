package org.betor.p2p.internal.portmap;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the gateway of our network give what comes to its port of the same number to us, for TCP and
 * UDP, as long as this goes on. What goes wrong is logged once, and tried again. Used on the loop's
 * thread only.
 */
public final class PortMapper {
  private static final Logger LOG = LoggerFactory.getLogger(PortMapper.class);

  /** Half of a lease. */
  private static final Duration BETWEEN_TWO_PASSES = Duration.ofMinutes(30);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(1);

  private final Surroundings surroundings;
  private final InetAddress local;
  private final int port;
  private Outcome last = Outcome.NONE;
  private boolean logged;
  private @Nullable Sockets inUse;
  private boolean stopped;
  private boolean over;

  /**
   * Does nothing until it is started.
   *
   * @param local the address where we listen; gateways are asked from there
   * @param port where we listen
   */
  public PortMapper(Surroundings surroundings, InetAddress local, int port) {
    this.surroundings = surroundings;
    this.local = local;
    this.port = port;
  }

  /** Maps the port, now and again and again. */
  public void start() {
    if (!stopped) {
      Sockets sockets = new Sockets(local);
      Pass pass = new Pass(surroundings.ssdp(), local, port, sockets);
      Outcome before = last;
      block(sockets, PATIENCE, () -> pass.run(before));
    }
  }

  /** Takes the mappings back, if that is done within a second. */
  public void stop() {
    stopped = true;
    surroundings.timers().after(PATIENCE_AT_THE_END, this::giveUp);
    if (inUse == null) {
      takeBack();
    } else {
      inUse.cut();
    }
  }

  private void giveUp() {
    over = true;
    if (inUse != null) {
      inUse.cut();
    }
  }

  /** Whether all was taken back after it was stopped, or had its time. */
  public boolean isOver() {
    return over;
  }

  private void block(Sockets sockets, Duration patience, Supplier<Outcome> work) {
    inUse = sockets;
    Timers.Timer cut = surroundings.timers().after(patience, sockets::cut);
    surroundings
        .errands()
        .execute(
            () -> {
              Outcome outcome = work.get();
              sockets.cut();
              surroundings
                  .loop()
                  .execute(
                      () -> {
                        cut.cancel();
                        inUse = null;
                        done(outcome);
                      });
            });
  }

  private void done(Outcome outcome) {
    if (over || (stopped && outcome.ours().isEmpty())) {
      over = true;
    } else if (stopped) {
      last = outcome;
      takeBack();
    } else {
      log(outcome);
      last = outcome;
      surroundings.timers().after(BETWEEN_TWO_PASSES, this::start);
    }
  }

  private void takeBack() {
    Outcome ours = last;
    if (ours.gateway().isEmpty()) {
      over = true;
      return;
    }
    Sockets sockets = new Sockets(local);
    Gateway gateway = ours.gateway().get();
    block(
        sockets,
        PATIENCE_AT_THE_END,
        () -> {
          ours.ours().forEach(protocol -> delete(gateway, protocol, sockets));
          return Outcome.NONE;
        });
  }

  private void delete(Gateway gateway, Protocol protocol, Sockets sockets) {
    try {
      gateway.delete(protocol, port, sockets);
    } catch (IOException e) {
      LOG.debug("{} was not taken back: {}", protocol, e.getMessage());
    }
  }

  private void log(Outcome outcome) {
    if (logged && outcome.problem().equals(last.problem())) {
      return;
    }
    logged = true;
    if (outcome.problem().isEmpty()) {
      LOG.info("The gateway gives us what comes to its port {}", port);
    } else {
      LOG.warn("Port {} is not mapped, or not wholly: {}", port, outcome.problem());
    }
  }

  /**
   * What it needs.
   *
   * @param timers time
   * @param loop runs what belongs on the loop's thread
   * @param errands runs what blocks
   * @param ssdp where gateways are asked for
   */
  public record Surroundings(Timers timers, Executor loop, Executor errands, Ssdp ssdp) {}
}
