package org.betor.p2p.internal.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.disk.Stamp;

/**
 * What is kept of a torrent while its client is closed.
 *
 * @param number its place among the torrents
 * @param link names it, with trackers and peers that are known without its metadata
 * @param intent what is to be done with it
 * @param pieces those that are on disk, as far as the files are still what their stamps say
 * @param stamps of its files, in their order; none before the metadata is here
 * @param downloaded bytes of content that came
 * @param uploaded bytes of content that went
 * @param seededSeconds how long it seeded
 * @param peers where some of its peers were
 */
record Resume(
    long number,
    MagnetLink link,
    Intent intent,
    BitSet pieces,
    List<Stamp> stamps,
    long downloaded,
    long uploaded,
    long seededSeconds,
    List<InetSocketAddress> peers) {
  private static final long VERSION = 1;

  /** The same with these pieces on disk, in files of these stamps. */
  Resume on(Known known) {
    return new Resume(
        number,
        link,
        intent,
        known.pieces(),
        known.stamps(),
        downloaded,
        uploaded,
        seededSeconds,
        peers);
  }

  InfoHash torrent() {
    return link.infoHash().orElseThrow();
  }

  byte[] bytes() {
    Map<String, Object> map = new HashMap<>();
    map.put("version", VERSION);
    map.put("number", number);
    map.put("link", link.toString());
    map.put("intent", intent.toMap());
    map.put("pieces", pieces.toByteArray());
    map.put("stamps", packed(stamps));
    map.put("downloaded", downloaded);
    map.put("uploaded", uploaded);
    map.put("seeded", seededSeconds);
    map.put(
        "peers", peers.stream().filter(peer -> !peer.isUnresolved()).map(Resume::packed).toList());
    return Bencode.write(map);
  }

  /** Reads what {@link #bytes} wrote. */
  static Resume read(byte[] bytes) throws MalformedException {
    Dictionary map = Dictionary.read(bytes);
    long version = map.number("version").orElse(0);
    if (version != VERSION) {
      throw new MalformedException("it is of version %d, not %d".formatted(version, VERSION));
    }
    try {
      return new Resume(
          map.number("number").orElseThrow(),
          link(map.text("link").orElseThrow()),
          Intent.read(map.dictionary("intent")),
          BitSet.valueOf(map.bytes("pieces").orElseThrow()),
          unpacked(map.bytes("stamps").orElseThrow()),
          map.number("downloaded").orElseThrow(),
          map.number("uploaded").orElseThrow(),
          map.number("seeded").orElseThrow(),
          map.list("peers").stream().map(Resume::peer).toList());
    } catch (RuntimeException damaged) {
      throw new MalformedException("it is damaged: " + damaged);
    }
  }

  private static byte[] packed(List<Stamp> stamps) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES * stamps.size());
    stamps.forEach(stamp -> bytes.putLong(stamp.bytes()).putLong(stamp.modifiedMicros()));
    return bytes.array();
  }

  private static List<Stamp> unpacked(byte[] packed) {
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    List<Stamp> stamps = new ArrayList<>();
    while (bytes.hasRemaining()) {
      stamps.add(new Stamp(bytes.getLong(), bytes.getLong()));
    }
    return stamps;
  }

  private static MagnetLink link(String text) {
    MagnetLink link = MagnetLink.parse(text);
    if (link.infoHash().isEmpty()) {
      throw new IllegalArgumentException("its link has no info-hash");
    }
    return link;
  }

  /** Four or sixteen bytes of the address, and two of the port. */
  private static byte[] packed(InetSocketAddress peer) {
    byte[] address = peer.getAddress().getAddress();
    return ByteBuffer.allocate(address.length + Short.BYTES)
        .put(address)
        .putShort((short) peer.getPort())
        .array();
  }

  private static InetSocketAddress peer(Object packed) {
    ByteBuffer bytes = ByteBuffer.wrap((byte[]) packed);
    byte[] address = new byte[bytes.remaining() - Short.BYTES];
    bytes.get(address);
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), bytes.getShort() & 0xffff);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
