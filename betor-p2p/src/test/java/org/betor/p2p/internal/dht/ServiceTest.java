package org.betor.p2p.internal.dht;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.p2p.internal.bencode.Dictionary;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private static final byte[] TORRENT = new byte[Id.BYTES];

  private final SimulatedNetwork network = new SimulatedNetwork();
  private final InetSocketAddress node = network.newAddress();
  private final Dht dht = network.join(node);
  private final Stranger stranger = new Stranger(network);

  @Test
  void saysThatItIsThere() {
    Dictionary reply = stranger.ask(node, "ping", Map.of());

    assertThat(reply.text("t")).hasValue("aa");
    assertThat(reply.dictionary("r").bytes("id").orElseThrow()).hasSize(Id.BYTES);
  }

  @Test
  void namesTheNearestOfTheNodesThatAnsweredIt() {
    Random random = new Random(2);
    byte[] id = stranger.ask(node, "ping", Map.of()).dictionary("r").bytes("id").orElseThrow();
    Id own = Id.of(id).orElseThrow();
    for (int i = 0; i < 20; i++) {
      Id near = own.neighbour(i, random);
      dht.learn(new Stranger(network, network.newAddress(), near).answering(Map.of()).address);
    }
    Stranger silent = new Stranger(network, network.newAddress(), own.neighbour(30, random));
    silent.ask(node, "ping", Map.of());
    network.timers.pass(Duration.ofSeconds(10));

    Dictionary reply = stranger.ask(node, "find_node", Map.of("target", id));

    assertThat(Compact.nodes(reply.dictionary("r").bytes("nodes").orElseThrow()))
        .extracting(named -> named.id().sharedBits(own))
        .containsExactly(19, 18, 17, 16, 15, 14, 13, 12);
  }

  @Test
  void keepsAPeerForWhoShowsAToken() {
    Dictionary reply = announce(Map.of("token", token(stranger), "port", 7_000));

    assertThat(reply.text("y")).hasValue("r");
    assertThat(peers())
        .containsExactly(new InetSocketAddress(stranger.address.getAddress(), 7_000));
  }

  @Test
  void takesThePortThatTheQueryCameFromIfAsked() {
    announce(Map.of("token", token(stranger), "port", 7_000, "implied_port", 1));

    assertThat(peers()).containsExactly(stranger.address);
  }

  @Test
  void refusesATokenThatIsAnothersOrNone() {
    byte[] anothers = token(new Stranger(network));

    for (Object token : List.of(anothers, new byte[0], new byte[1000], 5, List.of())) {
      assertThat(error(announce(Map.of("token", token, "port", 7_000)))).isEqualTo(203L);
    }
    assertThat(error(announce(Map.of("port", 7_000)))).isEqualTo(203L);
    assertThat(peers()).isEmpty();
  }

  @Test
  void takesATokenForFiveMinutesAndRefusesItAfterTen() {
    byte[] token = token(stranger);

    network.timers.pass(Duration.ofMinutes(5));
    assertThat(announce(Map.of("token", token, "port", 7_000)).text("y")).hasValue("r");

    network.timers.pass(Duration.ofMinutes(5));
    assertThat(error(announce(Map.of("token", token, "port", 7_000)))).isEqualTo(203L);
  }

  @Test
  void refusesPortsThatAreNone() {
    byte[] token = token(stranger);

    for (Object port : List.of(0, -1, 65_536, Long.MAX_VALUE, "7000")) {
      assertThat(error(announce(Map.of("token", token, "port", port)))).isEqualTo(203L);
    }
    assertThat(peers()).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(error(stranger.ask(node, "sing", Map.of()))).isEqualTo(204L);
  }

  @Test
  void refusesArgumentsThatAreAbsentOrOfTheWrongLengthOrType() {
    for (Object wrong : List.of("", "short", new byte[21], 7, List.of("x"), Map.of())) {
      assertThat(error(stranger.ask(node, "ping", Map.of("id", wrong)))).isEqualTo(203L);
      assertThat(error(stranger.ask(node, "find_node", Map.of("target", wrong)))).isEqualTo(203L);
      assertThat(error(stranger.ask(node, "get_peers", Map.of("info_hash", wrong))))
          .isEqualTo(203L);
    }
    assertThat(error(stranger.say(node, "d1:q4:ping1:t2:aa1:y1:qe"))).isEqualTo(203L);
    assertThat(error(stranger.say(node, "d1:a2:id1:q4:ping1:t2:aa1:y1:qe"))).isEqualTo(203L);
  }

  @Test
  void oneAddressAnnouncesTwoPeersOfATorrentAtMostAndTheLastCount() {
    for (int port = 1; port <= 500; port++) {
      network.timers.pass(Duration.ofSeconds(1));
      announce(Map.of("token", token(stranger), "port", port));
    }

    assertThat(peers()).extracting(InetSocketAddress::getPort).containsExactlyInAnyOrder(499, 500);
  }

  @Test
  void anAnswerHasFiftyPeersAtMostAndFitsInADatagram() {
    for (int i = 0; i < 300; i++) {
      Stranger peer = new Stranger(network);
      announce(peer, Map.of("token", token(peer), "port", 7_000));
    }

    assertThat(peers()).hasSize(50).doesNotHaveDuplicates();
  }

  /** The code of an error, or -1. */
  private static long error(Dictionary reply) {
    return reply.list("e").stream().findFirst().map(Long.class::cast).orElse(-1L);
  }

  private byte[] token(Stranger asking) {
    return asking
        .ask(node, "get_peers", Map.of("info_hash", TORRENT))
        .dictionary("r")
        .bytes("token")
        .orElseThrow();
  }

  private List<InetSocketAddress> peers() {
    return new Stranger(network)
            .ask(node, "get_peers", Map.of("info_hash", TORRENT))
            .dictionary("r")
            .list("values")
            .stream()
            .map(value -> Compact.address((byte[]) value).orElseThrow())
            .toList();
  }

  private Dictionary announce(Map<String, ?> arguments) {
    return announce(stranger, arguments);
  }

  private Dictionary announce(Stranger peer, Map<String, ?> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("info_hash", TORRENT);
    return peer.ask(node, "announce_peer", all);
  }
}
