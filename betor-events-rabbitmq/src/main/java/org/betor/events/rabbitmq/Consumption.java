package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
  private static final int PRECONDITION_FAILED = 406;
  private static final Logger log = LoggerFactory.getLogger(Consumption.class);

  private final Names names;
  private final Interest interest;
  private final Line line;
  private final Channel channel;
  private final Burial burial;
  private final Lanes lanes;
  private final CountDownLatch lost = new CountDownLatch(1);
  private volatile boolean ended;

  private Consumption(
      Names names, Interest interest, Line line, Burial burial, Handler handler, Manner manner)
      throws IOException {
    this.names = names;
    this.interest = interest;
    this.line = line;
    this.burial = burial;
    this.channel = line.connection().createChannel();
    this.lanes = new Lanes(interest.group(), handler, manner);
  }

  /** Declares the group's queues, and begins. */
  static Consumption begin(
      Broker broker, Names names, Interest interest, Handler handler, Manner manner)
      throws IOException {
    Line line = broker.connect("group " + interest.group());
    try {
      Burial burial = new Burial(broker, names, interest);
      Consumption begun = new Consumption(names, interest, line, burial, handler, manner);
      begun.begin();
      return begun;
    } catch (IOException | RuntimeException failed) {
      line.close();
      throw failed;
    }
  }

  /** Waits until the connection is lost. */
  void awaitLoss() throws InterruptedException {
    lost.await();
  }

  /** Begins no handler any more. */
  void end() {
    ended = true;
    lanes.end();
  }

  /**
   * To be called at the end: others may want something else of the group from now on, though a
   * handler is still running here.
   */
  void letOthersIn() {
    try {
      channel.basicCancel(names.wants(interest.group()));
    } catch (IOException | ShutdownSignalException gone) {
      log.debug("{} has no connection any more", interest.group(), gone);
    }
  }

  /** Waits until no handler runs, and closes the connection; what is not done comes again. */
  void close(Duration patience) {
    end();
    if (!lanes.awaitEnd(patience)) {
      log.warn("the handler of {} does not end", interest.group());
    }
    burial.close();
    line.close();
  }

  /** Whether this is called by the handler. */
  boolean isHandling() {
    return lanes.isHandling();
  }

  private void begin() throws IOException {
    names.declare(channel, List.of());
    declareWants();
    names.declare(channel, interest);
    channel.basicQos(Lanes.ROOM);
    channel.addShutdownListener(reason -> lose());
    String wants = names.wants(interest.group());
    channel.basicConsume(wants, true, wants, new DefaultConsumer(channel));
    channel.basicConsume(names.queue(interest.group()), false, new Intake());
  }

  private void declareWants() throws IOException {
    try {
      names.declareWants(channel, interest);
    } catch (IOException refused) {
      if (DeadLetters.isClosedWith(refused, PRECONDITION_FAILED)) {
        throw new IOException(
            "the group %s is subscribed elsewhere with other types or another level: subscribe it with the same, or close that first"
                .formatted(interest.group()),
            refused);
      }
      throw refused;
    }
  }

  private void lose() {
    end();
    lost.countDown();
  }

  private void take(long tag, BasicProperties properties, byte[] body)
      throws IOException, InterruptedException {
    if (ended) {
      return; // it comes again, maybe to somebody who wants something else
    }
    try {
      Event event = Message.event(properties, body);
      if (interest.matches(event)) {
        lanes.put(new Consumed(tag, event));
      } else if (Message.isReplayed(properties)) {
        reject(tag); // it waits for who may have it
      } else {
        acknowledge(tag);
      }
    } catch (IllegalArgumentException noEvent) {
      log.warn("{} got a message that is no event: {}", interest.group(), noEvent.getMessage());
      reject(tag);
    }
  }

  /** It goes to the dead-letter exchange. */
  private void reject(long tag) throws IOException {
    synchronized (channel) {
      channel.basicReject(tag, false);
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
      burial.bury(letter);
      acknowledge(tag);
      log.warn("{} has a dead letter: {}", interest.group(), letter.reason());
    }
  }
}
