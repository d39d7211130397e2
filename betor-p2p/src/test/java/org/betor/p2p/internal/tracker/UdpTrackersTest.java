package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UdpTrackersTest {
  private static final int CONNECT = 0;
  private static final int ANNOUNCE = 1;
  private static final int SCRAPE = 2;
  private static final int ERROR = 3;
  private static final long CONNECTION = 0x1234567890L;

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final AskedTrackers asked = opened(AskedTrackers.open());

  /** What the tracker was sent, in hexadecimal digits without transaction ids. */
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void connectsAndTellsEverything() throws Exception {
    UdpPort port = port((action, transaction) -> List.of(usual(action, transaction)));

    asked.announce(URI.create("udp://127.0.0.1:" + port.port() + "/announce?k=v"));

    assertThat(seen)
        .containsExactly(
            "0000041727101980" + "00000000",
            "0000001234567890"
                + "00000001"
                + AskedTrackers.SINTEL.hex()
                + "2d4245303030312d6162636465666768696a6b6c"
                + "0000000000000016"
                + "0000000000000021"
                + "000000000000000b"
                + "00000002"
                + "00000000"
                + "0badcafe"
                + "00000032"
                + "c8d5"
                + "020d"
                + HexFormat.of().formatHex("/announce?k=v".getBytes(UTF_8)));
  }

  @Test
  void splitsALongPathAndRefusesOneThatFitsNoPacket() throws Exception {
    UdpPort port = port((action, transaction) -> List.of(usual(action, transaction)));

    asked.announce(URI.create("udp://127.0.0.1:" + port.port() + "/" + "a".repeat(299)));
    assertThat(seen.get(1)).contains("02ff2f61").endsWith("022d" + "61".repeat(45));

    assertThat(
            asked.announce(URI.create("udp://127.0.0.1:" + port.port() + "/" + "a".repeat(1000))))
        .isEqualTo(
            new AnnounceAnswer.Refused(
                "the tracker's address is too long to be sent to it", Optional.empty()));
  }

  @Test
  void readsPeersAndNumbers() throws Exception {
    UdpPort port = port((action, transaction) -> List.of(usual(action, transaction)));

    AnnounceAnswer.Answered answer = (AnnounceAnswer.Answered) asked.announce(address(port));

    assertThat(answer.peers()).containsExactly(new InetSocketAddress("10.0.0.7", 6881));
    assertThat(answer.interval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(answer.leechers()).isEqualTo(OptionalInt.of(4));
    assertThat(answer.seeders()).isEqualTo(OptionalInt.of(5));
  }

  @Test
  void readsPeersOfATrackerWithAnIpv6Address() throws Exception {
    byte[] peer = InetAddress.getByName("2001:db8::7").getAddress();
    ByteBuffer answer = ByteBuffer.allocate(12 + 18).putInt(1).putInt(2).putInt(3);

    AnnounceAnswer read =
        new AnnounceQuestion(AskedTrackers.announce(Announce.Event.NONE))
            .read(answer.put(peer).putShort((short) 80).flip(), 16);

    assertThat(((AnnounceAnswer.Answered) read).peers())
        .containsExactly(new InetSocketAddress("2001:db8::7", 80));
  }

  @Test
  void takesNumbersThatCannotBeForNone() throws Exception {
    UdpPort port =
        port(
            (action, transaction) ->
                List.of(
                    action == CONNECT
                        ? usual(action, transaction)
                        : datagram(action, transaction, 12).putInt(-1).putInt(-2).putInt(-3)));

    AnnounceAnswer.Answered answer = (AnnounceAnswer.Answered) asked.announce(address(port));

    assertThat(answer.interval()).isZero();
    assertThat(answer.leechers()).isEmpty();
    assertThat(answer.seeders()).isEmpty();
  }

  @Test
  void ignoresAnswersToQuestionsThatNobodyAsked() throws Exception {
    UdpPort port =
        port(
            (action, transaction) ->
                List.of(
                    datagram(ERROR, transaction + 1, 0),
                    ByteBuffer.allocate(7),
                    usual(action, transaction)));

    assertThat(asked.announce(address(port))).isInstanceOf(AnnounceAnswer.Answered.class);
  }

  @Test
  void ignoresAnswersFromElsewhere() throws Exception {
    try (DatagramSocket elsewhere = new DatagramSocket(0)) {
      UdpPort port =
          opened(
              UdpPort.open(
                  (datagram, from, fromPort) -> {
                    byte[] forged = datagram(ERROR, datagram.getInt(12), 0).array();
                    send(elsewhere, forged, from, fromPort);
                    return List.of();
                  }));

      assertThat(asked.announce(address(port), Duration.ofMillis(300)))
          .isEqualTo(new AnnounceAnswer.Refused("no answer within 300 ms", Optional.empty()));
    }
  }

  @Test
  void asksAgainWhileNothingComes() throws Exception {
    AskedTrackers hasty = opened(AskedTrackers.open(Duration.ofMillis(20)));
    AtomicInteger lost = new AtomicInteger(3);
    UdpPort port =
        port(
            (action, transaction) ->
                lost.getAndDecrement() > 0 ? List.of() : List.of(usual(action, transaction)));

    assertThat(hasty.announce(address(port))).isInstanceOf(AnnounceAnswer.Answered.class);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void connectsOnceForAllQuestionsOfAMinute() throws Exception {
    HandDrivenTimers timers = new HandDrivenTimers();
    AskedTrackers slow = opened(AskedTrackers.open(timers));
    UdpPort port = port((action, transaction) -> List.of(usual(action, transaction)));

    slow.announce(address(port));
    slow.scrape(address(port));
    assertThat(seen).hasSize(3);

    slow.run(() -> timers.pass(Duration.ofSeconds(61)));
    slow.scrape(address(port));
    assertThat(seen).hasSize(5);
    assertThat(timers.waiting()).isZero();
  }

  @Test
  void connectsAgainWhenATrackerForgotTheConnection() throws Exception {
    AtomicInteger announces = new AtomicInteger();
    UdpPort port =
        port(
            (action, transaction) ->
                List.of(
                    action == ANNOUNCE && announces.incrementAndGet() == 2
                        ? error(transaction, "who are you?")
                        : usual(action, transaction)));

    asked.announce(address(port));

    assertThat(asked.announce(address(port))).isInstanceOf(AnnounceAnswer.Answered.class);
    assertThat(announces).hasValue(3);
  }

  @Test
  void saysWhyATrackerRefuses() throws Exception {
    UdpPort port = port((action, transaction) -> List.of(error(transaction, "not\0allowed")));

    assertThat(asked.announce(address(port)))
        .isEqualTo(new AnnounceAnswer.Refused("not allowed", Optional.empty()));
    assertThat(asked.scrape(address(port)))
        .isEqualTo(new SwarmReport.Failed(address(port), "not allowed"));
  }

  @Test
  void refusesAnswersThatAreTooShortOrToAnotherQuestion() throws Exception {
    UdpPort shortConnect = port((action, transaction) -> List.of(datagram(0, transaction, 7)));
    UdpPort shortAnnounce =
        port(
            (action, transaction) ->
                List.of(
                    action == CONNECT
                        ? usual(action, transaction)
                        : datagram(action, transaction, 11)));
    UdpPort other =
        port(
            (action, transaction) ->
                List.of(
                    action == CONNECT
                        ? usual(action, transaction)
                        : datagram(SCRAPE, transaction, 20)));

    assertThat(refused(shortConnect)).isEqualTo("its answer to a connect is malformed");
    assertThat(refused(shortAnnounce)).isEqualTo("its answer to an announce is too short");
    assertThat(refused(other)).isEqualTo("its answer is to another question: action 2");
  }

  @Test
  void refusesAnAddressWithoutAPort() throws Exception {
    assertThat(asked.announce(URI.create("udp://127.0.0.1/announce")))
        .isEqualTo(
            new AnnounceAnswer.Refused("its address has no host or no port", Optional.empty()));
  }

  @Test
  void refusesACountBelowZero() throws Exception {
    UdpPort port =
        port(
            (action, transaction) ->
                List.of(
                    action == CONNECT
                        ? usual(action, transaction)
                        : datagram(SCRAPE, transaction, 12).putInt(-7)));

    assertThat(asked.scrape(address(port)))
        .isEqualTo(new SwarmReport.Failed(address(port), "it counts -7 peers"));
  }

  private String refused(UdpPort port) throws Exception {
    return ((AnnounceAnswer.Refused) asked.announce(address(port))).message();
  }

  private UdpPort port(Script script) {
    return opened(
        UdpPort.open(
            (datagram, from, port) -> {
              String hex = HexFormat.of().formatHex(bytes(datagram));
              seen.add(hex.substring(0, 24) + hex.substring(32));
              return script.answers(datagram.getInt(8), datagram.getInt(12)).stream()
                  .map(UdpTrackersTest::bytes)
                  .toList();
            }));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }

  private static byte[] bytes(ByteBuffer datagram) {
    byte[] bytes = new byte[datagram.limit()];
    datagram.get(0, bytes);
    return bytes;
  }

  private static URI address(UdpPort port) {
    return URI.create("udp://127.0.0.1:" + port.port());
  }

  private static ByteBuffer usual(int action, int transaction) {
    if (action == CONNECT) {
      return datagram(action, transaction, 8).putLong(CONNECTION);
    }
    if (action == SCRAPE) {
      return datagram(action, transaction, 12).putInt(5).putInt(6).putInt(4);
    }
    return datagram(action, transaction, 18)
        .putInt(1800)
        .putInt(4)
        .putInt(5)
        .put(new byte[] {10, 0, 0, 7, 0x1a, (byte) 0xe1});
  }

  private static ByteBuffer error(int transaction, String message) {
    byte[] text = message.getBytes(UTF_8);
    return datagram(ERROR, transaction, text.length).put(text);
  }

  private static ByteBuffer datagram(int action, int transaction, int bodyBytes) {
    return ByteBuffer.allocate(8 + bodyBytes).putInt(action).putInt(transaction);
  }

  private static void send(DatagramSocket socket, byte[] bytes, InetAddress to, int port) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to, port));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What comes back. */
  private interface Script {
    List<ByteBuffer> answers(int action, int transaction);
  }
}
