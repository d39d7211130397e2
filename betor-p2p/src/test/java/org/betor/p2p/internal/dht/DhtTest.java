package org.betor.p2p.internal.dht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.p2p.internal.dht.SimulatedNetwork.address;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.junit.jupiter.api.Test;

class DhtTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final InfoHash A_V2_TORRENT = new InfoHash("5a".repeat(32));

  private final SimulatedNetwork network = new SimulatedNetwork();
  private final InetSocketAddress first = network.newAddress();

  @Test
  void nodesThatKnowOneOnlyFindOneAnother() {
    List<Dht> nodes = network.joinAll(50, first);
    network.timers.pass(Duration.ofMinutes(20));

    assertThat(nodes).allSatisfy(node -> assertThat(node.size()).isGreaterThan(15));
  }

  @Test
  void aPeerThatOneNodeAnnouncesIsFoundByAllOthers() {
    List<Dht> nodes = network.joinAll(100, first);
    InetSocketAddress seeder = network.newAddress();
    Dht seeding = network.join(seeder, first);

    network.announce(seeding, SINTEL, 7_000);
    network.announce(seeding, A_V2_TORRENT, 7_001);
    List<Heard> ofSintel = findEverywhere(nodes, SINTEL);
    List<Heard> ofTheOther = findEverywhere(nodes, A_V2_TORRENT);

    assertThat(ofSintel).allSatisfy(of -> assertThat(of.peers).containsExactly(at(seeder, 7_000)));
    assertThat(ofTheOther)
        .allSatisfy(of -> assertThat(of.peers).containsExactly(at(seeder, 7_001)));
  }

  @Test
  void aLookupBeforeAnyNodeIsKnownWaitsForThem() {
    List<Dht> nodes = network.joinAll(20, first);
    network.announce(nodes.get(7), SINTEL, 7_000);
    Heard heard = new Heard();

    network.join(network.newAddress(), first).find(SINTEL, heard);
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(heard.peers).hasSize(1);
    assertThat(heard.isOver).isTrue();
  }

  @Test
  void aLookupEndsWhenNobodyIsThere() {
    Dht alone = network.join(network.newAddress(), first);
    Heard heard = new Heard();

    for (int i = 0; i < 5_000; i++) {
      alone.find(SINTEL, heard);
    }
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(heard.isOver).isTrue();
    assertThat(heard.peers).isEmpty();
  }

  @Test
  void aLookupGoesRoundNodesThatAreGone() {
    List<InetSocketAddress> gone = new ArrayList<>();
    List<Dht> nodes = network.joinAll(40, first);
    for (int i = 0; i < 40; i++) {
      InetSocketAddress address = network.newAddress();
      network.join(address, first);
      gone.add(address);
    }
    network.timers.pass(Duration.ofMinutes(1));
    gone.forEach(network::disappear);

    network.announce(nodes.get(5), SINTEL, 7_000);

    assertThat(network.find(nodes.get(30), SINTEL)).hasSize(1);
  }

  @Test
  void anAnnouncedPeerIsForgottenHalfAnHourLater() {
    List<Dht> nodes = network.joinAll(10, first);
    network.announce(nodes.get(3), SINTEL, 7_000);

    network.timers.pass(Duration.ofMinutes(20));
    assertThat(network.find(nodes.get(4), SINTEL)).hasSize(1);

    network.timers.pass(Duration.ofMinutes(10));
    assertThat(network.find(nodes.get(4), SINTEL)).isEmpty();
  }

  @Test
  void aNodeComesBackWithItsStateAndNeedsNoBootstrapNode() {
    List<Dht> nodes = network.joinAll(30, first);
    InetSocketAddress address = network.newAddress();
    Dht before = network.join(address, first);
    network.timers.pass(Duration.ofMinutes(1));
    byte[] state = before.state();
    before.stop();
    network.announce(nodes.get(3), SINTEL, 7_000);

    Dht after = network.join(address, state);

    assertThat(network.find(after, SINTEL)).hasSize(1);
    assertThat(after.size()).isGreaterThan(8);
  }

  @Test
  void aStateThatIsDamagedIsNotUsed() {
    network.joinAll(10, first);

    for (String damaged : List.of("d", "de", "d2:id3:abce", "d5:nodes3:abce", "garbage")) {
      byte[] state = damaged.getBytes(StandardCharsets.ISO_8859_1);
      Dht node = network.join(network.newAddress(), state, first);
      network.timers.pass(Duration.ofMinutes(1));
      assertThat(node.size()).isGreaterThan(3);
    }
  }

  @Test
  void aNodeThatWasAloneJoinsWhenABootstrapNodeAppears() {
    Dht early = network.join(network.newAddress(), first);
    network.timers.pass(Duration.ofHours(2));

    network.join(first);
    network.timers.pass(Duration.ofMinutes(16));

    assertThat(early.size()).isEqualTo(1);
  }

  @Test
  void nodesThatAreGoneAreForgottenAndThoseThatStayAreKept() {
    List<Dht> nodes = network.joinAll(10, first);
    InetSocketAddress leaving = network.newAddress();
    network.join(leaving, first);
    network.timers.pass(Duration.ofMinutes(1));
    assertThat(nodes.get(0).size()).isEqualTo(10);

    network.disappear(leaving);
    network.timers.pass(Duration.ofHours(3));

    assertThat(nodes).allSatisfy(node -> assertThat(node.size()).isEqualTo(9));
  }

  @Test
  void aNodeThatAPeerNamesIsTakenOnceItAnswers() {
    Dht node = network.join(network.newAddress());
    Stranger told = new Stranger(network).answering(Map.of());

    node.learn(network.newAddress());
    node.learn(told.address);
    assertThat(node.size()).isZero();
    network.timers.pass(Duration.ofMinutes(1));

    assertThat(node.size()).isEqualTo(1);
  }

  @Test
  void nobodyIsAskedAtAnAddressOfOurOwnNetwork() {
    Dht node = network.join(network.newAddress());

    for (String ip : List.of("127.0.0.1", "192.168.1.1", "10.0.0.1", "224.0.0.1", "::1")) {
      node.learn(address(ip, 6881));
    }
    node.learn(address("203.0.113.9", 0));

    assertThat(network.sent()).isZero();
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    Dht node = network.join(first);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.announce(SINTEL, 0, peers -> {}))
        .withMessageContaining("got 0");
  }

  @Test
  void afterStopNothingIsSentAndNothingWaits() {
    Dht node = network.join(network.newAddress(), first);
    Heard heard = new Heard();
    node.find(SINTEL, heard);
    network.timers.pass(Duration.ofSeconds(1));
    node.stop();
    int sent = network.sent();

    node.learn(network.newAddress());
    network.timers.pass(Duration.ofHours(1));

    assertThat(network.sent()).isEqualTo(sent);
    assertThat(network.timers.waiting()).isZero();
    assertThat(heard.isOver).isFalse();
  }

  @Test
  void idsKeepTheirBytesAndKnowTheirNeighbours() {
    Random random = new Random(3);
    for (int shared = 0; shared < Id.BITS; shared++) {
      Id id = Id.random(random);
      assertThat(Id.of(id.bytes())).hasValue(id);
      assertThat(id.sharedBits(id.neighbour(shared, random))).isEqualTo(shared);
    }
    assertThat(Id.of(SINTEL)).hasToString(SINTEL.hex());
  }

  private List<Heard> findEverywhere(List<Dht> nodes, InfoHash torrent) {
    List<Heard> all = new ArrayList<>();
    for (Dht node : nodes) {
      Heard heard = new Heard();
      node.find(torrent, heard);
      all.add(heard);
    }
    network.timers.pass(Duration.ofMinutes(1));
    return all;
  }

  private static InetSocketAddress at(InetSocketAddress host, int port) {
    return new InetSocketAddress(host.getAddress(), port);
  }

  private static final class Heard implements PeerListener {
    private final List<InetSocketAddress> peers = new ArrayList<>();
    private boolean isOver;

    @Override
    public void found(List<InetSocketAddress> some) {
      peers.addAll(some);
    }

    @Override
    public void over() {
      isOver = true;
    }
  }
}
