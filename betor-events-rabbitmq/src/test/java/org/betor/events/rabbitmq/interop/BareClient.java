package org.betor.events.rabbitmq.interop;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import org.betor.testkit.server.RealBroker;

/** Somebody who knows nothing of us, with the client that RabbitMQ offers. */
final class BareClient implements AutoCloseable {
  private final Connection connection;
  private Channel channel;

  private BareClient(Connection connection) throws IOException {
    this.connection = connection;
    this.channel = connection.createChannel();
  }

  static BareClient of(RealBroker broker) throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setPort(broker.port());
    return new BareClient(factory.newConnection());
  }

  Channel channel() {
    return channel;
  }

  /** Takes the next message of a queue; waits until there is a queue, and a message. */
  GetResponse next(String queue) throws IOException {
    while (true) {
      try {
        GetResponse message = channel.basicGet(queue, true);
        if (message != null) {
          return message;
        }
      } catch (IOException noQueue) {
        channel = connection.createChannel();
      }
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
