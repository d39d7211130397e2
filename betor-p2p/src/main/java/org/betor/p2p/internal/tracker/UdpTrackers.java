package org.betor.p2p.internal.tracker;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.betor.p2p.internal.loop.UdpSocket;

/**
 * Asks trackers in datagrams. An answer counts only if it comes from where the question went, with
 * the number that the question had.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0015.html">BEP 15, UDP trackers</a>
 */
final class UdpTrackers implements UdpSocket.Protocol {
  private static final int HEAD_BYTES = 8;
  private static final int MAX_PORT = 65_535;

  /** How long a client may use a connection, as BEP 15 has it. */
  private static final long CONNECTION_NANOS = Duration.ofMinutes(1).toNanos();

  private final UdpSocket socket;
  private final Timers timers;
  private final RandomGenerator random;
  private final Blocking blocking;
  private final Trackers.Surroundings surroundings;
  private final Map<Integer, Transaction> transactions = new HashMap<>();
  private final Map<InetSocketAddress, Connection> connections = new HashMap<>();

  UdpTrackers(
      UdpSocket socket,
      Timers timers,
      RandomGenerator random,
      Blocking blocking,
      Trackers.Surroundings surroundings) {
    this.socket = socket;
    this.timers = timers;
    this.random = random;
    this.blocking = blocking;
    this.surroundings = surroundings;
  }

  void ask(Inquiry<?> inquiry) {
    URI tracker = inquiry.tracker();
    int port = tracker.getPort();
    if (tracker.getHost() == null || port < 1 || port > MAX_PORT) {
      inquiry.fail("its address has no host or no port");
      return;
    }
    blocking.run(
        inquiry,
        () -> new InetSocketAddress(surroundings.names().expect(tracker.getHost()), port),
        address -> new UdpInquiry<>(this, inquiry, address).send());
  }

  @Override
  public boolean take(ByteBuffer datagram, InetSocketAddress from) {
    if (datagram.remaining() < HEAD_BYTES) {
      return false;
    }
    int action = datagram.getInt();
    Transaction transaction = transactions.get(datagram.getInt());
    if (transaction == null || !transaction.inquiry().address().equals(from)) {
      return false;
    }
    transaction.inquiry().take(action, transaction.connects(), datagram);
    return true;
  }

  void send(ByteBuffer datagram, InetSocketAddress to) {
    socket.send(datagram, to);
  }

  /**
   * Runs a task if there is still no answer: after the first try soon, then after twice as long.
   *
   * @param tries how often it was tried before
   */
  Timers.Timer again(int tries, Runnable task) {
    return timers.after(surroundings.firstTry().multipliedBy(1L << tries), task);
  }

  /** A new number, whose answer goes to the inquiry. */
  int begin(UdpInquiry<?> inquiry, boolean connects) {
    int number = random.nextInt();
    while (transactions.containsKey(number)) {
      number = random.nextInt();
    }
    transactions.put(number, new Transaction(inquiry, connects));
    return number;
  }

  void forget(int transaction) {
    transactions.remove(transaction);
  }

  void connected(InetSocketAddress tracker, long id) {
    long now = timers.nanoTime();
    connections.values().removeIf(connection -> connection.isOver(now));
    connections.put(tracker, new Connection(id, now + CONNECTION_NANOS));
  }

  void disconnected(InetSocketAddress tracker) {
    connections.remove(tracker);
  }

  /** The number of a connection that still holds; empty if there is none. */
  OptionalLong connection(InetSocketAddress tracker) {
    Connection connection = connections.get(tracker);
    return connection == null || connection.isOver(timers.nanoTime())
        ? OptionalLong.empty()
        : OptionalLong.of(connection.id());
  }

  private record Transaction(UdpInquiry<?> inquiry, boolean connects) {}

  private record Connection(long id, long endNanos) {

    boolean isOver(long now) {
      return now - endNanos >= 0;
    }
  }
}
