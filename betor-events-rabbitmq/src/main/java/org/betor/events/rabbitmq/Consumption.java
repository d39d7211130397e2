package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel.Handler;
import org.betor.api.spi.Interest;
import org.betor.events.internal.lane.Delivery;
import org.betor.events.internal.lane.Lanes;
import org.betor.events.internal.lane.Manner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a group gets over one connection, until that is lost. */
final class Consumption {
  private static final int CLOSING_MILLIS = 1_000;
  private static final long CONFIRM_MILLIS = 10_000;
  private static final Logger log = LoggerFactory.getLogger(Consumption.class);

  private final Names names;
  private final Interest interest;
  private final Connection connection;
  private final Channel channel;
  private final Lanes lanes;
  private final CountDownLatch lost = new CountDownLatch(1);

  private Consumption(
      Names names, Interest interest, Connection connection, Handler handler, Manner manner)
      throws IOException {
    this.names = names;
    this.interest = interest;
    this.connection = connection;
    this.channel = connection.createChannel();
    this.lanes = new Lanes(interest.group(), handler, manner);
  }

  /** Declares the group's queues, and begins. */
  static Consumption begin(
      Broker broker, Names names, Interest interest, Handler handler, Manner manner)
      throws IOException {
    Connection connection = broker.connect("group " + interest.group());
    try {
      Consumption begun = new Consumption(names, interest, connection, handler, manner);
      begun.begin();
      return begun;
    } catch (IOException | RuntimeException failed) {
      connection.abort(CLOSING_MILLIS);
      throw failed;
    }
  }

  /** Waits until the connection is lost. */
  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  /** Begins no handler any more. */
  void end() {
    lanes.end();
  }

  /** Waits until no handler runs, and closes the connection; what is not done comes again. */
  void close(Duration patience) {
    lanes.end();
    if (!lanes.awaitEnd(patience)) {
      log.warn("the handler of {} does not end", interest.group());
    }
    connection.abort(CLOSING_MILLIS);
  }

  private void begin() throws IOException {
    names.declare(channel, List.of());
    names.declare(channel, interest);
    channel.confirmSelect();
    channel.basicQos(Lanes.ROOM);
    channel.addShutdownListener(reason -> lose());
    channel.basicConsume(names.queue(interest.group()), false, new Intake());
  }

  private void lose() {
    lanes.end();
    lost.countDown();
  }

  private void take(long tag, BasicProperties properties, byte[] body)
      throws IOException, InterruptedException {
    try {
      Event event = Message.event(properties, body);
      if (interest.matches(event)) {
        lanes.put(new Consumed(tag, event));
      } else {
        acknowledge(tag);
      }
    } catch (IllegalArgumentException noEvent) {
      log.warn("{} got a message that is no event: {}", interest.group(), noEvent.getMessage());
      synchronized (channel) {
        channel.basicReject(tag, false); // goes to the dead-letter exchange
      }
    }
  }

  private void acknowledge(long tag) throws IOException {
    synchronized (channel) {
      channel.basicAck(tag, false);
    }
  }

  /** Takes what the broker pushes. */
  private final class Intake extends DefaultConsumer {
    Intake() {
      super(channel);
    }

    @Override
    public void handleDelivery(
        String consumer, Envelope envelope, BasicProperties properties, byte[] body)
        throws IOException {
      try {
        take(envelope.getDeliveryTag(), properties, body);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void handleCancel(String consumer) {
      log.warn("the broker has cancelled {}", interest.group());
      lose();
    }
  }

  /** An event from the group's queue. */
  private final class Consumed implements Delivery {
    private final long tag;
    private final Event event;

    Consumed(long tag, Event event) {
      this.tag = tag;
      this.event = event;
    }

    @Override
    public Event event() {
      return event;
    }

    @Override
    public void done() throws IOException {
      acknowledge(tag);
    }

    @Override
    public void bury(DeadLetter letter) throws IOException {
      synchronized (channel) {
        channel.basicPublish(
            names.deadLetterExchange(),
            interest.group(),
            Message.properties(letter),
            Message.body(event));
        try {
          channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (InterruptedException | TimeoutException unsure) {
          throw new IOException("the broker does not confirm a dead letter", unsure);
        }
        channel.basicAck(tag, false);
      }
      log.warn("{} has a dead letter: {}", interest.group(), letter.reason());
    }
  }
}
