package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node remembers from one run to the next. */
record SavedState(Id id, List<Node> nodes) {
  private static final Logger LOG = LoggerFactory.getLogger(SavedState.class);
  private static final int MAX_NODES = 200;

  SavedState {
    nodes = nodes.stream().limit(MAX_NODES).toList();
  }

  /** A new one if the bytes are empty or malformed. */
  static SavedState read(byte[] bytes, RandomGenerator random) {
    return (bytes.length == 0 ? Optional.<SavedState>empty() : parse(bytes))
        .orElseGet(() -> new SavedState(Id.random(random), List.of()));
  }

  byte[] write() {
    return Bencode.write(Map.of("id", id.bytes(), "nodes", Compact.nodes(nodes)));
  }

  List<InetSocketAddress> addresses() {
    return nodes.stream().map(Node::address).toList();
  }

  private static Optional<SavedState> parse(byte[] bytes) {
    try {
      Dictionary saved = Dictionary.read(bytes);
      List<Node> nodes = Compact.nodes(saved.bytes("nodes").orElse(new byte[0]));
      return saved.bytes("id").flatMap(Id::of).map(id -> new SavedState(id, nodes));
    } catch (MalformedException e) {
      LOG.warn("The saved state of the DHT is not used, a new one begins: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
