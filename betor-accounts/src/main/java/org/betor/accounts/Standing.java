package org.betor.accounts;

import java.util.OptionalDouble;

/**
 * How somebody stands: what they transferred, as their clients claim and as it was adjusted, and
 * what they have to keep.
 *
 * @param uploadedBytes from 0
 * @param downloadedBytes from 0
 * @param minimum the ratio that they have to keep: their own, or the default one
 * @param graceBytes how many bytes they may owe and go on downloading
 */
public record Standing(long uploadedBytes, long downloadedBytes, double minimum, long graceBytes) {

  /** Bytes up for each byte down; empty if there is nothing down. */
  public OptionalDouble ratio() {
    return downloadedBytes == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) uploadedBytes / downloadedBytes);
  }

  /** How many bytes up are missing to the minimum; 0 if none. */
  public long owedBytes() {
    return Math.max(0, (long) Math.ceil(minimum * downloadedBytes) - uploadedBytes);
  }

  /** What follows from it. */
  public State state() {
    long owed = owedBytes();
    if (owed == 0) {
      return State.FINE;
    }
    return owed <= graceBytes ? State.WARNED : State.MAY_NOT_DOWNLOAD;
  }

  /** How somebody stands, in a word. */
  public enum State {
    /** At the minimum or above. */
    FINE,
    /** Below the minimum, within the grace. */
    WARNED,
    /** Below the minimum by more than the grace, so that {@link Permission#DOWNLOAD} rests. */
    MAY_NOT_DOWNLOAD
  }
}
