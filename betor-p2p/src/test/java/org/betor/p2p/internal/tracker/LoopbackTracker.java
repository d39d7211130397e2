package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.hash.HashBytes;

/**
 * A tracker on ports of this machine: over HTTP and over UDP, with one memory behind both. It can
 * be taken down and brought up again where it was. Safe for use by several threads.
 */
public final class LoopbackTracker implements AutoCloseable {
  private static final long PROTOCOL = 0x41727101980L;
  private static final long CONNECTION = 0x5eed5eed5eedL;

  private final TrackedSwarms swarms = new TrackedSwarms();
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final HttpPort http = HttpPort.open(this::http);
  private final UdpPort udp = UdpPort.open(this::udp);
  private volatile Duration interval = Duration.ofMinutes(30);
  private volatile boolean down;

  private LoopbackTracker() {}

  /** Opens one that knows nobody, on any free ports. */
  public static LoopbackTracker open() {
    return new LoopbackTracker();
  }

  /** Its address over HTTP. */
  public URI http() {
    return URI.create("http://127.0.0.1:" + http.port() + "/announce");
  }

  /** Its address over UDP. */
  public URI udp() {
    return URI.create("udp://127.0.0.1:" + udp.port() + "/announce");
  }

  /** Asks clients to come back after that time; half an hour unless set. */
  public LoopbackTracker interval(Duration interval) {
    this.interval = interval;
    return this;
  }

  /** Adds a peer that nobody announced. */
  public void add(InfoHash infoHash, InetSocketAddress peer, boolean seeder) {
    swarms.put(infoHash, peer, seeder);
  }

  /** Who shares the torrent now. */
  public List<InetSocketAddress> peers(InfoHash infoHash) {
    return swarms.peers(infoHash);
  }

  /** How many of {@link #peers} have all. */
  public int seeders(InfoHash infoHash) {
    return swarms.seeders(infoHash);
  }

  /** How often it was told that somebody completed the torrent. */
  public int downloads(InfoHash infoHash) {
    return swarms.downloads(infoHash);
  }

