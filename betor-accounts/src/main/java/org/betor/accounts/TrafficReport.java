package org.betor.accounts;

import java.time.Instant;
import java.util.UUID;
import org.betor.accounts.internal.ratio.ReportJson;
import org.betor.api.model.InfoHash;

/**
 * What a client says that it transferred of one torrent since a session of its own making began.
 * The bytes add up, so that of several reports of one session only the last counts, and any may be
 * lost, repeated or late. Who reports is not in it: the application knows that from the token.
 *
 * @param session a UUID of version 7, whose time is when the session began
 * @param infoHash the torrent
 * @param sequence grows with each report of the session; from 1
 * @param uploadedBytes from 0 to 2^60
 * @param downloadedBytes from 0 to 2^60
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562, UUID version 7</a>
 */
public record TrafficReport(
    UUID session, InfoHash infoHash, long sequence, long uploadedBytes, long downloadedBytes) {
  private static final int TIMED = 7;
  private static final int BITS_BELOW_TIME = 16;
  private static final long MOST_BYTES = 1L << 60;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if something is out of its range
   */
  public TrafficReport {
    need(session.version() == TIMED, "a session is a UUID of version 7", session);
    need(sequence >= 1, "a sequence begins with 1", sequence);
    need(uploadedBytes >= 0 && uploadedBytes <= MOST_BYTES, "0 to 2^60 bytes", uploadedBytes);
    need(downloadedBytes >= 0 && downloadedBytes <= MOST_BYTES, "0 to 2^60 bytes", downloadedBytes);
  }

  private static void need(boolean fit, String what, Object got) {
    if (!fit) {
      throw new IllegalArgumentException("%s, got %s".formatted(what, got));
    }
  }

  /**
   * Reads what {@link #json} wrote, or another client; members that it does not know are passed
   * over.
   *
   * @throws AccountsException with {@link AccountsException.Reason#INVALID} if it is no report
   */
  public static TrafficReport of(String json) {
    return ReportJson.read(json);
  }

  /** As a JSON object of one line. */
  public String json() {
    return ReportJson.write(this);
  }

  /** When the session began, by the clock of the client. */
  public Instant began() {
    return Instant.ofEpochMilli(session.getMostSignificantBits() >>> BITS_BELOW_TIME);
  }
}
