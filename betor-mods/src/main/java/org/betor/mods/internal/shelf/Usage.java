package org.betor.mods.internal.shelf;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.betor.mods.Counted;
import org.betor.mods.internal.database.Micros;
import org.betor.mods.internal.database.Transaction;

/** Counts. */
public final class Usage {
  private static final long HOUR_MICROS = Duration.ofHours(1).toNanos() / 1000;

  /** Stands for all hours that are not told apart any more. */
  private static final long BEFORE = Micros.of(Instant.MIN);

  /** Of each kind so many delays are kept. */
  private static final int DELAYS = 20;

  private final InstantSource clock;
  private final long keptMicros;
  private final Deque<Duration> handedOut = new ArrayDeque<>();

  /**
   * By that clock.
   *
   * @param kept how long hours are told apart; what was counted before is added up
   */
  public Usage(InstantSource clock, Duration kept) {
    this.clock = clock;
    this.keptMicros = Limits.micros(kept);
  }

  long now() {
    return Micros.of(clock.instant());
  }

  /** Counts one more. */
  public void count(Transaction transaction, Counted what) throws SQLException {
    long hour = Math.floorDiv(now(), HOUR_MICROS) * HOUR_MICROS;
    if (add(transaction, hour, what, 1)) {
      addUpOld(transaction);
    }
  }

  /** Whether it is the first of its hour. */
  private static boolean add(Transaction transaction, long hour, Counted what, long times)
      throws SQLException {
    String sql = "update statistic set times = times + ? where hour_begin = ? and kind = ?";
    boolean isFirst = transaction.change(sql, times, hour, what.name()) == 0;
    if (isFirst) {
      transaction.change("insert into statistic values (?, ?, ?)", hour, what.name(), times);
    }
    return isFirst;
  }

  private void addUpOld(Transaction transaction) throws SQLException {
    String old = " from statistic where hour_begin > ? and hour_begin < ?";
    long oldest = now() - keptMicros;
    for (Counted what : Counted.values()) {
      String sum = "select coalesce(sum(times), 0)" + old + " and kind = ?";
      long times = transaction.number(sum, BEFORE, oldest, what.name());
      if (times > 0) {
        add(transaction, BEFORE, what, times);
      }
    }
    transaction.change("delete" + old, BEFORE, oldest);
  }

  void sent(Transaction transaction, Held held) throws SQLException {
    transaction.change(
        "update mods set downloads = downloads + 1, requested = ? where id = ?", now(), held.row());
    transaction.change(
        "update game set downloads = downloads + 1 where source = ? and game = ?",
        held.mod().mod().source(),
        held.mod().game());
    transaction.changedMod(held.row());
    count(transaction, Counted.FILE_SENT);
  }

  /** Notes how long it took to fetch a mod. */
  public void fetched(Transaction transaction, Duration time) throws SQLException {
    String what = Counted.FETCHED.name();
    transaction.insert("insert into delay (kind, millis) values (?, ?)", what, time.toMillis());
    List<Long> oldest =
        transaction.rows(
            row -> row.getLong(1),
            "select id from delay where kind = ? order by id desc limit 1000 offset ?",
            what,
            DELAYS);
    for (long id : oldest) {
      transaction.change("delete from delay where id = ?", id);
    }
  }

  /** Notes how long it took to hand an archive out; forgotten when the library is closed. */
  public void handedOut(Duration time) {
    synchronized (handedOut) {
      handedOut.add(time);
      if (handedOut.size() > DELAYS) {
        handedOut.remove();
      }
    }
  }

  /** How long that took lately, at most 20 times. */
  public List<Duration> handedOut() {
    synchronized (handedOut) {
      return List.copyOf(handedOut);
    }
  }
}
