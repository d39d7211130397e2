package org.betor.p2p.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.betor.p2p.internal.encryption.StreamCipher;
import org.betor.p2p.internal.loop.Loop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionTest {
  private static final long RATE = 100_000;
  private static final Duration REFILL = Duration.ofMillis(50);
  private static final int BYTES_A_REFILL = 5_000;

  private final Throttle throttle = new Throttle();
  private Loop loop;
  private Wires wires;
  private ConnectedChannels channels;
  private Connection connection;
  private Taking taking;

  @BeforeEach
  void connect() throws Exception {
    loop = Loop.open("loop under test");
    wires = new Wires(loop);
    channels = ConnectedChannels.open();
    taking = new Taking();
    connection =
        onLoop(
            () -> {
              Connection made = Connection.of(wires, channels.near());
              made.intake(taking);
              return made;
            });
  }

  @AfterEach
  void close() throws Exception {
    loop.close();
    channels.close();
  }

  @Test
  void sendsALongQueueInItsOrderToAPeerThatReadsLate() throws Exception {
    Random random = new Random(1);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    onLoop(
        () -> {
          for (int i = 0; i < 1_500; i++) {
            BlockRequest block = new BlockRequest(i, 0, random.nextInt(20_000));
            byte[] content = bytes(random, block.length());
            expected.write(write(Outgoing.block(block, ByteBuffer.wrap(content))));
            connection.send(Outgoing.block(block, ByteBuffer.wrap(content)));
          }
          connection.flush();
          return true;
        });

    assertThat(onLoop(connection::queuedBytes)).isPositive();
    assertThat(read(expected.size())).isEqualTo(expected.toByteArray());
    assertThat(onLoop(connection::queuedBytes)).isZero();
  }

  @Test
  void handsOverWhatWasLeftTogetherWithWhatComesNext() throws Exception {
    Random random = new Random(2);
    byte[] sent = bytes(random, 3_000_000);
    onLoop(
        () -> {
          taking.how =
              bytes -> taking.take(bytes, bytes.remaining() - Math.min(50, bytes.remaining() - 1));
          return true;
        });

    channels.far().write(ByteBuffer.wrap(sent));

    assertThat(taking.await(sent.length - 50)).isEqualTo(Arrays.copyOf(sent, sent.length - 50));
  }

  @Test
  void givesTheRestToTheIntakeThatWasSetMeanwhile() throws Exception {
    Taking second = new Taking();
    onLoop(
        () -> {
          taking.how =
              bytes -> {
                if (bytes.remaining() >= 10) {
                  taking.take(bytes, 10);
                  connection.intake(second);
                }
              };
          return true;
        });

    channels.far().write(ByteBuffer.wrap(new byte[25]));

    assertThat(taking.await(10)).hasSize(10);
    assertThat(second.await(15)).hasSize(15);
  }

  @Test
  void decryptsFromTheMiddleOfABufferOnAndEncryptsWhatIsSentFromThen() throws Exception {
    byte[] plain = bytes(new Random(3), 1_500_000);
    byte[] incoming = plain.clone();
    new Numbering().apply(ByteBuffer.wrap(incoming, 10, incoming.length - 10));
    Taking second = new Taking();
    onLoop(
        () -> {
          taking.how =
              bytes -> {
                if (bytes.remaining() > 10) {
                  taking.take(bytes, 10);
                  connection.send("in the clear".getBytes(StandardCharsets.US_ASCII));
                  connection.flush();
                  connection.encrypt(new Numbering(), new Numbering(), bytes);
                  connection.intake(second);
                  connection.send(plain);
                  connection.flush();
                }
              };
          return true;
        });

    CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> read(12 + plain.length));
    channels.far().write(ByteBuffer.wrap(incoming));

    assertThat(taking.await(10)).isEqualTo(Arrays.copyOf(plain, 10));
    assertThat(second.await(plain.length - 10))
        .isEqualTo(Arrays.copyOfRange(plain, 10, plain.length));
    byte[] sent = answer.get(20, TimeUnit.SECONDS);
    new Numbering().apply(ByteBuffer.wrap(sent, 12, plain.length));
    assertThat(new String(sent, 0, 12, StandardCharsets.US_ASCII)).isEqualTo("in the clear");
    assertThat(Arrays.copyOfRange(sent, 12, sent.length)).isEqualTo(plain);
  }

  @Test
  void takesNothingMoreOnceItsIntakeClosedIt() throws Exception {
    onLoop(
        () -> {
          taking.how =
              bytes -> {
                taking.take(bytes, 1);
                connection.close("enough");
              };
          return true;
        });

    channels.far().write(ByteBuffer.wrap(new byte[100]));

    assertThat(taking.reason()).isEqualTo("enough");
    assertThat(onLoop(() -> taking.all.size())).isOne();
    assertThat(onLoop(connection::isOpen)).isFalse();
    assertThat(hangsUp()).isTrue();
    onLoop(
        () -> {
          connection.close("once more");
          connection.send(new byte[10]);
          connection.flush();
          return true;
        });
    assertThat(taking.reasons).isEmpty();
  }

  @Test
  void isClosedWithTheReasonWhenItsIntakeRefusesWhatCame() throws Exception {
    taking.how =
        bytes -> {
          throw new IOException("this is no message");
        };

    channels.far().write(ByteBuffer.wrap(new byte[100]));

    assertThat(taking.reason()).isEqualTo("this is no message");
    assertThat(hangsUp()).isTrue();
  }

  @Test
  void isClosedWhenItsIntakeFailsAndTheLoopGoesOn() throws Exception {
    taking.how =
        bytes -> {
          throw new IllegalStateException("thrown by a test");
        };

    channels.far().write(ByteBuffer.wrap(new byte[100]));

    assertThat(taking.reason()).contains("thrown by a test");
    assertThat(onLoop(connection::isOpen)).isFalse();
  }

  @Test
  void isClosedWhenThePeerHangsUpWithBytesThatAreNoWholeMessage() throws Exception {
    taking.how = bytes -> {};
    channels.far().write(ByteBuffer.wrap(new byte[3]));

    channels.far().close();

    assertThat(taking.reason()).isEqualTo("the peer hung up");
  }

  @Test
  void leavesAPeerWhoseMessageNeverEnds() throws Exception {
    taking.how = bytes -> {};

    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> sendUntilClosed(channels));

    assertThat(taking.reason()).isEqualTo("the peer's message does not end");
    sending.get(20, TimeUnit.SECONDS);
  }

  @Test
  void takesNoMoreThanTheThrottleLetsPass() throws Exception {
    onLoop(
        () -> {
          throttle.limit(OptionalLong.of(RATE));
          connection.throttles(List.of(new Throttle(), throttle), List.of());
          return true;
        });
    channels.far().configureBlocking(false);
    channels.far().write(ByteBuffer.wrap(new byte[100_000]));

    for (int refills = 1; refills <= 15; refills++) {
      assertThat(onLoop(() -> taking.all.size())).isEqualTo((refills - 1) * BYTES_A_REFILL);
      refill();
      assertThat(taking.await(refills * BYTES_A_REFILL)).hasSize(refills * BYTES_A_REFILL);
    }

    onLoop(
        () -> {
          throttle.limit(OptionalLong.empty());
          wires.release();
          return true;
        });
    assertThat(taking.await(100_000)).hasSize(100_000);
  }

  @Test
  void sendsNoMoreThanTheThrottleLetsPass() throws Exception {
    onLoop(
        () -> {
          throttle.limit(OptionalLong.of(RATE));
          connection.throttles(List.of(), List.of(throttle, new Throttle()));
          connection.send(new byte[100_000]);
          connection.flush();
          return true;
        });

    for (int refills = 0; refills <= 15; refills++) {
      long left = 100_000L - (long) refills * BYTES_A_REFILL;
      assertThat(onLoop(connection::queuedBytes)).isEqualTo(left);
      refill();
      assertThat(read(BYTES_A_REFILL)).hasSize(BYTES_A_REFILL);
    }
  }

  @Test
  void restsWhileItsThrottleHoldsItThoughThePeerWouldTakeMore() throws Exception {
    CompletableFuture<SelectionKey> key = new CompletableFuture<>();
    onLoop(
        () -> {
          connection.send(new byte[8_000_000]);
          connection.flush();
          key.complete(loop.register(channels.near(), SelectionKey.OP_WRITE, connection));
          throttle.limit(OptionalLong.of(RATE));
          connection.throttles(List.of(), List.of(throttle));
          return true;
        });
    long sent = 8_000_000 - onLoop(connection::queuedBytes);

    read((int) sent);
    int turns = 0;
    while (onLoop(() -> key.get().interestOps() & SelectionKey.OP_WRITE) != 0) {
      assertThat(turns++).as("turns of the loop for nothing").isLessThan(1_000);
    }
  }

  @Test
  void sharesAThrottleWithOthersWithoutStarvingOne() throws Exception {
    try (ConnectedChannels others = ConnectedChannels.open()) {
      Taking second = new Taking();
      onLoop(
          () -> {
            throttle.limit(OptionalLong.of(4_000_000));
            Connection other = Connection.of(wires, others.near());
            other.intake(second);
            other.throttles(List.of(throttle), List.of());
            connection.throttles(List.of(throttle), List.of());
            return true;
          });
      others.far().configureBlocking(false);
      channels.far().configureBlocking(false);
      int enough = 200_000;
      while (onLoop(() -> Math.min(taking.all.size(), second.all.size())) < enough) {
        others.far().write(ByteBuffer.wrap(new byte[100_000]));
        channels.far().write(ByteBuffer.wrap(new byte[100_000]));
        refill();
      }

      int more = onLoop(() -> Math.max(taking.all.size(), second.all.size()));
      assertThat(more).isLessThan(3 * enough);
    }
  }

  private void refill() throws Exception {
    onLoop(
        () -> {
          throttle.refill(REFILL.toNanos());
          wires.release();
          return true;
        });
  }

  private boolean hangsUp() {
    try {
      return channels.far().read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static void sendUntilClosed(ConnectedChannels to) {
    try {
      for (int i = 0; i < 100; i++) {
        to.far().write(ByteBuffer.wrap(new byte[1 << 20]));
      }
    } catch (IOException closed) {
      return;
    }
    throw new AssertionError("it takes everything");
  }

  private byte[] read(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    try {
      while (bytes.hasRemaining() && channels.far().read(bytes) >= 0) {}
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] write(Outgoing message) {
    return ByteBuffer.allocate(message.remaining())
        .put(message.head())
        .put(message.content())
        .array();
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T onLoop(Task<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            done.complete(task.run());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(10, TimeUnit.SECONDS);
  }

  /** Something that a test does on the loop's thread. */
  private interface Task<T> {
    T run() throws Exception;
  }

  /** Something that an intake does. */
  private interface How {
    void take(ByteBuffer bytes) throws IOException;
  }

  /** Takes everything unless told otherwise. */
  private static final class Taking implements Connection.Intake {
    final ByteArrayOutputStream all = new ByteArrayOutputStream();
    final BlockingQueue<byte[]> came = new LinkedBlockingQueue<>();
    final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    volatile How how = bytes -> take(bytes, bytes.remaining());

    void take(ByteBuffer bytes, int count) {
      byte[] some = new byte[count];
      bytes.get(some);
      all.writeBytes(some);
      came.add(some);
    }

    /** All that came, once it is so many bytes. */
    byte[] await(int count) throws InterruptedException {
      while (seen.size() < count) {
        byte[] next = came.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("%d bytes after %d", count, seen.size()).isNotNull();
        seen.writeBytes(next);
      }
      return seen.toByteArray();
    }

    String reason() throws InterruptedException {
      return reasons.poll(10, TimeUnit.SECONDS);
    }

    @Override
    public void take(ByteBuffer bytes) throws IOException {
      how.take(bytes);
    }

    @Override
    public void closed(String why) {
      reasons.add(why);
    }
  }

  /** Mixes into each byte its place in the stream; undone by itself. */
  private static final class Numbering implements StreamCipher {
    private int place;

    @Override
    public void apply(ByteBuffer bytes) {
      for (int i = bytes.position(); i < bytes.limit(); i++) {
        bytes.put(i, (byte) (bytes.get(i) ^ place++ * 31));
      }
    }
  }
}
