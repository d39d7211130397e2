package org.betor.p2p.internal.tracker;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of an announce. */
public sealed interface AnnounceAnswer {

  /**
   * The tracker took it.
   *
   * @param peers who else shares the torrent, each once, 200 at most
   * @param interval how long it wants to be left alone, as it said, from zero
   * @param minInterval how long it must be left alone; empty if it said nothing
   * @param seeders how many peers have all; empty if it said nothing that can be
   * @param leechers how many peers have not; empty if it said nothing that can be
   * @param trackerId what is to be repeated to it, one letter for each byte
   * @param warning what it wants people to read
   */
  record Answered(
      List<InetSocketAddress> peers,
      Duration interval,
      Optional<Duration> minInterval,
      OptionalInt seeders,
      OptionalInt leechers,
      Optional<String> trackerId,
      Optional<String> warning)
      implements AnnounceAnswer {

    /** Copies. */
    public Answered {
      peers = List.copyOf(peers);
    }
  }

  /**
   * The tracker did not take it, or nothing came that could be read.
   *
   * @param message what happened, for people
   * @param retryAfter how long it must be left alone; empty if it said nothing
   */
  record Refused(String message, Optional<Duration> retryAfter) implements AnnounceAnswer {}
}
