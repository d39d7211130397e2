package org.betor.accounts.internal.ratio;

import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;

/**
 * What somebody transferred, all sessions together.
 *
 * @param uploaded bytes, as reported
 * @param downloaded bytes, as reported
 * @param uploadedAdjustment bytes, of either sign
 * @param downloadedAdjustment bytes, of either sign
 * @param minimum in thousandths; {@link #DEFAULT_MINIMUM} if they have none of their own
 * @param upBusyUntil microseconds since 1970 until which, at full rate, their uploads took
 * @param downBusyUntil the same of their downloads
 */
record Totals(
    long uploaded,
    long downloaded,
    long uploadedAdjustment,
    long downloadedAdjustment,
    int minimum,
    long upBusyUntil,
    long downBusyUntil) {
  static final int DEFAULT_MINIMUM = -1;
  private static final long MOST_BYTES = 1L << 60;

  /** Of somebody who has reported nothing yet. */
  static Totals since(long micros) {
    return new Totals(0, 0, 0, 0, DEFAULT_MINIMUM, micros, micros);
  }

  /** With all that counts within bounds. */
  Totals checked() {
    check(allUploaded());
    check(allDownloaded());
    return this;
  }

  private static void check(long bytes) {
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new AccountsException(
          Reason.INVALID, "somebody has transferred 0 to 2^60 bytes, this would make " + bytes);
    }
  }

  long allUploaded() {
    return uploaded + uploadedAdjustment;
  }

  long allDownloaded() {
    return downloaded + downloadedAdjustment;
  }

  /** Adds what was reported. */
  Totals plus(long up, long upBusyUntil, long down, long downBusyUntil) {
    return new Totals(
            uploaded + up,
            downloaded + down,
            uploadedAdjustment,
            downloadedAdjustment,
            minimum,
            upBusyUntil,
            downBusyUntil)
        .checked();
  }

  /** Adds what an adjustment says. */
  Totals adjusted(long up, long down) {
    return new Totals(
            uploaded,
            downloaded,
            uploadedAdjustment + up,
            downloadedAdjustment + down,
            minimum,
            upBusyUntil,
            downBusyUntil)
        .checked();
  }

  /** Has another minimum. */
  Totals withMinimum(int thousandths) {
    return new Totals(
        uploaded,
        downloaded,
        uploadedAdjustment,
        downloadedAdjustment,
        thousandths,
        upBusyUntil,
        downBusyUntil);
  }
}
