package org.betor.p2p.internal.dht;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.InfoHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");

  private final List<LoopbackNode> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(LoopbackNode::close);
  }

  @Test
  void nodesOnRealSocketsFindOneAnotherAndWhatTheyAnnounce() throws Exception {
    LoopbackNode first = open();
    for (int i = 0; i < 7; i++) {
      open(first.address());
    }

    nodes.get(2).announce(SINTEL, 7_000);
    nodes.get(5).announce(SINTEL, 7_001);

    assertThat(nodes.get(7).find(SINTEL)).containsExactlyInAnyOrder(at(7_000), at(7_001));
  }

  @Test
  void bootstrapNodesAreFoundByTheirNames() throws Exception {
    LoopbackNode first = open();
    first.announce(SINTEL, 7_000);
    int port = first.address().getPort();

    LoopbackNode second = open(InetSocketAddress.createUnresolved("localhost", port));
    second.announce(SINTEL, 7_001);

    assertThat(open(first.address()).find(SINTEL)).contains(at(7_001));
  }

  private LoopbackNode open(InetSocketAddress... bootstrap) throws Exception {
    LoopbackNode node = LoopbackNode.open(bootstrap);
    nodes.add(node);
    return node;
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
