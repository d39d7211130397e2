package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.loop.Timers;
import org.jspecify.annotations.Nullable;

/**
 * Our queries that wait for their answers. Whoever answers is told to the table, and whoever does
 * not.
 */
final class Calls {
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int MAX_OPEN = 512;

  /** So that those who make us ask leave room for what we want to know. */
  private static final int MAX_OPEN_FOR_PINGS = 256;

  private final Wire wire;
  private final Timers timers;
  private final RandomGenerator random;
  private final Id own;
  private final Table table;
  private final Map<Integer, Call> open = new HashMap<>();

  Calls(Wire wire, Timers timers, RandomGenerator random, Id own, Table table) {
    this.wire = wire;
    this.timers = timers;
    this.random = random;
    this.own = own;
    this.table = table;
  }

  /** Sends a query with these arguments and our id. The reply never comes before this returns. */
  void ask(InetSocketAddress to, String method, Map<String, ?> arguments, Reply reply) {
    if (open.size() >= MAX_OPEN) {
      timers.after(Duration.ZERO, reply::silent);
      return;
    }
    int transaction = unused();
    Timers.Timer patience = timers.after(PATIENCE, () -> giveUp(transaction));
    open.put(transaction, new Call(to, reply, patience));
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("id", own.bytes());
    wire.send(Message.Query.write(bytes(transaction), method, all), to);
  }

  /** Asks whether a node is there, unless much is asked already. */
  void ping(InetSocketAddress to) {
    if (open.size() < MAX_OPEN_FOR_PINGS) {
      ask(to, "ping", Map.of(), Reply.IGNORED);
    }
  }

  /** Passes an answer on if it comes from whom it was asked. */
  void take(Message.Answer answer, InetSocketAddress from) {
    Call call = close(answer.transaction(), from);
    if (call != null) {
      table.answered(new Node(answer.id(), from)).ifPresent(doubted -> ping(doubted.address()));
      call.reply.answered(answer);
    }
  }

  /** Takes an error for no answer. */
  void take(Message.Failure failure, InetSocketAddress from) {
    Call call = close(failure.transaction(), from);
    if (call != null) {
      call.reply.silent();
    }
  }

  /** Forgets all that is open. */
  void stop() {
    open.values().forEach(call -> call.patience.cancel());
    open.clear();
  }

  private @Nullable Call close(byte[] transaction, InetSocketAddress from) {
    if (transaction.length != Integer.BYTES) {
      return null;
    }
    int number = ByteBuffer.wrap(transaction).getInt();
    Call call = open.get(number);
    if (call == null || !call.to.equals(from)) {
      return null;
    }
    open.remove(number);
    call.patience.cancel();
    return call;
  }

  private void giveUp(int transaction) {
    Call call = open.remove(transaction);
    if (call != null) {
      table.silent(call.to);
      call.reply.silent();
    }
  }

  private int unused() {
    int transaction = random.nextInt();
    while (open.containsKey(transaction)) {
      transaction = random.nextInt();
    }
    return transaction;
  }

  private static byte[] bytes(int transaction) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(transaction).array();
  }

  /** Hears once what became of a query. */
  interface Reply {
    /** Does nothing; the table has heard of it. */
    Reply IGNORED =
        new Reply() {
          @Override
          public void answered(Message.Answer answer) {}

          @Override
          public void silent() {}
        };

    void answered(Message.Answer answer);

    /** No answer came in time, or an error. */
    void silent();
  }

  private record Call(InetSocketAddress to, Reply reply, Timers.Timer patience) {}
}
