package org.betor.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.playback.HistoryTable;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;

/**
 * What people watched: each event once, however often it comes.
 *
 * <pre>{@code
 * History history = new History(accounts, Duration.ofDays(365));
 * events.subscribe(Interest.of("history", PlaybackStarted.TYPE), history);
 * List<Watched> page = history.latest(bia.id(), 20);
 * }</pre>
 *
 * <p>Of restricted releases the history hears if its interest says {@code upTo} a level. Safe for
 * use by several threads, and by several instances.
 */
public final class History implements EventChannel.Handler {
  private static final int LARGEST_PAGE = 1_000;
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

  private final Database database;
  private final InstantSource clock;
  private final Duration retention;
  private final AtomicLong nextCleaning = new AtomicLong(Long.MIN_VALUE);

  /**
   * A history of the users of these accounts.
   *
   * @param retention how long something is kept; positive
   * @throws IllegalArgumentException if it is not
   */
  public History(Accounts accounts, Duration retention) {
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("a retention is positive, got " + retention);
    }
    this.database = accounts.database();
    this.clock = accounts.clock();
    this.retention = retention;
  }

  /**
   * Keeps a {@link PlaybackStarted}, if it is not kept yet, not older than the retention, not of a
   * time that was forgotten, and of a user that there is.
   *
   * @throws IllegalArgumentException if the event is something else
   */
  @Override
  public void handle(Event event) {
    PlaybackStarted started = PlaybackStarted.of(event);
    Instant oldest = oldest();
    boolean clean = isTimeToClean();
    database.transact(
        transaction -> {
          HistoryTable history = new HistoryTable(transaction);
          if (started.time().isAfter(oldest)) {
            history.add(started);
          }
          if (clean) {
            history.removeUntil(oldest);
          }
          return started;
        });
  }

  /**
   * What somebody watched, the newest first.
   *
   * @param limit 1 to 1,000
   */
  public List<Watched> latest(UserId user, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    Instant oldest = oldest();
    return database.transact(
        transaction -> new HistoryTable(transaction).latest(user, oldest, limit));
  }

  /** The page that follows one which ended with {@code last}. */
  public List<Watched> after(UserId user, Watched last, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    Instant oldest = oldest();
    return database.transact(
        transaction -> new HistoryTable(transaction).after(user, last, oldest, limit));
  }

  /** Forgets what somebody watched until now, also what is told of it later, or again. */
  public void forget(UserId user) {
    database.transact(
        transaction -> {
          new HistoryTable(transaction).forget(user, clock);
          return user;
        });
  }

  private Instant oldest() {
    return clock.instant().minus(retention);
  }

  private boolean isTimeToClean() {
    Instant now = clock.instant();
    long next = nextCleaning.get();
    return Micros.of(now) >= next
        && nextCleaning.compareAndSet(next, Micros.of(now.plus(BETWEEN_CLEANINGS)));
  }
}
