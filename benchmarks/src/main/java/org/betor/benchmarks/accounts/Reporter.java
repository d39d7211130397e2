package org.betor.benchmarks.accounts;

import java.util.UUID;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.api.model.InfoHash;

/** A client of somebody that reports 1,000 bytes more each time, in one session; on one thread. */
final class Reporter {
  private static final InfoHash TORRENT = new InfoHash("1".repeat(40));
  private static final int VERSION_7 = 0x7000;
  private static final long BYTES = 1_000;

  private final UserId user;
  private final UUID session;
  private long sequence;

  Reporter(User user) {
    this.user = user.id();
    this.session = new UUID(user.created().toEpochMilli() << 16 | VERSION_7, 1L << 63);
  }

  UserId user() {
    return user;
  }

  TrafficReport next() {
    sequence++;
    return new TrafficReport(session, TORRENT, sequence, sequence * BYTES, sequence * BYTES);
  }
}
