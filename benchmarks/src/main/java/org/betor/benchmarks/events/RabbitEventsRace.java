package org.betor.benchmarks.events;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.betor.api.spi.Event;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.ScratchFolder;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;

/**
 * Events a second that a RabbitMQ of this machine has confirmed, in lists of 500: through our
 * channel, and through the bare client with the same headers, bodies, exchange and queue.
 */
public final class RabbitEventsRace {
  private static final int EVENTS = 20_000;
  private static final int BATCH = 500;
  private static final int RUNS = 5;
  private static final long PATIENCE_MILLIS = 60_000;
  private static final String EXCHANGE = "betor.events";
  private static final String QUEUE = "watched";

  private RabbitEventsRace() {}

  /** Runs it, and prints medians. */
  public static void main(String[] arguments) throws Exception {
    if (!RealBroker.isInstalled()) {
      System.out.println("SKIPPED: no RabbitMQ is here; apt-get install rabbitmq-server");
      return;
    }
    try (RealBroker broker = RealBroker.rabbitmq()) {
      race(broker);
    }
  }

  private static void race(RealBroker broker) throws Exception {
    List<Event> events = Watching.events(EVENTS);
    ConnectionFactory factory = new ConnectionFactory();
    factory.setPort(broker.port());
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    try (ScratchFolder folder = ScratchFolder.of("betor-outbox");
        RabbitEvents channel = RabbitEvents.builder(folder.path()).port(broker.port()).open();
        Connection connection = factory.newConnection()) {
      Channel client = connection.createChannel();
      client.queueDeclare(QUEUE, true, false, false, Map.of());
      client.queueBind(QUEUE, EXCHANGE, "#");
      client.confirmSelect();
      for (int run = -2; run < RUNS; run++) { // the first are warm-ups
        double one = perSecond(events, channel::publish, client);
        double other = perSecond(events, batch -> bare(client, batch), client);
        if (run >= 0) {
          ours.add(one);
          bare.add(other);
          ratios.add(one / other);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "our channel %.0f, bare client %.0f events/s; ratio %.2f (%.2f to %.2f)%n",
        Figures.median(ours),
        Figures.median(bare),
        Figures.median(ratios),
        Figures.percentile(ratios, 0),
        Figures.percentile(ratios, 100));
  }

  private static double perSecond(List<Event> events, Publishing publishing, Channel client)
      throws Exception {
    long start = System.nanoTime();
    for (List<Event> batch : Watching.batches(events, BATCH)) {
      publishing.publish(batch);
    }
    double perSecond = events.size() / ((System.nanoTime() - start) / 1e9);
    int arrived = client.queuePurge(QUEUE).getMessageCount();
    if (arrived != events.size()) {
      throw new IllegalStateException(arrived + " of " + events.size() + " events arrived");
    }
    return perSecond;
  }

  private static void bare(Channel client, List<Event> batch) throws Exception {
    for (Event event : batch) {
      Map<String, Object> headers =
          Map.of(
              "cloudEvents:specversion", "1.0",
              "cloudEvents:id", event.id().toString(),
              "cloudEvents:type", event.type(),
              "cloudEvents:source", event.source().toString(),
              "cloudEvents:time", event.time().toString(),
              "cloudEvents:subject", event.subject());
      BasicProperties properties =
          new BasicProperties.Builder()
              .deliveryMode(2)
              .contentType("application/json")
              .messageId(event.id().toString())
              .headers(headers)
              .build();
      client.basicPublish(
          EXCHANGE, event.type(), properties, event.json().getBytes(StandardCharsets.UTF_8));
    }
    client.waitForConfirmsOrDie(PATIENCE_MILLIS);
  }

  private interface Publishing {
    void publish(List<Event> batch) throws Exception;
  }
}
