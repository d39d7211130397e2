package org.betor.accounts.internal.playback;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.betor.accounts.Playlist;
import org.betor.accounts.ResumePoint;
import org.betor.accounts.RunningStream;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.Watched;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.PersonalData;

/** What somebody watches and watched, how far they are, and their playlists. */
public final class Viewing implements PersonalData {
  /** More would not fit into an answer; the newest ones count. */
  private static final int MOST = 10_000;

  @Override
  public String name() {
    return "playback";
  }

  @Override
  public Object export(Transaction transaction, User user) throws SQLException {
    UserId id = user.id();
    HistoryTable history = new HistoryTable(transaction);
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("streams", fields(new StreamTable(transaction).of(id, Instant.MIN), Viewing::fields));
    kept.put("positions", fields(new PositionTable(transaction).of(id, MOST), Viewing::fields));
    kept.put("playlists", fields(new PlaylistTable(transaction, id).all(), Viewing::fields));
    kept.put("history", fields(history.latest(id, Instant.MIN, MOST), Viewing::fields));
    history
        .forgottenUntil(id)
        .ifPresent(until -> kept.put("historyForgottenUntil", until.toString()));
    return kept;
  }

  private static <T> List<Map<String, Object>> fields(
      List<T> all, Function<T, Map<String, Object>> fields) {
    return all.stream().map(fields).toList();
  }

  private static Map<String, Object> fields(RunningStream stream) {
    return Map.of(
        "title", stream.title().toString(),
        "started", stream.started().toString(),
        "lastSeen", stream.lastSeen().toString());
  }

  private static Map<String, Object> fields(ResumePoint point) {
    return Map.of(
        "title", point.title().toString(),
        "episode", point.episode().toString(),
        "position", point.position().toString(),
        "seen", point.seen().toString());
  }

  private static Map<String, Object> fields(Playlist list) {
    return Map.of(
        "name", list.name(), "titles", list.titles().stream().map(Object::toString).toList());
  }

  private static Map<String, Object> fields(Watched watched) {
    return Map.of(
        "title", watched.title().toString(),
        "release", watched.release().value(),
        "time", watched.time().toString());
  }

  @Override
  public void erase(Transaction transaction, User user) throws SQLException {
    PlaylistTable playlists = new PlaylistTable(transaction, user.id());
    List<UUID> lists = playlists.all().stream().map(Playlist::id).toList();
    for (UUID list : lists) {
      playlists.remove(list);
    }
    new HistoryTable(transaction).remove(user.id());
    new PositionTable(transaction).remove(user.id());
    new StreamTable(transaction).remove(user.id());
  }
}
