package org.betor.events.rabbitmq;

import com.rabbitmq.client.Connection;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** A connection to the broker, and the socket that it is over. */
record Line(Connection connection, Socket socket) implements Closeable {
  private static final int CLOSING_MILLIS = 500;

  boolean isLost() {
    return !connection.isOpen();
  }

  /** Ends it in good order if the broker answers at once, and in any case. */
  @Override
  public void close() {
    connection.abort(CLOSING_MILLIS);
  }

  /** Ends it though somebody is stuck in writing to it. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0); // TLS waits for the writer otherwise
    socket.close();
  }
}
