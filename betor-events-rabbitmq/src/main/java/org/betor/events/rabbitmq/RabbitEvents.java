package org.betor.events.rabbitmq;

import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.betor.api.Experimental;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.EventException;
import org.betor.api.spi.EventException.Reason;
import org.betor.api.spi.Host;
import org.betor.api.spi.Interest;
import org.betor.api.spi.Setting;
import org.betor.events.internal.lane.Manner;

/**
 * A channel between applications, over RabbitMQ.
 *
 * <p>Safe for use by several threads. {@link #publish} returns when the broker has confirmed the
 * events; while it is away, or takes nothing for want of memory or disk, when they are in an outbox
 * in a folder of this machine, from which they are sent in their order once it is back. Subscribing
 * while it is away works as well: a group that is new to the broker begins when that is back,
 * before the outbox is sent, and gets what is in it, after a restart too. If the broker refuses the
 * group then, the log names it, and events go to the others. The channel and its groups connect
 * again by themselves.
 *
 * <p>Events are CloudEvents 1.0 in binary mode, persistent, in the topic exchange {@code
 * betor.events}, by their types; restricted ones in {@code betor.events.restricted}, so that a
 * stranger who listens to the first gets none. Each group has a durable queue, {@code
 * betor.<group>}, with one consumer at a time; its dead letters go through the exchange {@code
 * betor.dead} to {@code betor.<group>.dead}. An event that is sent again has the same id, which is
 * the {@code message-id} too.
 *
 * <p>Several applications that are subscribed to one group at a time want the same: a subscription
 * with other types, or another level, is refused with an {@link EventException} as long as there is
 * another elsewhere. If the broker was away then, it waits until the other has ended, and says so
 * in the log. A dead letter that is replayed to a subscription that does not want it, or may not
 * have it, is a dead letter again.
 *
 * <p>Closing a subscription interrupts a handler that does not end within 1.5 seconds, and so does
 * the loss of the connection; the event comes again.
 */
@Experimental
public final class RabbitEvents implements EventChannel {
  private static final Duration ENDING = Duration.ofMillis(4_500);

  private final Broker broker;
  private final Names names;
  private final Manner manner;
  private final List<PlainQueue> plain;
  private final Outbox outbox;
  private final Forwarder forwarder;
  private final DeadLetters deadLetters;
  private final Subscriptions subscriptions = new Subscriptions();

  RabbitEvents(Broker broker, Names names, Manner manner, List<PlainQueue> plain, Outbox outbox) {
    this.broker = broker;
    this.names = names;
    this.manner = manner;
    this.plain = plain;
    this.outbox = outbox;
    this.forwarder = new Forwarder(broker, this::publisher, outbox, manner.pause());
    this.deadLetters = new DeadLetters(broker, names);
    forwarder.start();
  }

  /**
   * A channel over a broker, which need not be there yet.
   *
   * @param folder where the outbox is; made if need be, and locked while the channel is open
   */
  public static RabbitBuilder builder(Path folder) {
    return new RabbitBuilder(folder);
  }

  @Override
  public void publish(List<Event> events) {
    subscriptions.checkOpen();
    events.forEach(this::checkPlain);
    if (events.isEmpty() || forwarder.sent(events)) {
      return;
    }
    if (outbox.isFull()) {
      throw new EventException(
          Reason.FULL, "%s is away, and the outbox is full: bring it back".formatted(broker));
    }
    try {
      outbox.add(events);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Subscription subscribe(Interest interest, Handler handler) {
    RabbitSubscription subscription =
        new RabbitSubscription(broker, names, interest, handler, manner, subscriptions::ended);
    subscriptions.begin(
        subscription,
        () -> {
          if (!reached(subscription::start)) {
            remember(interest);
          }
        });
    return subscription;
  }

  @Override
  public List<DeadLetter> deadLetters(String group, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, got " + limit);
    }
    subscriptions.checkOpen();
    return reached(() -> deadLetters.first(group, limit));
  }

  @Override
  public boolean replay(String group, UUID event) {
    subscriptions.checkOpen();
    return reached(() -> deadLetters.replay(group, each -> each.id().equals(event), 1)) > 0;
  }

  @Override
  public int replayAll(String group) {
    subscriptions.checkOpen();
    return reached(() -> deadLetters.replay(group, each -> true, Integer.MAX_VALUE));
  }

  @Override
  public void forget(String group) {
    subscriptions.forget(
        group,
        () ->
            reached(
                () -> {
                  outbox.groups().remove(group);
                  deadLetters.forget(group);
                  return group;
                }));
  }

  @Override
  public void close() {
    if (!subscriptions.end()) {
      return;
    }
    forwarder.begin();
    long end = System.nanoTime() + ENDING.toNanos();
    subscriptions.all().forEach(each -> each.await(left(end)));
    forwarder.await(left(end));
    try {
      outbox.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** In milliseconds, at least one: 0 would be for ever. */
  private static long left(long end) {
    return Math.max(1, (end - System.nanoTime()) / 1_000_000);
  }

  /** A mapping that throws does so before the event is taken. */
  private void checkPlain(Event event) {
    for (PlainQueue queue : plain) {
      if (queue.wants(event)) {
        Objects.requireNonNull(queue.body().apply(event), queue::queue);
      }
    }
  }

  /** From now on, events are sent only when the group is declared, after a restart too. */
  private void remember(Interest interest) {
    try {
      outbox.groups().add(interest);
      forwarder.reconnect();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Publisher publisher(Line line) throws IOException {
    List<Interest> groups = outbox.groups().all();
    groups.addAll(subscriptions.interests());
    Publisher publisher = new Publisher(line, names, plain);
    for (Interest group : groups) {
      if (publisher.hasDeclared(group)) {
        outbox.groups().remove(group);
      }
    }
    return publisher;
  }

  private <T> T reached(Call<T> call) {
    try {
      return call.made();
    } catch (IOException | ShutdownSignalException away) {
      throw new EventException(
          Reason.UNREACHABLE, "%s is not reached: %s".formatted(broker, away.getMessage()), away);
    }
  }

  private interface Call<T> {
    T made() throws IOException;
  }

  /** Opens the channel of a host by its settings, as a service. */
  public static final class Factory implements EventChannel.Factory {
    private static final Setting HOST =
        new Setting("host", "localhost", false, "where the broker is");
    private static final Setting PORT =
        new Setting("port", "", false, "its port; 5672 unless set, 5671 with TLS");
    private static final Setting VIRTUAL_HOST = new Setting("virtual-host", "/", false, "");
    private static final Setting USER = new Setting("user", "guest", false, "who we are");
    private static final Setting PASSWORD = new Setting("password", "guest", true, "");
    private static final Setting TLS =
        new Setting("tls", "false", false, "true to encipher, and to check who the broker is");

    /** For the service loader. */
    public Factory() {}

    @Override
    public String id() {
      return "rabbitmq";
    }

    @Override
    public EventChannel open(Host host) {
      var settings = host.settings();
      RabbitBuilder builder =
          builder(host.folder("rabbitmq-outbox"))
              .host(settings.get(HOST))
              .virtualHost(settings.get(VIRTUAL_HOST))
              .credentials(settings.get(USER), settings.get(PASSWORD))
              .clock(host.clock())
              .pause(host.pause());
      if (Boolean.parseBoolean(settings.get(TLS))) {
        builder.tls();
      }
      if (!settings.get(PORT).isEmpty()) {
        builder.port(Integer.parseInt(settings.get(PORT)));
      }
      return builder.open();
    }
  }
}
