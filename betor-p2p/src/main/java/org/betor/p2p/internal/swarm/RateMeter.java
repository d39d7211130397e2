package org.betor.p2p.internal.swarm;

/** Counts bytes and says how many there were a second, over the last seconds. */
public final class RateMeter {
  private static final int SECONDS = 4;

  private final long[] past = new long[SECONDS];
  private int at;
  private int filled;
  private long now;
  private long total;

  /** So many more. */
  public void count(long bytes) {
    now += bytes;
    total += bytes;
  }

  /** A second is over. */
  public void tick() {
    past[at] = now;
    at = (at + 1) % SECONDS;
    filled = Math.min(filled + 1, SECONDS);
    now = 0;
  }

  /** Bytes a second. */
  public long perSecond() {
    long sum = 0;
    for (long second : past) {
      sum += second;
    }
    return filled == 0 ? now : sum / filled;
  }

  /** Bytes a second, or those of the second that is not over if they are more already. */
  public long lately() {
    return Math.max(perSecond(), now);
  }

  /** All together. */
  public long total() {
    return total;
  }
}
