package org.betor.benchmarks.accounts;

import java.sql.SQLException;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.UserId;

/** Takes reports, on one thread. */
interface Taker extends AutoCloseable {
  void take(UserId user, TrafficReport report) throws SQLException;

  @Override
  void close() throws SQLException;
}
