package org.betor.p2p.internal.dht;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.p2p.internal.bencode.Dictionary;

/** Answers what other nodes ask. */
final class Service {
  private static final int MAX_PORT = 65_535;

  private final Id own;
  private final Table table;
  private final PeerStore peers;
  private final Tokens tokens;

  Service(Id own, Table table, PeerStore peers, Tokens tokens) {
    this.own = own;
    this.table = table;
    this.peers = peers;
    this.tokens = tokens;
  }

  byte[] reply(Message.Query query, InetSocketAddress from) {
    try {
      id(query.arguments(), "id");
      Map<String, Object> values = new HashMap<>(values(query, from));
      values.put("id", own.bytes());
      return Message.Answer.write(query.transaction(), values);
    } catch (RefusedException e) {
      return Message.Failure.write(query.transaction(), e);
    }
  }

  private Map<String, ?> values(Message.Query query, InetSocketAddress from)
      throws RefusedException {
    return switch (query.method()) {
      case "ping" -> Map.of();
      case "find_node" -> nodes(id(query.arguments(), "target"));
      case "get_peers" -> peers(id(query.arguments(), "info_hash"), from);
      case "announce_peer" -> keep(query.arguments(), from);
      default -> throw RefusedException.unknownMethod();
    };
  }

  private Map<String, ?> nodes(Id target) {
    return Map.of("nodes", Compact.nodes(table.nearestGood(target)));
  }

  private Map<String, ?> peers(Id torrent, InetSocketAddress from) {
    Map<String, Object> values = new HashMap<>(nodes(torrent));
    values.put("token", tokens.give(from.getAddress()));
    List<byte[]> known = peers.some(torrent).stream().map(Compact::address).toList();
    if (!known.isEmpty()) {
      values.put("values", known);
    }
    return values;
  }

  private Map<String, ?> keep(Dictionary arguments, InetSocketAddress from)
      throws RefusedException {
    Id torrent = id(arguments, "info_hash");
    Optional<byte[]> token = arguments.bytes("token");
    if (token.isEmpty() || !tokens.accepts(token.get(), from.getAddress())) {
      throw RefusedException.badArgument("token");
    }
    peers.add(torrent, new InetSocketAddress(from.getAddress(), port(arguments, from)));
    return Map.of();
  }

  private static int port(Dictionary arguments, InetSocketAddress from) throws RefusedException {
    if (arguments.number("implied_port").orElse(0) != 0) {
      return from.getPort();
    }
    long port = arguments.number("port").orElse(0);
    if (port < 1 || port > MAX_PORT) {
      throw RefusedException.badArgument("port");
    }
    return (int) port;
  }

  private static Id id(Dictionary arguments, String name) throws RefusedException {
    return arguments
        .bytes(name)
        .flatMap(Id::of)
        .orElseThrow(() -> RefusedException.badArgument(name));
  }
}
