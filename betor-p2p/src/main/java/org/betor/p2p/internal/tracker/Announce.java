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

  /** Who announces. */
  public static final class Self {
    private static final int PEER_ID_BYTES = 20;

    private final byte[] peerId;
    private final int port;
    private final int key;

    /**
     * Names a client.
     *
     * @param peerId 20 bytes
     * @param port where peers reach it over TCP, from 1 to 65535
     * @param key any number that stays the same while addresses change
     */
    public Self(byte[] peerId, int port, int key) {
      if (peerId.length != PEER_ID_BYTES) {
        throw new IllegalArgumentException(
            "a peer id has 20 bytes, got %d".formatted(peerId.length));
      }
      this.peerId = peerId.clone();
      this.port = port;
      this.key = key;
    }

    byte[] peerId() {
      return peerId;
    }

    int port() {
      return port;
    }

    int key() {
      return key;
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

  /** What happened. */
  public enum Event {
    /** Time went by. */
    NONE(0),
    /** The last missing byte came. */
    COMPLETED(1),
    /** The client begins to share the torrent. */
    STARTED(2),
    /** The client shares it no more. */
    STOPPED(3);

    private final int number;

    Event(int number) {
      this.number = number;
    }

    /** Its number in datagrams, as BEP 15 has it. */
    int number() {
      return number;
    }
  }
}
