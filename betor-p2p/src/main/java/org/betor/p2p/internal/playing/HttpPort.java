package org.betor.p2p.internal.playing;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.betor.p2p.internal.loop.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port at which a site is served over HTTP/1.1: one thread for all connections, and one for each
 * content on its way, all of them daemons. {@link #address} and {@link #close} are for every
 * thread, all else is for the loop's.
 */
public final class HttpPort implements AutoCloseable {
  /** Contents on their way at once; who asks for one more is told to try again. */
  public static final int MAX_DELIVERIES = 16;

  /** For one more, the oldest without content on its way is closed; there is one. */
  private static final int MAX_CONNECTIONS = 4 * MAX_DELIVERIES;

  private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);
  private static final String NAME = "betor-http";
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration PATIENCE_TO_END = Duration.ofSeconds(5);

  /** When the system has no room for one more connection. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private final Loop loop;
  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private final Clerk clerk;
  private final InstantSource clock;
  private final Duration patience;
  private final ThreadPoolExecutor threads = threads();
  private final Set<Conversation> conversations = new LinkedHashSet<>();

  private HttpPort(ServerSocketChannel channel, Site site, InstantSource clock, Duration patience)
      throws IOException {
    this.channel = channel;
    this.address = (InetSocketAddress) channel.getLocalAddress();
    this.clerk = new Clerk(site);
    this.clock = clock;
    this.patience = patience;
    this.loop = Loop.open(NAME);
  }

  /**
   * Serves a site.
   *
   * @param patience how long a client may read nothing of its answer
   * @throws IOException if the address is taken; the message names it
   */
  public static HttpPort open(
      InetSocketAddress address, Site site, InstantSource clock, Duration patience)
      throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.bind(address);
      HttpPort port = new HttpPort(channel, site, clock, patience);
      port.loop.execute(port::listen);
      return port;
    } catch (BindException e) {
      channel.close();
      throw (BindException)
          new BindException("%s cannot be listened at: %s".formatted(address, e.getMessage()))
              .initCause(e);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Where it is. */
  public InetSocketAddress address() {
    return address;
  }

  /** Cuts all connections, and returns when the port is free and its threads have ended. */
  @Override
  public void close() {
    loop.close();
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Somebody still reads what was served at {}", address);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Loop loop() {
    return loop;
  }

  Clerk clerk() {
    return clerk;
  }

  Duration patience() {
    return patience;
  }

  ByteBuffer head(Reply reply) {
    return reply.head(clock.instant());
  }

  Future<?> submit(Runnable delivery) {
    return threads.submit(delivery);
  }

  void ended(Conversation conversation) {
    conversations.remove(conversation);
  }

  private void listen() {
    try {
      loop.register(channel, SelectionKey.OP_ACCEPT, this::accept);
    } catch (IOException e) {
      LOG.error("Nobody is listened to at {}", address, e);
    }
  }

  private void accept(SelectionKey key) {
    try {
      for (SocketChannel client; (client = channel.accept()) != null; ) {
        begin(client);
      }
    } catch (IOException e) {
      LOG.warn("No client is let in for a second: {}", e.getMessage());
      key.interestOps(0);
      loop.after(BREATH, () -> listenAgain(key));
    }
  }

  private static void listenAgain(SelectionKey key) {
    if (key.isValid()) {
      key.interestOps(SelectionKey.OP_ACCEPT);
    }
  }

  private void begin(SocketChannel client) throws IOException {
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (conversations.size() >= MAX_CONNECTIONS) {
        closeTheOldestIdle();
      }
      conversations.add(Conversation.begin(this, client));
    } catch (IOException e) {
      LOG.debug("A client was lost at once: {}", e.getMessage());
      client.close();
    }
  }

  private void closeTheOldestIdle() {
    conversations.stream()
        .filter(conversation -> !conversation.isDelivering())
        .findFirst()
        .ifPresent(Conversation::close);
  }

  private static ThreadPoolExecutor threads() {
    return new ThreadPoolExecutor(
        0,
        MAX_DELIVERIES,
        IDLE.toMillis(),
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        HttpPort::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, NAME + "-delivery");
    thread.setDaemon(true);
    return thread;
  }
}
