package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.hash.HashBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTrackersTest {
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final AskedTrackers asked = opened(AskedTrackers.open());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void tellsEverythingInTheQuery() throws Exception {
    HttpPort port = port(HttpPort.ok(Bencode.write(Map.of("interval", 1))));

    asked.announce(URI.create("http://127.0.0.1:" + port.port() + "/announce?pass=word#part"));

    assertThat(port.heads())
        .singleElement()
        .asString()
        .startsWith(
            "GET /announce?pass=word"
                + "&info_hash=%08%AD%A5%A7%A6%18%3A%AE%1E%09%D81%DFgH%D5f%09Z%10"
                + "&peer_id=-BE0001-abcdefghijkl&port=51413&uploaded=11&downloaded=22&left=33"
                + "&compact=1&numwant=50&key=0badcafe&event=started HTTP/1.1\n")
        .contains(
            "Host: 127.0.0.1:" + port.port() + "\n", "User-Agent: betor\n", "Connection: close\n");
  }

  @Test
  void readsEverythingThatIsAnswered() throws Exception {
    byte[] ipv6 = ByteBuffer.allocate(18).put(address("2001:db8::7")).putShort((short) 80).array();
    HttpPort port =
        port(
            HttpPort.ok(
                Bencode.write(
                    Map.of(
                        "interval",
                        1800,
                        "min interval",
                        60,
                        "complete",
                        3,
                        "incomplete",
                        -1,
                        "peers",
                        new byte[] {10, 0, 0, 7, 0x1a, (byte) 0xe1},
                        "peers6",
                        ipv6,
                        "tracker id",
                        "again",
                        "warning message",
                        "be kind"))));

    AnnounceAnswer.Answered answer = answered(port);

    assertThat(answer.peers())
        .containsExactly(
            new InetSocketAddress("10.0.0.7", 6881), new InetSocketAddress("2001:db8::7", 80));
    assertThat(answer.interval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(answer.minInterval()).contains(Duration.ofMinutes(1));
    assertThat(answer.seeders()).hasValue(3);
    assertThat(answer.leechers()).isEmpty();
    assertThat(answer.trackerId()).contains("again");
    assertThat(answer.warning()).contains("be kind");
  }

  @Test
  void takesPeersInDictionariesAndLeavesOutThoseThatCannotBe() throws Exception {
    HttpPort port =
        port(
            HttpPort.ok(
                Bencode.write(
                    Map.of(
                        "peers",
                        List.of(
                            Map.of("ip", "10.0.0.7", "port", 6881),
                            Map.of("ip", "2001:db8::7", "port", 6882),
                            Map.of("ip", "10.0.0.8", "port", 0),
                            Map.of("ip", "10.0.0.9", "port", -4294967295L),
                            Map.of("ip", "10.0.0.10", "port", 65536),
                            Map.of("ip", "10.0.0.256", "port", 1),
                            Map.of("ip", "peer.example", "port", 1),
                            Map.of("ip", "fe80::1%eth0", "port", 1),
                            Map.of("ip", "0.0.0.0", "port", 1),
                            Map.of("ip", ":", "port", 1),
                            "neither"),
                        "interval",
                        -5))));

    AnnounceAnswer.Answered answer = answered(port);

    assertThat(answer.peers())
        .containsExactly(
            new InetSocketAddress("10.0.0.7", 6881), new InetSocketAddress("2001:db8::7", 6882));
    assertThat(answer.interval()).isZero();
  }

  @Test
  void takesNoMoreThan200PeersAndNoPartOfOne() throws Exception {
    ByteBuffer peers = ByteBuffer.allocate(300 * 6 + 5);
    IntStream.range(0, 300)
        .forEach(i -> peers.put(new byte[] {10, 0, 1, 1}).putShort((short) (i + 1)));
    HttpPort many = port(HttpPort.ok(Bencode.write(Map.of("peers", peers.array()))));
    HttpPort part = port(HttpPort.ok(Bencode.write(Map.of("peers", new byte[5]))));

    assertThat(answered(many).peers()).hasSize(200);
    assertThat(answered(part).peers()).isEmpty();
  }

  @Test
  void readsAnAnswerInChunksAndCompressed() throws Exception {
    byte[] body = gzip(Bencode.write(Map.of("interval", 77)));
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes("A;name=value\r\n".getBytes(ISO_8859_1));
    chunks.write(body, 0, 10);
    chunks.writeBytes("\r\n%x\r\n".formatted(body.length - 10).getBytes(ISO_8859_1));
    chunks.write(body, 10, body.length - 10);
    chunks.writeBytes("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
    HttpPort port =
        port(
            HttpPort.answer(
                "200 OK",
                List.of("Transfer-Encoding: chunked", "Content-Encoding: gzip"),
                chunks.toByteArray()));

    assertThat(answered(port).interval()).isEqualTo(Duration.ofSeconds(77));
  }

  @Test
  void readsAnAnswerThatEndsWithTheConnection() throws Exception {
    HttpPort port =
        port(HttpPort.answer("200 OK", List.of(), "d8:intervali77eee\n".getBytes(ISO_8859_1)));

    assertThat(answered(port).interval()).isEqualTo(Duration.ofSeconds(77));
  }

  @Test
  void saysWhyATrackerRefusesAndHowLongItWantsPeace() throws Exception {
    HttpPort some = port(failure(Map.of("failure reason", "not\r\nallowed", "retry in", 5)));
    HttpPort never = port(failure(Map.of("failure reason", "gone", "retry in", "never")));
    HttpPort busy = port(HttpPort.answer("503 Busy", List.of("Retry-After: 90"), new byte[0]));

    assertThat(asked.announce(address(some)))
        .isEqualTo(new AnnounceAnswer.Refused("not allowed", Optional.of(Duration.ofMinutes(5))));
    assertThat(asked.announce(address(never)))
        .isEqualTo(new AnnounceAnswer.Refused("gone", Optional.of(Duration.ofDays(30))));
    assertThat(asked.announce(address(busy)))
        .isEqualTo(
            new AnnounceAnswer.Refused(
                "it answered with status 503", Optional.of(Duration.ofSeconds(90))));
  }

  @Test
  void hidesAKeyThatATrackerRepeats() throws Exception {
    HttpPort port = port(failure(Map.of("failure reason", "bad passkey=0123456789abcdef0123")));

    assertThat(refused(port)).startsWith("bad passkey").doesNotContain("0123456789abcdef");
  }

  @Test
  void doesNotRepeatALongId() throws Exception {
    HttpPort port = port(HttpPort.ok(Bencode.write(Map.of("tracker id", "x".repeat(257)))));

    assertThat(answered(port).trackerId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nd8:interval",
        "HTTP/1.1 200 OK\r\n\r\nli1ee",
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nde",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nde",
        "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\nde",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\nde",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-2\r\nde",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nde\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nde",
        "HTTP/1.1 302 Found\r\nLocation: ftp://127.0.0.1/announce\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http:///announce\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: : :\r\n\r\n",
        "HTTP/1.1 404 Not Found\r\n\r\nde",
      })
  void refusesWhatIsNoAnswer(String sent) throws Exception {
    assertThat(refused(port(sent.getBytes(ISO_8859_1)))).isNotBlank();
  }

  @Test
  void refusesMoreThanAMebibyteHoweverItComes() throws Exception {
    byte[] zeros = new byte[64 * 1024];
    HttpPort endless =
        port(
            (target, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
              while (true) {
                out.write(zeros);
              }
            });
    HttpPort bomb =
        port(
            HttpPort.answer(
                "200 OK", List.of("Content-Encoding: gzip"), gzip(new byte[64 * 1024 * 1024])));

    assertThat(refused(endless)).isEqualTo("its answer has more than 1 MiB");
    assertThat(refused(bomb)).isEqualTo("its answer has more than 1 MiB");
  }

  @Test
  void refusesAHeadWithoutAnEnd() throws Exception {
    HttpPort port =
        port(
            (target, out) -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
              while (true) {
                out.write("X-Filler: of no use to anybody\r\n".getBytes(ISO_8859_1));
              }
            });

    assertThat(refused(port)).isEqualTo("its answer has too long a head");
  }

  @Test
  void cutsATrackerThatSendsDropByDropWhenItsTimeIsOver() throws Exception {
    CountDownLatch cut = new CountDownLatch(1);
    HttpPort port =
        port(
            (target, out) -> {
              try {
                out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
                while (true) {
                  out.write('x');
                  out.flush();
                  Thread.onSpinWait();
                  cut.await(5, TimeUnit.MILLISECONDS);
                }
              } catch (IOException gone) {
                cut.countDown();
                throw gone;
              }
            });

    assertThat(asked.announce(address(port), Duration.ofMillis(200)))
        .isEqualTo(new AnnounceAnswer.Refused("no answer within 200 ms", Optional.empty()));
    assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysThatAServerTakesNoConnections() throws Exception {
    HttpPort port = port(new byte[0]);
    port.close();

    assertThat(refused(port)).containsIgnoringCase("connection refused");
  }

  @Test
  void followsARedirectAndGivesUpAtTheSixth() throws Exception {
    HttpPort end = port(HttpPort.ok(Bencode.write(Map.of("interval", 77))));
    HttpPort once = port(redirect("http://127.0.0.1:" + end.port() + "/announce"));
    HttpPort loop = port(redirect("/announce"));

    assertThat(answered(once).interval()).isEqualTo(Duration.ofSeconds(77));
    assertThat(refused(loop)).isEqualTo("it redirects more than 5 times");
    assertThat(loop.heads()).hasSize(6);
  }

  @Test
  void asksOnThisMachineOnlyForPathsOfTrackers() throws Exception {
    HttpPort port = port(HttpPort.ok(Bencode.write(Map.of("interval", 77))));
    HttpPort astray = port(redirect("http://127.0.0.1:" + port.port() + "/delete?all"));

    assertThat(asked.announce(URI.create("http://127.0.0.1:" + port.port() + "/delete")))
        .isEqualTo(
            new AnnounceAnswer.Refused(
                "it is on this machine, where only paths that begin with /announce are asked",
                Optional.empty()));
    assertThat(refused(astray)).contains("only paths that begin with /announce");
    assertThat(port.heads()).isEmpty();
  }

  @Test
  void saysThatAHostIsNotKnown() throws Exception {
    AskedTrackers lost =
        opened(
            AskedTrackers.open(
                host -> {
                  throw new UnknownHostException(host);
                }));

    assertThat(lost.announce(URI.create("http://tracker.example/announce")))
        .isEqualTo(
            new AnnounceAnswer.Refused("no address is known of tracker.example", Optional.empty()));
  }

  @Test
  void scrapesWhereTheLastPartOfThePathIsAnnounce() throws Exception {
    HttpPort port = port(HttpPort.ok(Bencode.write(Map.of("files", Map.of()))));
    URI tracker = URI.create("http://127.0.0.1:" + port.port() + "/announce.php?k=v");
    URI other = URI.create("http://127.0.0.1:" + port.port() + "/announce/here");

    assertThat(asked.scrape(tracker)).isEqualTo(new SwarmReport.Unknown(tracker));
    assertThat(port.heads())
        .singleElement()
        .asString()
        .startsWith("GET /scrape.php?k=v&info_hash=%08%AD");
    assertThat(asked.scrape(other))
        .isEqualTo(
            new SwarmReport.Failed(
                other, "it cannot be asked: the last part of its path is not announce"));
  }

  @Test
  void refusesACountBelowZero() throws Exception {
    String sintel = new String(HashBytes.of(AskedTrackers.SINTEL), ISO_8859_1);
    HttpPort port =
        port(HttpPort.ok(Bencode.write(Map.of("files", Map.of(sintel, Map.of("complete", -1))))));

    assertThat(asked.scrape(address(port)))
        .isEqualTo(new SwarmReport.Failed(address(port), "it counts -1 peers"));
  }

  @Test
  void saysOfOtherSchemesThatItDoesNotSpeakThem() throws Exception {
    assertThat(asked.announce(URI.create("wss://tracker.example/announce")))
        .isEqualTo(
            new AnnounceAnswer.Refused(
                "trackers are asked over UDP, HTTP and HTTPS only", Optional.empty()));
    assertThat(asked.announce(URI.create("//tracker.example")))
        .isInstanceOf(AnnounceAnswer.Refused.class);
  }

  private AnnounceAnswer.Answered answered(HttpPort port) throws Exception {
    return (AnnounceAnswer.Answered) asked.announce(address(port));
  }

  private String refused(HttpPort port) throws Exception {
    return ((AnnounceAnswer.Refused) asked.announce(address(port))).message();
  }

  private HttpPort port(byte[] answer) {
    return port((target, out) -> out.write(answer));
  }

  private HttpPort port(HttpPort.Script script) {
    return opened(HttpPort.open(script));
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }

  private static URI address(HttpPort port) {
    return URI.create("http://127.0.0.1:" + port.port() + "/announce");
  }

  private static byte[] address(String literal) throws IOException {
    return InetAddress.getByName(literal).getAddress();
  }

  private static byte[] redirect(String to) {
    return HttpPort.answer("302 Found", List.of("Location: " + to), new byte[0]);
  }

  private static byte[] failure(Map<String, Object> failure) {
    return HttpPort.ok(Bencode.write(failure));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
