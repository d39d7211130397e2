package org.betor.p2p.internal.tracker;

import java.util.Optional;
import org.betor.api.model.InfoHash;

/**
 * What a client tells a tracker about itself and one torrent.
 *
 * @param infoHash the torrent; of a version 2 hash the first 20 bytes are told
 * @param self who tells it
 * @param progress how far it is
 * @param event what happened since the last time
 * @param wanted how many peers it would like to know, from 0
 * @param trackerId what the tracker gave to be repeated, one letter for each byte
 */
public record Announce(
    InfoHash infoHash,
    Self self,
    Progress progress,
    Event event,
    int wanted,
    Optional<String> trackerId) {

  /**
   * Who announces.
   *
   * @param peerId 20 bytes
   * @param port where peers reach it over TCP, from 1 to 65535
   * @param key any number that stays the same while addresses change
   */
  public record Self(byte[] peerId, int port, int key) {
    private static final int PEER_ID_BYTES = 20;

    /** Checks. */
    public Self {
      if (peerId.length != PEER_ID_BYTES) {
        throw new IllegalArgumentException(
            "a peer id has 20 bytes, got %d".formatted(peerId.length));
      }
    }
  }

  /**
   * Bytes of content since the torrent was started.
   *
   * @param uploaded sent to peers
   * @param downloaded received from peers
   * @param left still to come; anything but 0 while that is not known
   */
  public record Progress(long uploaded, long downloaded, long left) {}

  /** What happened, in the order of the numbers that BEP 15 gives them. */
  public enum Event {
    /** Time went by. */
    NONE,
    /** The last missing byte came. */
    COMPLETED,
    /** The client begins to share the torrent. */
    STARTED,
    /** The client shares it no more. */
    STOPPED
  }
}
