package org.betor.p2p.internal.dht;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.dht.SimulatedNetwork.address;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.Bencode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDatagramTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

  private final Random random = new Random(6);
  private final SimulatedNetwork network = new SimulatedNetwork();
  private final InetSocketAddress node = network.newAddress();
  private final Dht dht = network.join(node);
  private final Stranger stranger = new Stranger(network);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d",
        "de",
        "garbage",
        "d1:t2:aae",
        "d1:t2:aa1:y1:xe",
        "d1:t2:aa1:yi1ee",
        "d1:ti5e1:y1:qe",
        "d1:rde1:t2:aa1:y1:re",
        "d1:rle1:t4:aaaa1:y1:re",
        "d1:r1:x1:t4:aaaa1:y1:re",
        "d1:eli203e3:bade1:t4:aaaa1:y1:ee",
        "d1:ele1:t0:1:y1:ee",
        "d1:e1:x1:y1:ee"
      })
  void whatIsNoQueryGetsNoReply(String datagram) {
    assertThat(stranger.say(node, datagram).values()).isEmpty();
    assertThat(dht.size()).isZero();
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void whatIsHugeOrDeepGetsNoReply() {
    String deep = "d1:a" + "l".repeat(2_000) + "e".repeat(2_000) + "1:q4:ping1:t2:aa1:y1:qe";
    String huge = "d1:a60000:" + "x".repeat(60_000) + "1:q4:ping1:t2:aa1:y1:qe";
    String longTransaction = "d1:q4:ping1:t1000:" + "x".repeat(1_000) + "1:y1:qe";

    for (String datagram : List.of(deep, huge, longTransaction)) {
      assertThat(stranger.say(node, datagram).values()).isEmpty();
    }
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void noCutOrChangedMessageDoesHarm() {
    byte[] query =
        Bencode.write(
            Map.of(
                "t",
                "aa",
                "y",
                "q",
                "q",
                "get_peers",
                "a",
                Map.of("id", stranger.id.bytes(), "info_hash", new byte[20])));
    for (int i = 0; i < 5_000; i++) {
      byte[] changed = Arrays.copyOf(query, random.nextInt(1, query.length + 1));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      dht.take(ByteBuffer.wrap(changed), network.newAddress());
    }
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(dht.size()).isZero();
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void noChangedAnswerDoesHarm() {
    byte[] nodes = Compact.nodes(List.of(new Node(Id.random(random), network.newAddress())));
    byte[] peer = Compact.address(network.newAddress());
    Map<String, ?> values = Map.of("nodes", nodes, "values", List.of(peer, peer), "token", "t");
    Stranger liar = new Stranger(network);
    for (int i = 0; i < 1_000; i++) {
      network.receive(
          liar.address,
          (query, from) -> {
            byte[] answer = liar.answer(Stranger.transaction(query), values);
            answer[random.nextInt(answer.length)] = (byte) random.nextInt();
            network.send(liar.address, answer, from);
          });
      learn(liar);
      network.find(dht, SINTEL);
    }

    assertThat(dht.size()).isLessThan(20);
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void leavesDatagramsToOtherProtocols() {
    for (String datagram : List.of("", "\1\0\0\0", "d-no bencoding", "d1:ai1ee")) {
      ByteBuffer bytes = ByteBuffer.wrap(datagram.getBytes(ISO_8859_1));
      assertThat(dht.take(bytes, stranger.address)).as(datagram).isFalse();
    }
  }

  @Test
  void anAnswerFromAnotherThanWasAskedCountsForNothing() {
    Stranger asked = new Stranger(network);
    dht.learn(asked.address);
    network.timers.pass(Duration.ofMillis(100));
    byte[] transaction = asked.heard().get(0).bytes("t").orElseThrow();

    network.send(stranger.address, stranger.answer(transaction, Map.of()), node);
    InetSocketAddress otherPort = new InetSocketAddress(asked.address.getAddress(), 1);
    network.send(otherPort, asked.answer(transaction, Map.of()), node);
    network.timers.pass(Duration.ofMillis(100));
    assertThat(dht.size()).isZero();

    network.send(asked.address, asked.answer(transaction, Map.of()), node);
    network.timers.pass(Duration.ofMillis(100));
    assertThat(dht.size()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyWaitsForCountsForNothing() {
    network.send(stranger.address, stranger.answer(new byte[4], Map.of()), node);
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(dht.size()).isZero();
  }

  @Test
  void anAnswerThatComesTooLateCountsForNothing() {
    dht.learn(stranger.address);
    network.timers.pass(Duration.ofSeconds(5));
    byte[] transaction = stranger.heard().get(0).bytes("t").orElseThrow();

    network.send(stranger.address, stranger.answer(transaction, Map.of()), node);
    network.timers.pass(Duration.ofSeconds(1));

    assertThat(dht.size()).isZero();
  }

  @Test
  void nodesAndPeersInTheWrongShapeAreNone() {
    Object oddNodes = new byte[27];
    Object values = List.of(new byte[5], new byte[7], 1, List.of(), Map.of(), new byte[18]);
    stranger.answering(Map.of("nodes", oddNodes, "values", values, "token", 5));
    learn(stranger);

    assertThat(network.find(dht, SINTEL)).isEmpty();

    Stranger other = new Stranger(network).answering(Map.of("nodes", 5, "values", "all"));
    learn(other);
    assertThat(network.find(dht, SINTEL)).isEmpty();
  }

  @Test
  void nobodyPointsUsAtAddressesOfOurOwnNetwork() {
    List<InetSocketAddress> inside =
        List.of(
            address("127.0.0.1", 80),
            address("192.168.0.1", 80),
            address("10.1.1.1", 80),
            address("172.16.5.5", 80),
            address("169.254.1.1", 80),
            address("100.64.0.1", 80),
            address("0.0.0.0", 80),
            address("0.1.2.3", 80),
            address("224.0.0.5", 80),
            address("255.255.255.255", 80),
            address("203.0.113.1", 0));
    List<String> asked = new ArrayList<>();
    inside.forEach(at -> network.receive(at, (datagram, from) -> asked.add(at.toString())));
    List<Node> nodes = inside.stream().map(at -> new Node(Id.random(random), at)).toList();
    List<byte[]> values = inside.stream().map(Compact::address).toList();
    learn(stranger.answering(Map.of("nodes", Compact.nodes(nodes), "values", values)));

    assertThat(network.find(dht, SINTEL)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aLookupThatIsLedOnForEverEnds() {
    List<Node> nearer = new ArrayList<>();
    for (int i = 0; i < Id.BITS; i++) {
      nearer.add(new Node(Id.of(SINTEL).neighbour(i, random), network.newAddress()));
    }
    for (int i = 0; i < Id.BITS - 1; i++) {
      byte[] next = Compact.nodes(List.of(nearer.get(i + 1)));
      new Stranger(network, nearer.get(i).address(), nearer.get(i).id())
          .answering(Map.of("nodes", next));
    }
    dht.learn(nearer.get(0).address());
    network.timers.pass(Duration.ofSeconds(1));
    int before = network.sent();

    network.find(dht, SINTEL);
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(network.sent() - before).isBetween(150, 300);
  }

  @Test
  void aLookupHandsOverAThousandPeersAtMost() {
    for (int i = 0; i < 5; i++) {
      List<byte[]> some = new ArrayList<>();
      for (int j = 0; j < 400; j++) {
        some.add(Compact.address(address("198.51." + i + "." + j % 250, 1 + j)));
      }
      learn(new Stranger(network).answering(Map.of("values", some)));
    }

    assertThat(network.find(dht, SINTEL)).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void aFloodFromOneAddressIsAnsweredInPart() {
    int before = network.sent();
    byte[] ping = Message.Query.write(new byte[2], "ping", Map.of("id", stranger.id.bytes()));

    for (int i = 0; i < 10_000; i++) {
      dht.take(ByteBuffer.wrap(ping), stranger.address);
    }

    assertThat(network.sent() - before).isBetween(1, 2 * Allowance.FOR_ONE);
    network.timers.pass(Duration.ofSeconds(5));
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void aFloodFromManyAddressesIsAnsweredInPart() {
    int before = network.sent();
    for (int i = 0; i < 20_000; i++) {
      Map<String, ?> arguments = Map.of("id", Id.random(random).bytes());
      byte[] ping = Message.Query.write(new byte[2], "ping", arguments);
      dht.take(ByteBuffer.wrap(ping), network.newAddress());
    }

    assertThat(network.sent() - before).isBetween(1, 2 * Allowance.FOR_ALL);
    network.timers.pass(Duration.ofMinutes(1));
    assertThat(dht.size()).isZero();
    assertThat(isStillThere()).isTrue();
  }

  @Test
  void storesTheTorrentsThatWereAnnouncedLastOnly() {
    PeerStore store = new PeerStore(Reach.PUBLIC, network.timers, random);
    InetSocketAddress peer = network.newAddress();
    List<Id> torrents = new ArrayList<>();
    for (int i = 0; i < PeerStore.MAX_TORRENTS + 10; i++) {
      torrents.add(Id.random(random));
      store.add(torrents.get(i), peer);
    }

    assertThat(torrents.stream().filter(torrent -> !store.some(torrent).isEmpty()))
        .hasSize(PeerStore.MAX_TORRENTS)
        .doesNotContainAnyElementsOf(torrents.subList(0, 10));
  }

  private void learn(Stranger known) {
    dht.learn(known.address);
    network.timers.pass(Duration.ofSeconds(1));
  }

  private boolean isStillThere() {
    return !new Stranger(network).ask(node, "ping", Map.of()).values().isEmpty();
  }
}
