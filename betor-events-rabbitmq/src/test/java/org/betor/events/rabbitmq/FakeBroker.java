package org.betor.events.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmCallback;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownListener;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** As much of a broker as a unit test needs: without a network, it takes and confirms all. */
final class FakeBroker {
  private static final int ACCESS_REFUSED = 403;

  private final BlockingQueue<String> declared = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
  private final Queue<Confirm> unconfirmed = new ConcurrentLinkedQueue<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> stuck = new LinkedBlockingQueue<>();
  private volatile boolean away;
  private volatile boolean reading = true;
  private volatile boolean confirming = true;

  Broker broker() {
    return new Broker(new FakeFactory());
  }

  /** The queues that were declared, in their order. */
  BlockingQueue<String> declared() {
    return declared;
  }

  /** The ids of what was published, in their order. */
  BlockingQueue<String> published() {
    return published;
  }

  /** As if we had no right to that queue. */
  void refuse(String queue) {
    refused.add(queue);
  }

  void goAway() {
    away = true;
    endConnections();
  }

  void endConnections() {
    connections.forEach(FakeConnection::end);
  }

  void comeBack() {
    away = false;
  }

  /** Does not read any more what is published; who writes is stuck until the socket is closed. */
  void stopReading() {
    reading = false;
  }

  /** Leaves it to {@link #confirmNext} to confirm what is published from now on. */
  void stopConfirming() {
    confirming = false;
  }

  /** Confirms the first message that is not confirmed yet; there is one. */
  void confirmNext() throws IOException {
    unconfirmed.remove().confirm();
  }

  /** The ids of what did not get through. */
  BlockingQueue<String> stuck() {
    return stuck;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    return type == int.class || type == long.class ? 0 : type == boolean.class ? false : null;
  }

  private final class FakeFactory extends ConnectionFactory {
    @Override
    public Connection newConnection(String name) throws IOException {
      if (away) {
        throw new ConnectException("away");
      }
      FakeSocket socket = new FakeSocket();
      getSocketConfigurator().configure(socket);
      FakeConnection connection = new FakeConnection(socket);
      connections.add(connection);
      return proxy(Connection.class, connection);
    }
  }

  private static final class FakeSocket extends Socket {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public synchronized void close() {
      closed.countDown();
    }

    /** An interrupt does not help, as it is with sockets. */
    void awaitClosed() {
      boolean interrupted = false;
      while (closed.getCount() > 0) {
        try {
          closed.await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Its end ends its channels. */
  private final class FakeConnection implements InvocationHandler {
    private final List<ShutdownListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final FakeSocket socket;
    private volatile boolean stuck;

    FakeConnection(FakeSocket socket) {
      this.socket = socket;
    }

    @Override
    public @Nullable Object invoke(Object connection, Method method, Object[] arguments)
        throws InterruptedException {
      switch (method.getName()) {
        case "createChannel" -> {
          return proxy(Channel.class, new FakeChannel(this));
        }
        case "isOpen" -> {
          return !ended.get();
        }
        case "addShutdownListener" -> listeners.add((ShutdownListener) arguments[0]);
        case "abort" -> {
          if (stuck) {
            socket.closed.await(); // its last words are behind what is stuck
          }
          end();
        }
        default -> {}
      }
      return nothing(method);
    }

    void end() {
      if (ended.compareAndSet(false, true)) {
        ShutdownSignalException reason =
            new ShutdownSignalException(
                true, false, new AMQP.Connection.Close.Builder().build(), this);
        listeners.forEach(listener -> listener.shutdownCompleted(reason));
      }
    }
  }

  private final class FakeChannel implements InvocationHandler {
    private final FakeConnection connection;
    private final AtomicLong next = new AtomicLong(1);
    private ConfirmCallback confirms = (number, multiple) -> {};

    FakeChannel(FakeConnection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Object channel, Method method, Object[] arguments)
        throws IOException {
      switch (method.getName()) {
        case "addShutdownListener" -> connection.listeners.add((ShutdownListener) arguments[0]);
        case "addConfirmListener" -> confirms = (ConfirmCallback) arguments[0];
        case "queueDeclare" -> {
          checkAccess((String) arguments[0]);
          declared.add((String) arguments[0]);
        }
        case "queueDelete" -> checkAccess((String) arguments[0]);
        case "getNextPublishSeqNo" -> {
          return next.get();
        }
        case "basicPublish" -> publish(((AMQP.BasicProperties) arguments[3]).getMessageId());
        default -> {}
      }
      return nothing(method);
    }

    private void publish(String id) throws IOException {
      if (!reading) {
        connection.stuck = true;
        stuck.add(id);
        connection.socket.awaitClosed();
        throw new SocketException("closed");
      }
      published.add(id);
      long number = next.getAndIncrement();
      unconfirmed.add(() -> confirms.handle(number, false));
      if (confirming) {
        confirmNext();
      }
    }

    private void checkAccess(String queue) throws IOException {
      if (refused.contains(queue)) {
        AMQP.Channel.Close reason =
            new AMQP.Channel.Close.Builder().replyCode(ACCESS_REFUSED).build();
        throw new IOException(new ShutdownSignalException(false, false, reason, this));
      }
    }
  }

  private interface Confirm {
    void confirm() throws IOException;
  }
}
