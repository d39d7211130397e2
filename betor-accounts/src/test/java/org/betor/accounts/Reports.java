package org.betor.accounts;

import java.time.Instant;
import java.util.UUID;
import org.betor.api.model.InfoHash;

/** Reports that no client made. */
final class Reports {
  static final InfoHash SINTEL = new InfoHash("1".repeat(40));
  static final InfoHash BUNNY = new InfoHash("2".repeat(40));

  private Reports() {}

  /** A session that began then; others then have other numbers. */
  static UUID session(Instant began, int number) {
    return new UUID(began.toEpochMilli() << 16 | 0x7000, 1L << 63 | number);
  }

  static TrafficReport report(
      UUID session, InfoHash infoHash, long sequence, long uploadedBytes, long downloadedBytes) {
    return new TrafficReport(session, infoHash, sequence, uploadedBytes, downloadedBytes);
  }
}
