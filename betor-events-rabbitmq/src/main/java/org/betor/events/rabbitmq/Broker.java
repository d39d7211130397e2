package org.betor.events.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Where the broker is, and how we get in. Says nothing of credentials. */
final class Broker {
  private final ConnectionFactory factory;

  /** Connects as this says, which nobody changes any more. */
  Broker(ConnectionFactory factory) {
    this.factory = factory;
  }

  /**
   * Connects.
   *
   * @param purpose is shown by the broker's tools
   */
  Connection connect(String purpose) throws IOException {
    try {
      return factory.newConnection("betor " + purpose);
    } catch (TimeoutException slow) {
      throw new IOException(this + " does not answer in time", slow);
    }
  }

  /** Whether that is because nobody answers; otherwise we are refused, and will be again. */
  static boolean isAway(IOException failed) {
    return failed instanceof SocketException
        || failed instanceof SocketTimeoutException
        || failed instanceof UnknownHostException
        || failed instanceof EOFException
        || failed.getCause() instanceof TimeoutException;
  }

  @Override
  public String toString() {
    return "RabbitMQ at %s:%d".formatted(factory.getHost(), factory.getPort());
  }
}
