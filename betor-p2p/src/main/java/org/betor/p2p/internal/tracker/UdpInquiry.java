package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;

/** One question to one tracker in datagrams: connect, ask, and both again while nothing comes. */
final class UdpInquiry<A> {
  private static final long PROTOCOL = 0x41727101980L;
  private static final int CONNECT = 0;
  private static final int ERROR = 3;
  private static final int MAX_DATAGRAM_BYTES = 1400;

  private final UdpTrackers trackers;
  private final Inquiry<A> inquiry;
  private final InetSocketAddress address;
  private final List<Integer> transactions = new ArrayList<>();
  private Timers.@Nullable Timer timer;
  private boolean usesOldConnection;
  private boolean connecting;
  private int tries;

  UdpInquiry(UdpTrackers trackers, Inquiry<A> inquiry, InetSocketAddress address) {
    this.trackers = trackers;
    this.inquiry = inquiry;
    this.address = address;
    inquiry.atEnd(this::end);
  }

  InetSocketAddress address() {
    return address;
  }

  /** Asks, or connects first where that was not done lately. */
  void send() {
    OptionalLong connection = trackers.connection(address);
    if (connection.isPresent()) {
      usesOldConnection = true;
      ask(connection.getAsLong());
    } else {
      connect();
    }
  }

  /** Takes what follows the transaction's number. */
  void take(int action, boolean connects, ByteBuffer datagram) {
    try {
      if (action == ERROR) {
        refused(UTF_8.decode(datagram).toString());
      } else if (connects) {
        connected(action, datagram);
      } else {
        answered(action, datagram);
      }
    } catch (MalformedException e) {
      inquiry.fail(String.valueOf(e.getMessage()));
    }
  }

  private void connect() {
    connecting = true;
    usesOldConnection = false;
    transmit(head(PROTOCOL, CONNECT, begin(true)));
  }

  private void ask(long connection) {
    connecting = false;
    ByteBuffer datagram = head(connection, inquiry.question().action(), begin(false));
    try {
      inquiry.question().write(datagram, inquiry.tracker());
      transmit(datagram);
    } catch (IOException e) {
      inquiry.fail(String.valueOf(e.getMessage()));
    }
  }

  private static ByteBuffer head(long connection, int action, int transaction) {
    return ByteBuffer.allocate(MAX_DATAGRAM_BYTES)
        .putLong(connection)
        .putInt(action)
        .putInt(transaction);
  }

  private int begin(boolean connects) {
    int transaction = trackers.begin(this, connects);
    transactions.add(transaction);
    return transaction;
  }

  private void transmit(ByteBuffer datagram) {
    stopTimer();
    timer = trackers.again(tries, this::again);
    trackers.send(datagram.flip(), address);
  }

  private void again() {
    tries++;
    trackers.disconnected(address);
    connect();
  }

  private void connected(int action, ByteBuffer datagram) throws MalformedException {
    if (action != CONNECT || datagram.remaining() < Long.BYTES) {
      throw new MalformedException("its answer to a connect is malformed");
    }
    if (connecting) {
      long connection = datagram.getLong();
      trackers.connected(address, connection);
      ask(connection);
    }
  }

  private void answered(int action, ByteBuffer datagram) throws MalformedException {
    if (action != inquiry.question().action()) {
      throw new MalformedException("its answer is to another question: action " + action);
    }
    int addressBytes = address.getAddress() instanceof Inet4Address ? 4 : 16;
    inquiry.answer(inquiry.question().read(datagram, addressBytes));
  }

  /** A tracker that was started anew does not know connections from before. */
  private void refused(String message) {
    trackers.disconnected(address);
    if (usesOldConnection) {
      connect();
    } else {
      inquiry.fail(message);
    }
  }

  private void end() {
    stopTimer();
    transactions.forEach(trackers::forget);
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
