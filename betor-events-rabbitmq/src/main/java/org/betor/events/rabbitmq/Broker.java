package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Where the broker is, and how we get in. Says nothing of credentials. */
final class Broker {
  private static final int CONNECTION_FORCED = 320;

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
  Line connect(String purpose) throws IOException {
    ConnectionFactory own = factory.clone();
    AtomicReference<@Nullable Socket> socket = new AtomicReference<>();
    own.setSocketConfigurator(factory.getSocketConfigurator().andThen(socket::set));
    try {
      var connection = own.newConnection("betor " + purpose);
      return new Line(connection, Objects.requireNonNull(socket.get()));
    } catch (TimeoutException slow) {
      throw new IOException(this + " does not answer in time", slow);
    }
  }

  /** Whether that is because nobody answers; otherwise we are refused, and will be again. */
  static boolean isAway(Throwable failed) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof PossibleAuthenticationFailureException || each instanceof SSLException) {
        return false;
      }
      if (each instanceof SocketException
          || each instanceof SocketTimeoutException
          || each instanceof UnknownHostException
          || each instanceof EOFException
          || each instanceof TimeoutException
          || (each instanceof ShutdownSignalException closed && isShuttingDown(closed))) {
        return true;
      }
    }
    return false;
  }

  /** Whether something was refused, and the connection goes on. */
  static boolean isRefusal(IOException failed) {
    return failed.getCause() instanceof ShutdownSignalException closed
        && closed.getReason() instanceof AMQP.Channel.Close;
  }

  private static boolean isShuttingDown(ShutdownSignalException closed) {
    return closed.getReason() instanceof AMQP.Connection.Close reason
        && reason.getReplyCode() == CONNECTION_FORCED;
  }

  @Override
  public String toString() {
    return "RabbitMQ at %s:%d".formatted(factory.getHost(), factory.getPort());
  }
}
