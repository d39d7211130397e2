package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.hash.HashBytes;

/**
 * An announce.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, trackers</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0015.html">BEP 15, UDP trackers</a>
 */
record AnnounceQuestion(Announce announce) implements Question<AnnounceAnswer> {
  private static final int ANNOUNCE = 1;
  private static final int ADDRESS_OF_THE_SENDER = 0;
  private static final int HEAD_BYTES = 12;

  /** A longer one is not repeated: it would make every announce large. */
  private static final int MAX_ID_BYTES = 256;

  private static final long MAX_SECONDS = Duration.ofDays(7).toSeconds();
  private static final Duration USUAL_INTERVAL = Duration.ofMinutes(30);

  @Override
  public int action() {
    return ANNOUNCE;
  }

  @Override
  public void write(ByteBuffer datagram, URI tracker) throws IOException {
    Announce.Progress progress = announce.progress();
    datagram.put(HashBytes.of(announce.infoHash())).put(announce.self().peerId());
    datagram.putLong(progress.downloaded()).putLong(progress.left()).putLong(progress.uploaded());
    datagram.putInt(announce.event().number()).putInt(ADDRESS_OF_THE_SENDER);
    datagram.putInt(announce.self().key()).putInt(announce.wanted());
    datagram.putShort((short) announce.self().port());
    UrlData.write(datagram, tracker);
  }

  @Override
  public AnnounceAnswer read(ByteBuffer datagram, int addressBytes) throws MalformedException {
    if (datagram.remaining() < HEAD_BYTES) {
      throw new MalformedException("its answer to an announce is too short");
    }
    Duration interval = seconds(datagram.getInt());
    OptionalInt leechers = count(OptionalLong.of(datagram.getInt()));
    OptionalInt seeders = count(OptionalLong.of(datagram.getInt()));
    PeerList peers = new PeerList();
    peers.addCompact(datagram, addressBytes);
    return new AnnounceAnswer.Answered(
        peers.peers(),
        interval,
        Optional.empty(),
        seeders,
        leechers,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public URI address(URI tracker) {
    Announce.Progress progress = announce.progress();
    HttpQuery query =
        new HttpQuery()
            .add("info_hash", HashBytes.of(announce.infoHash()))
            .add("peer_id", announce.self().peerId())
            .add("port", announce.self().port())
            .add("uploaded", progress.uploaded())
            .add("downloaded", progress.downloaded())
            .add("left", progress.left())
            .add("compact", 1)
            .add("numwant", announce.wanted())
            .add("key", String.format(Locale.ROOT, "%08x", announce.self().key()));
    if (announce.event() != Announce.Event.NONE) {
      query.add("event", announce.event().name().toLowerCase(Locale.ROOT));
    }
    announce.trackerId().ifPresent(id -> query.add("trackerid", id.getBytes(ISO_8859_1)));
    return query.behind(tracker);
  }

  @Override
  public AnnounceAnswer read(Dictionary answer) {
    return new AnnounceAnswer.Answered(
        PeerList.of(answer),
        duration(answer, "interval").orElse(USUAL_INTERVAL),
        duration(answer, "min interval"),
        count(answer.number("complete")),
        count(answer.number("incomplete")),
        answer
            .bytes("tracker id")
            .filter(id -> id.length <= MAX_ID_BYTES)
            .map(id -> new String(id, ISO_8859_1)),
        answer.text("warning message").map(ShownText::of));
  }

  @Override
  public AnnounceAnswer failed(String message, Optional<Duration> retryAfter) {
    return new AnnounceAnswer.Refused(message, retryAfter);
  }

  private static Optional<Duration> duration(Dictionary answer, String key) {
    OptionalLong value = answer.number(key);
    return value.isEmpty() ? Optional.empty() : Optional.of(seconds(value.getAsLong()));
  }

  private static Duration seconds(long value) {
    return Duration.ofSeconds(Math.max(0, Math.min(value, MAX_SECONDS)));
  }

  /** Some trackers say -1 for what they do not know. */
  private static OptionalInt count(OptionalLong value) {
    return value.isEmpty() || value.getAsLong() < 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(value.getAsLong(), Integer.MAX_VALUE));
  }
}
