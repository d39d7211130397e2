package org.betor.p2p.internal.lsd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What a client tells its network.
 *
 * @param port where it accepts peers, from 1 to 65,535
 * @param torrents what it shares; at least one
 * @param cookie by which the client knows its own; empty if it gave none
 */
record Announcement(int port, List<InfoHash> torrents, String cookie) {

  /** So many fit into the 1,400 bytes that BEP 14 allows. */
  static final int MAX_TORRENTS = 24;

  private static final int MAX_BYTES_READ = 2_048;
  private static final int MAX_PORT = 65_535;
  private static final Pattern START = Pattern.compile("BT-SEARCH \\* HTTP/1\\.\\d");
  private static final Pattern FORTY_HEX_DIGITS = Pattern.compile("[0-9a-fA-F]{40}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  Announcement {
    torrents = List.copyOf(torrents);
  }

  byte[] write(InetSocketAddress group) {
    String hashes =
        torrents.stream()
            .map(torrent -> "Infohash: " + torrent.hex() + "\r\n")
            .collect(Collectors.joining());
    return "BT-SEARCH * HTTP/1.1\r\nHost: %s:%d\r\nPort: %d\r\n%scookie: %s\r\n\r\n\r\n"
        .formatted(group.getAddress().getHostAddress(), group.getPort(), port, hashes, cookie)
        .getBytes(ISO_8859_1);
  }

  /** What a datagram says, which may be anyone's. */
  static Announcement read(ByteBuffer datagram) throws MalformedException {
    if (datagram.remaining() > MAX_BYTES_READ) {
      throw new MalformedException("it is too long");
    }
    String[] lines = ISO_8859_1.decode(datagram).toString().split("\r?\n", -1);
    if (!START.matcher(lines[0]).matches()) {
      throw new MalformedException("it is no announcement");
    }
    int port = 0;
    String cookie = "";
    List<InfoHash> torrents = new ArrayList<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      int colon = lines[i].indexOf(':');
      String value = lines[i].substring(colon + 1).strip();
      switch (lines[i].substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT)) {
        case "port" -> port = port(value);
        case "cookie" -> cookie = value;
        case "infohash" -> torrents.add(torrent(value));
        default -> {} // Host, and what others add
      }
    }
    return complete(new Announcement(port, torrents, cookie));
  }

  private static Announcement complete(Announcement read) throws MalformedException {
    if (read.port == 0 || read.torrents.isEmpty()) {
      throw new MalformedException("it lacks a port or a torrent");
    }
    return read;
  }

  private static int port(String value) throws MalformedException {
    int port = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new MalformedException("it names no port");
    }
    return port;
  }

  private static InfoHash torrent(String value) throws MalformedException {
    if (!FORTY_HEX_DIGITS.matcher(value).matches()) {
      throw new MalformedException("it names a torrent by something else than an info-hash");
    }
    return new InfoHash(value);
  }
}
