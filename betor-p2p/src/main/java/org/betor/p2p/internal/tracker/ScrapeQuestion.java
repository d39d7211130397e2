package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.hash.HashBytes;

/**
 * How many peers a tracker counts.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0048.html">BEP 48, scrape</a>
 */
record ScrapeQuestion(URI tracker, InfoHash infoHash) implements Question<SwarmReport.Answer> {
  private static final int SCRAPE = 2;
  private static final int COUNTS_BYTES = 12;
  private static final String ANNOUNCE = "/announce";

  @Override
  public int action() {
    return SCRAPE;
  }

  @Override
  public void write(ByteBuffer datagram, URI asked) {
    datagram.put(HashBytes.of(infoHash));
  }

  @Override
  public SwarmReport.Answer read(ByteBuffer datagram, int addressBytes) throws MalformedException {
    if (datagram.remaining() < COUNTS_BYTES) {
      throw new MalformedException("its answer to a scrape is too short");
    }
    int seeders = count(datagram.getInt());
    int downloads = count(datagram.getInt());
    return new SwarmReport.Counted(tracker, seeders, count(datagram.getInt()), downloads);
  }

  @Override
  public URI address(URI asked) throws IOException {
    URI ascii = URI.create(asked.toASCIIString());
    String path = ascii.getRawPath() == null ? "" : ascii.getRawPath();
    int last = path.lastIndexOf('/');
    if (last < 0 || !path.startsWith(ANNOUNCE, last)) {
      throw new IOException("it cannot be asked: the last part of its path is not announce");
    }
    String scrape = path.substring(0, last) + "/scrape" + path.substring(last + ANNOUNCE.length());
    String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return new HttpQuery()
        .add("info_hash", HashBytes.of(infoHash))
        .behind(ascii.resolve(scrape + query));
  }

  @Override
  public SwarmReport.Answer read(Dictionary answer) throws MalformedException {
    if (!(answer.values().get("files") instanceof Dictionary files)) {
      throw new MalformedException("its answer to a scrape has no files");
    }
    String name = new String(HashBytes.of(infoHash), ISO_8859_1);
    if (!(files.values().get(name) instanceof Dictionary counts)) {
      return new SwarmReport.Unknown(tracker);
    }
    return new SwarmReport.Counted(
        tracker,
        count(counts.number("complete").orElse(0)),
        count(counts.number("incomplete").orElse(0)),
        count(counts.number("downloaded").orElse(0)));
  }

  @Override
  public SwarmReport.Answer failed(String message, Optional<Duration> retryAfter) {
    return new SwarmReport.Failed(tracker, message);
  }

  private static int count(long value) throws MalformedException {
    if (value < 0) {
      throw new MalformedException("it counts " + value + " peers");
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