  /** The next announce that nobody took from here yet; waits for it, but not for ever. */
  public Heard next() throws InterruptedException {
    Heard next = heard.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nobody announced anything");
    }
    return next;
  }

  /** How many announces nobody took from here yet. */
  public int unread() {
    return heard.size();
  }

  /** How many of the announces that nobody took from here yet tell of that event. */
  public long unread(Announce.Event event) {
    return heard.stream().filter(announce -> announce.event() == event).count();
  }

  /**
   * Answers nothing any more; what it knows is kept, and so are its ports, or somebody might call
   * from them when they are needed again.
   */
  public void down() {
    down = true;
  }

  /** Answers again. */
  public void up() {
    down = false;
  }

  @Override
  public void close() {
    udp.close();
    http.close();
  }

  private void http(String target, OutputStream out) throws IOException {
    if (down) {
      return;
    }
    URI address = URI.create(target);
    Map<String, String> query = query(address);
    InfoHash infoHash = infoHash(query.getOrDefault("info_hash", "").getBytes(ISO_8859_1));
    Object answer =
        switch (address.getPath()) {
          case "/announce" -> announced(infoHash, query);
          case "/scrape" -> scraped(infoHash);
          default -> Map.of("failure reason", "there is nothing here");
        };
    out.write(HttpPort.ok(Bencode.write(answer)));
  }

  private Object announced(InfoHash infoHash, Map<String, String> query) {
    Heard announce =
        new Heard(
            infoHash,
            HexFormat.of().formatHex(query.getOrDefault("peer_id", "").getBytes(ISO_8859_1)),
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                Integer.parseInt(query.getOrDefault("port", "0"))),
            Announce.Event.valueOf(query.getOrDefault("event", "none").toUpperCase(Locale.ROOT)),
            progress(query));
    List<InetSocketAddress> others = hear(announce);
    return Map.of(
        "interval",
        interval.toSeconds(),
        "complete",
        swarms.seeders(infoHash),
        "incomplete",
        swarms.leechers(infoHash),
        "peers",
        compact(others));
  }

  private static Announce.Progress progress(Map<String, String> query) {
    return new Announce.Progress(
        Long.parseLong(query.getOrDefault("uploaded", "0")),
        Long.parseLong(query.getOrDefault("downloaded", "0")),
        Long.parseLong(query.getOrDefault("left", "0")));
  }

  private Object scraped(InfoHash infoHash) {
    if (!swarms.knows(infoHash)) {
      return Map.of("files", Map.of());
    }
    Map<String, Object> counts =
        Map.of(
            "complete", swarms.seeders(infoHash),
            "downloaded", swarms.downloads(infoHash),
            "incomplete", swarms.leechers(infoHash));
    return Map.of("files", Map.of(new String(HashBytes.of(infoHash), ISO_8859_1), counts));
  }

  private List<byte[]> udp(ByteBuffer datagram, InetAddress from, int port) {
    if (down) {
      return List.of();
    }
    long connection = datagram.getLong();
    int action = datagram.getInt();
    ByteBuffer answer = ByteBuffer.allocate(2000).putInt(action).putInt(datagram.getInt());
    if (action == 0 && connection == PROTOCOL) {
      answer.putLong(CONNECTION);
    } else if (connection != CONNECTION || action > 2) {
      answer.putInt(0, 3).put("there was no connect before".getBytes(UTF_8));
    } else if (action == 1) {
      announced(datagram, from, answer);
    } else {
      InfoHash infoHash = infoHash(bytes(datagram));
      answer.putInt(swarms.seeders(infoHash)).putInt(swarms.downloads(infoHash));
      answer.putInt(swarms.leechers(infoHash));
    }
    return List.of(Arrays.copyOf(answer.array(), answer.position()));
  }

  private void announced(ByteBuffer datagram, InetAddress from, ByteBuffer answer) {
    InfoHash infoHash = infoHash(bytes(datagram));
    String peerId = HexFormat.of().formatHex(bytes(datagram));
    long downloaded = datagram.getLong();
    long left = datagram.getLong();
    Announce.Progress progress = new Announce.Progress(datagram.getLong(), downloaded, left);
    Announce.Event event = event(datagram.getInt());
    int port = Short.toUnsignedInt(datagram.getShort(datagram.position() + 12));
    List<InetSocketAddress> others =
        hear(new Heard(infoHash, peerId, new InetSocketAddress(from, port), event, progress));
    answer.putInt((int) interval.toSeconds());
    answer.putInt(swarms.leechers(infoHash)).putInt(swarms.seeders(infoHash));
    answer.put(compact(others));
  }

  /** Keeps what was told, and gives the others that share the torrent. */
  private List<InetSocketAddress> hear(Heard announce) {
    switch (announce.event()) {
      case STOPPED -> swarms.remove(announce.infoHash(), announce.peer());
      case COMPLETED -> swarms.downloaded(announce.infoHash());
      default -> {}
    }
    if (announce.event() != Announce.Event.STOPPED) {
      swarms.put(announce.infoHash(), announce.peer(), announce.progress().left() == 0);
    }
    heard.add(announce);
    List<InetSocketAddress> others = swarms.peers(announce.infoHash());
    others.remove(announce.peer());
    return others;
  }

  private static byte[] compact(List<InetSocketAddress> peers) {
    ByteBuffer compact = ByteBuffer.allocate(peers.size() * 6);
    peers.forEach(
        peer -> compact.put(peer.getAddress().getAddress()).putShort((short) peer.getPort()));
    return compact.array();
  }

  private static Announce.Event event(int number) {
    return Stream.of(Announce.Event.values())
        .filter(event -> event.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] bytes(ByteBuffer datagram) {
    byte[] bytes = new byte[20];
    datagram.get(bytes);
    return bytes;
  }

  private static InfoHash infoHash(byte[] bytes) {
    return new InfoHash(HexFormat.of().formatHex(bytes));
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : String.valueOf(address.getRawQuery()).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], ISO_8859_1));
    }
    return query;
  }

  /**
   * An announce.
   *
   * @param infoHash the torrent
   * @param peerId 40 hex digits
   * @param peer where the peer is reached
   * @param event what happened
   * @param progress how far the peer is
   */
  public record Heard(
      InfoHash infoHash,
      String peerId,
      InetSocketAddress peer,
      Announce.Event event,
      Announce.Progress progress) {}
}
