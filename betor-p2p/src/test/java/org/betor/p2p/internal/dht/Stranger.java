package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;

/** Somebody on the network who says what a test has him say. */
final class Stranger {
  final Id id;
  final InetSocketAddress address;
  private final SimulatedNetwork network;
  private final List<Dictionary> heard = new ArrayList<>();

  Stranger(SimulatedNetwork network, InetSocketAddress address, Id id) {
    this.network = network;
    this.address = address;
    this.id = id;
    network.receive(address, (datagram, from) -> heard.add(read(datagram)));
  }

  Stranger(SimulatedNetwork network) {
    this(network, network.newAddress());
  }

  private Stranger(SimulatedNetwork network, InetSocketAddress address) {
    this(network, address, Id.random(new Random(address.hashCode())));
  }

  /** Answers all that it is asked, always with these values and its id. */
  Stranger answering(Map<String, ?> values) {
    network.receive(
        address,
        (datagram, from) -> {
          Dictionary message = read(datagram);
          heard.add(message);
          if (message.text("y").orElse("").equals("q")) {
            network.send(address, answer(message.bytes("t").orElseThrow(), values), from);
          }
        });
    return this;
  }

  byte[] answer(byte[] transaction, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.putIfAbsent("id", id.bytes());
    return Message.Answer.write(transaction, all);
  }

  /** Its reply to a query, or an empty dictionary if none comes. */
  Dictionary ask(InetSocketAddress node, String method, Map<String, ?> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.putIfAbsent("id", id.bytes());
    return say(node, Bencode.write(Map.of("t", "aa", "y", "q", "q", method, "a", all)));
  }

  /** The reply to any datagram, or an empty dictionary if none comes. */
  Dictionary say(InetSocketAddress node, byte[] datagram) {
    heard.clear();
    network.send(address, datagram, node);
    network.timers.pass(Duration.ofMillis(100));
    return heard.stream()
        .filter(message -> !message.text("y").orElse("").equals("q"))
        .findFirst()
        .orElse(new Dictionary(Map.of()));
  }

  Dictionary say(InetSocketAddress node, String datagram) {
    return say(node, datagram.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What came since it spoke last. */
  List<Dictionary> heard() {
    return heard;
  }

  /** Of what a node sent. */
  static byte[] transaction(byte[] datagram) {
    return read(datagram).bytes("t").orElseThrow();
  }

  private static Dictionary read(byte[] datagram) {
    try {
      return Dictionary.read(datagram);
    } catch (MalformedException e) {
      throw new AssertionError("a node sent what is malformed", e);
    }
  }
}
