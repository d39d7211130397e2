package org.betor.benchmarks.accounts;

import org.betor.accounts.Ratios;
import org.betor.accounts.TrafficReport;
import org.betor.accounts.UserId;

/** Reports as applications hand them over. */
record Through(Ratios ratios) implements Taker {
  @Override
  public void take(UserId user, TrafficReport report) {
    ratios.report(user, report);
  }

  @Override
  public void close() {}
}
