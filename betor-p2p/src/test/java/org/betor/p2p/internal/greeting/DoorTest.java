package org.betor.p2p.internal.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.betor.api.model.InfoHash;
import org.betor.p2p.Encryption;
import org.betor.p2p.internal.loop.Loop;
import org.betor.p2p.internal.swarm.QuietSurroundings;
import org.betor.p2p.internal.swarm.Swarm;
import org.betor.p2p.internal.wire.Connection;
import org.betor.p2p.internal.wire.PeerHandshake;
import org.betor.p2p.internal.wire.PeerHandshake.Features;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.betor.p2p.internal.wire.Wires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DoorTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final InfoHash OTHER = new InfoHash("dd8255ecdc7ca55fb0bbf81323d87062db1f6d1c");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Loop loop = Loop.open("doors under test");
  private final List<SocketChannel> strangers = new ArrayList<>();

  DoorTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    loop.close();
    for (SocketChannel each : strangers) {
      each.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PREFERRED, PREFERRED, true",
    "PREFERRED, REQUIRED, true",
    "PREFERRED, OFF, true",
    "REQUIRED, PREFERRED, true",
    "REQUIRED, REQUIRED, true",
    "REQUIRED, OFF, false",
    "OFF, PREFERRED, true",
    "OFF, REQUIRED, false",
    "OFF, OFF, true"
  })
  void bringsPeersTogetherAsFarAsTheirEncryptionAllows(
      Encryption caller, Encryption called, boolean meet) throws Exception {
    Side from = side(caller, SINTEL, 1);
    Side to = side(called, SINTEL, 2);

    from.call(to);

    assertThat(from.outcome()).isEqualTo(meet);
    if (meet) {
      to.awaitPeer();
    } else {
      assertThat(onLoop(to.swarm::size)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"PREFERRED", "REQUIRED", "OFF"})
  void turnsPeersOfOtherTorrentsAway(Encryption encryption) throws Exception {
    Side from = side(encryption, SINTEL, 1);
    Side to = side(encryption, OTHER, 2);

    from.call(to);

    assertThat(from.outcome()).isFalse();
    assertThat(onLoop(to.swarm::size)).isZero();
  }

  @Test
  void turnsPeersAwayOnceTheirTorrentIsDismissed() throws Exception {
    Side from = side(Encryption.PREFERRED, SINTEL, 1);
    Side to = side(Encryption.PREFERRED, SINTEL, 2);
    onLoop(
        () -> {
          to.door.dismiss(to.swarm);
          return true;
        });

    from.call(to);

    assertThat(from.outcome()).isFalse();
  }

  @Test
  void missesAPeerThatIsNotThere() throws Exception {
    Side from = side(Encryption.PREFERRED, SINTEL, 1);
    Side to = side(Encryption.PREFERRED, SINTEL, 2);
    InetSocketAddress address = to.address();
    onLoop(
        () -> {
          to.door.close();
          return true;
        });

    from.call(address);

    assertThat(from.outcome()).isFalse();
  }

  @Test
  void readsAGreetingThatComesByteByByteAndAnswersIt() throws Exception {
    Side to = side(Encryption.PREFERRED, SINTEL, 2);
    SocketChannel peer = stranger(to);
    PeerHandshake greeting = greeting(SINTEL, 7);
    for (byte each : greeting.bytes()) {
      peer.write(ByteBuffer.wrap(new byte[] {each}));
    }

    to.awaitPeer();
    assertThat(PeerHandshake.read(read(peer, PeerHandshake.BYTES)))
        .isEqualTo(new PeerHandshake(SINTEL, id(2), Features.ours(true)));
  }

  @Test
  void leavesCallersThatSpeakSomethingElse() throws Exception {
    Side to = side(Encryption.OFF, SINTEL, 2);
    SocketChannel peer = stranger(to);
    peer.write(
        ByteBuffer.wrap(
            "GET / HTTP/1.1\r\nHost: peer.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    assertThat(read(peer, 1).remaining()).isZero();
  }

  @Test
  void turnsTheOldestOfAHundredAwayWhoSayNothing() throws Exception {
    Side to = side(Encryption.PREFERRED, SINTEL, 2);
    SocketChannel oldest = stranger(to);
    for (int i = 1; i < 100; i++) {
      stranger(to);
    }

    SocketChannel next = stranger(to);

    assertThat(read(oldest, 1).remaining()).isZero();
    next.write(ByteBuffer.wrap(greeting(SINTEL, 7).bytes()));
    assertThat(read(next, 1).remaining()).isOne();
    to.awaitPeer();
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    Side first = side(Encryption.OFF, SINTEL, 1);
    InetSocketAddress taken = first.address();

    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> Door.open(first.line, taken))
        .withMessageContaining(String.valueOf(taken.getPort()));
  }

  private SocketChannel stranger(Side to) throws Exception {
    SocketChannel channel = SocketChannel.open(to.address());
    strangers.add(channel);
    return channel;
  }

  /** As many bytes as come, at most so many. */
  private static ByteBuffer read(SocketChannel from, int most) {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    try {
      while (bytes.hasRemaining() && from.read(bytes) >= 0) {}
    } catch (IOException reset) {
      return bytes.flip();
    }
    return bytes.flip();
  }

  private static PeerHandshake greeting(InfoHash torrent, int peer) {
    return new PeerHandshake(torrent, id(peer), Features.ours(true));
  }

  private static PeerId id(int peer) {
    byte[] id = new byte[20];
    Arrays.fill(id, (byte) peer);
    return new PeerId(id);
  }

  private Side side(Encryption encryption, InfoHash torrent, int peer) throws Exception {
    return onLoop(() -> new Side(encryption, torrent, peer));
  }

  private <T> T onLoop(Callable<T> task) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.execute(
        () -> {
          try {
            done.complete(task.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done.get(10, TimeUnit.SECONDS);
  }

  /** A door with one torrent behind it. */
  private final class Side {
    final Line line;
    final Door door;
    final Swarm swarm;
    private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

    Side(Encryption encryption, InfoHash torrent, int peer) throws IOException {
      Manners manners = new Manners(id(peer), Features.ours(true), encryption, new SecureRandom());
      line = new Line(loop, new Wires(loop), manners, HERE);
      door = Door.open(line, new InetSocketAddress(HERE, 0));
      swarm = new Swarm(torrent, new QuietSurroundings(loop, id(peer)), new Unheard());
      swarm.start();
      door.admit(swarm);
    }

    InetSocketAddress address() throws Exception {
      return onLoop(door::address);
    }

    void call(Side other) throws Exception {
      call(other.address());
    }

    void call(InetSocketAddress address) throws Exception {
      onLoop(
          () -> {
            OutgoingCall.begin(line, address, swarm.torrent(), new Heard());
            return true;
          });
    }

    boolean outcome() throws Exception {
      return outcome.get(15, TimeUnit.SECONDS);
    }

    void awaitPeer() throws Exception {
      while (onLoop(swarm::size) == 0) {
        Thread.onSpinWait();
      }
    }

    private final class Heard implements OutgoingCall.Answer {

      @Override
      public void met(Connection connection, PeerHandshake greeting) {
        outcome.complete(true);
      }

      @Override
      public void missed(String why) {
        outcome.complete(false);
      }
    }
  }

  private static final class Unheard implements Swarm.Events {

    @Override
    public boolean metadata(byte[] info) {
      return false;
    }

    @Override
    public void gained(int piece) {}

    @Override
    public void diskFailed(IOException cause) {
      throw new AssertionError(cause);
    }
  }
}
