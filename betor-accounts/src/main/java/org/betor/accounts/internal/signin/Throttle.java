package org.betor.accounts.internal.signin;

import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.SignInLimits;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/**
 * Makes those wait who fail to sign in too often. Counts in the database, so that all instances of
 * an application count together; the rows are as many as passwords can be tried within the time of
 * memory. Safe for use by several threads.
 */
final class Throttle {
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 30;

  private final Database database;
  private final InstantSource clock;
  private final SignInLimits limits;
  private final AtomicLong nextCleaning = new AtomicLong(Long.MIN_VALUE);

  Throttle(Database database, InstantSource clock, SignInLimits limits) {
    this.database = database;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Whether an attempt may be made.
   *
   * @throws AccountsException with {@link Reason#TOO_MANY_ATTEMPTS} if not yet
   */
  void check(String login, InetAddress from) {
    Instant now = clock.instant();
    Duration wait =
        database.transact(
            transaction -> {
              Duration account = wait(transaction, Origin.account(login), limits.perAccount(), now);
              Duration address = wait(transaction, Origin.address(from), limits.perAddress(), now);
              return account.compareTo(address) > 0 ? account : address;
            });
    if (!wait.isZero()) {
      throw new AccountsException(
          Reason.TOO_MANY_ATTEMPTS,
          "signing in failed too often: try again in %d seconds".formatted(wait.toSeconds() + 1),
          wait);
    }
  }

  private Duration wait(Transaction transaction, String key, int free, Instant now)
      throws SQLException {
    Optional<AttemptTable.Failures> failures = new AttemptTable(transaction).find(key);
    if (failures.isEmpty() || failures.get().count() < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.get().count() - free, MOST_DOUBLINGS);
    Duration doubled = Duration.ofSeconds(1L << doublings);
    Duration whole = doubled.compareTo(limits.lockOut()) < 0 ? doubled : limits.lockOut();
    Duration rest = whole.minus(failures.get().sinceLast(now));
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  /** An attempt failed. */
  void failed(String login, InetAddress from) {
    Instant now = clock.instant();
    Instant since = now.minus(MEMORY).minus(limits.lockOut());
    boolean clean = isTimeToClean(now);
    database.transact(
        transaction -> {
          AttemptTable attempts = new AttemptTable(transaction);
          attempts.add(Origin.account(login), now, since);
          attempts.add(Origin.address(from), now, since);
          if (clean) {
            attempts.forgetBefore(since);
          }
          return clean;
        });
  }

  private boolean isTimeToClean(Instant now) {
    long next = nextCleaning.get();
    return Micros.of(now) >= next
        && nextCleaning.compareAndSet(next, Micros.of(now.plus(BETWEEN_CLEANINGS)));
  }

  /** An attempt succeeded: the failures of the account count no more, those of the address do. */
  void succeeded(String login) {
    database.transact(
        transaction -> {
          String key = Origin.account(login);
          AttemptTable attempts = new AttemptTable(transaction);
          if (attempts.find(key).isPresent()) {
            attempts.forget(key);
          }
          return key;
        });
  }
}
