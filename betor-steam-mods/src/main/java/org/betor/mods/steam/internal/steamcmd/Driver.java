package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs SteamCMD for one item or for several, and makes sense of what became of each. */
public final class Driver {
  private static final Logger LOG = LoggerFactory.getLogger(Driver.class);
  private static final int MOST_TRIES = 2;

  private final Program program;
  private final Strangers strangers = new Strangers();
  private final Turns turns = new Turns();

  /** With that program, which nobody else uses. */
  public Driver(Program program) {
    this.program = program;
  }

  /** Fetches an item of a game, of both of which the ids are digits. */
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    Order order = new Order(mod, folder, bytes);
    turns.await(order, this::run);
    return order.result();
  }

  private void run(List<Order> orders) throws InterruptedException {
    Order first = orders.get(0);
    try {
      program.renew(Workplace.in(first.folder()), bytes -> orders.forEach(Order::tell));
      if (orders.size() == 1) {
        runAlone(first);
      } else {
        runTogether(orders, Workplace.in(first.folder()));
      }
    } catch (IOException | ModException trouble) {
      first.fail(trouble);
    }
  }

  private void runAlone(Order order) throws IOException, InterruptedException {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      Workplace place = Workplace.in(order.folder());
      Transcript said = new Transcript();
      Ending ending =
          program.download(order.game(), List.of(order.id()), place, said, order::holds);
      settle(order, ending, place);
      if (!order.isOver() && said.success(order.id()).isEmpty()) {
        fail(order, ending, place);
      }
      if (order.hasFailed()) {
        return;
      }
      place.delete();
      if (order.isOver()) {
        return;
      }
      LOG.info("SteamCMD says that {} is here, but nothing is; it begins anew", order.mod().key());
    }
    throw new ModException(
        Reason.DAMAGED, "SteamCMD says that %s is here, but nothing is".formatted(order.mod()));
  }

  /** In the first one's folder. Those of whom nothing is said come again. */
  private void runTogether(List<Order> orders, Workplace place)
      throws IOException, InterruptedException {
    Order first = orders.get(0);
    List<String> items = orders.stream().map(Order::id).toList();
    Transcript said = new Transcript();
    try {
      Ending ending =
          program.download(first.game(), items, place, said, bytes -> measure(orders, place));
      settle(orders, ending, place);
    } catch (ModException doesNotGetOn) {
      settle(orders, new Ending(0, said), place);
      orders.forEach(Order::standsAlone); // nobody knows at which of them it stopped
    }
    if (!first.hasFailed()) {
      place.delete();
    }
  }

  private static void measure(List<Order> orders, Workplace place) throws IOException {
    for (Order order : orders) {
      order.holds(
          DiskSize.of(place.content(order.mod())) + DiskSize.of(place.staging(order.mod())));
    }
  }

  private void settle(List<Order> orders, Ending ending, Workplace place) throws IOException {
    Transcript said = ending.transcript();
    boolean isLoggedOn = said.loginFailure().isEmpty();
    boolean isOfUse = orders.stream().anyMatch(order -> said.speaksOf(order.id()));
    for (Order order : orders) {
      settle(order, ending, place);
      if (!order.isOver() && !isLoggedOn) {
        fail(order, ending, place);
      }
      if (!isOfUse) {
        order.standsAlone();
      }
    }
  }

  /** By what is said of it, if anything is. */
  private void settle(Order order, Ending ending, Workplace place) {
    try {
      Optional<String> success = ending.transcript().success(order.id());
      if (success.isPresent()) {
        strangers.succeeded(order.game());
        deliver(order, success.get(), place);
      } else if (ending.transcript().failure(order.id()).isPresent()) {
        fail(order, ending, place);
      }
    } catch (IOException | ModException trouble) {
      order.fail(trouble);
    }
  }

  private static void deliver(Order order, String said, Workplace place) throws IOException {
    if (!order.deliver(said, place)) {
      order.standsAlone();
    }
  }

  /** What has come is kept for the next try, where the network was in the way. */
  private void fail(Order order, Ending ending, Workplace place) throws IOException {
    ModDetails mod = order.mod();
    String words = ending.transcript().failure(order.id()).orElse("");
    if (strangers.areTurnedAway(order.game(), order.id(), words)) {
      order.fail(needsAccount(order, words));
      return;
    }
    ModException failure = ending.failure(mod, DiskSize.of(place.staging(mod)) > 0);
    if (failure.reason() == Reason.TIMED_OUT) {
      order.keep(place);
    }
    order.fail(failure);
  }

  private static ModException needsAccount(Order order, String words) {
    return new ModException(
        Reason.NEEDS_ACCOUNT,
        "Steam gives no mod of the game %s to anonymous visitors (%s), nor %s; it takes another"
                .formatted(order.game(), words, order.mod())
            + " ContentFetcher, with an account that owns the game");
  }
}
