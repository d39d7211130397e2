package org.betor.accounts.internal.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.PlaybackStarted;
import org.betor.accounts.UserId;
import org.betor.accounts.Watched;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;

/** What people watched, within one transaction. */
public final class HistoryTable {
  private static final String SELECT =
      "select event_id, title, release_key, at_micros from betor_playback where user_id = ? ";
  private static final String NEWEST_FIRST = " order by at_micros desc, event_id desc limit ?";

  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public HistoryTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Adds one, unless it is there, is of a time that was forgotten, or there is no such user any
   * more.
   */
  public void add(PlaybackStarted event) throws SQLException {
    if (UserLock.take(transaction, event.user())
        && !has(event.id())
        && forgottenUntil(event.user()).filter(until -> !event.time().isAfter(until)).isEmpty()) {
      transaction.change(
          "insert into betor_playback (event_id, user_id, title, release_key, at_micros) values (?, ?, ?, ?, ?)",
          event.id().toString(),
          event.user().toString(),
          event.title().toString(),
          event.release().value(),
          Micros.of(event.time()));
    }
  }

  private boolean has(UUID id) throws SQLException {
    return transaction.number(
            "select count(*) from betor_playback where event_id = ?", id.toString())
        > 0;
  }

  /** The last moment that was forgotten of a user. */
  Optional<Instant> forgottenUntil(UserId user) throws SQLException {
    return transaction.first(
        row -> Micros.instant(row.getLong(1)),
        "select until_micros from betor_forgotten where user_id = ?",
        user.toString());
  }

  /**
   * Forgets what a user watched until now, also if it is told later. Now is when those who came
   * before are done; what an instance with a faster clock forgot stays so.
   */
  public void forget(UserId user, InstantSource clock) throws SQLException {
    boolean there = UserLock.take(transaction, user);
    Instant now = clock.instant();
    Instant until = forgottenUntil(user).filter(now::isBefore).orElse(now);
    remove(user);
    if (there) {
      transaction.change(
          "insert into betor_forgotten (user_id, until_micros) values (?, ?)",
          user.toString(),
          Micros.of(until));
    }
  }

  /** Those of a user after {@code since}, the newest first. */
  public List<Watched> latest(UserId user, Instant since, int limit) throws SQLException {
    return transaction.rows(
        HistoryTable::read,
        SELECT + "and at_micros > ?" + NEWEST_FIRST,
        user.toString(),
        Micros.of(since),
        limit);
  }

  /** Those of them that come after {@code last} in this order. */
  public List<Watched> after(UserId user, Watched last, Instant since, int limit)
      throws SQLException {
    long time = Micros.of(last.time());
    return transaction.rows(
        HistoryTable::read,
        SELECT
            + "and at_micros > ? and (at_micros < ? or (at_micros = ? and event_id < ?))"
            + NEWEST_FIRST,
        user.toString(),
        Micros.of(since),
        time,
        time,
        last.id().toString(),
        limit);
  }

  /** Forgets what a user watched, and that it was forgotten before. */
  void remove(UserId user) throws SQLException {
    transaction.change("delete from betor_forgotten where user_id = ?", user.toString());
    transaction.change("delete from betor_playback where user_id = ?", user.toString());
  }

  /** Forgets what anybody watched up to a time. */
  public void removeUntil(Instant time) throws SQLException {
    transaction.change("delete from betor_playback where at_micros <= ?", Micros.of(time));
    transaction.change("delete from betor_forgotten where until_micros <= ?", Micros.of(time));
  }

  private static Watched read(ResultSet row) throws SQLException {
    return new Watched(
        UUID.fromString(row.getString("event_id")),
        TitleId.parse(row.getString("title")),
        new ReleaseKey(row.getString("release_key")),
        Micros.instant(row.getLong("at_micros")));
  }
}
