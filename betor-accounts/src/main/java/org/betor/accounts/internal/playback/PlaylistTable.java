package org.betor.accounts.internal.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.Playlist;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;
import org.betor.api.model.TitleId;

/** Playlists of one user, within one transaction in which nobody else touches them. */
public final class PlaylistTable {
  private final Transaction transaction;
  private final UserId owner;

  /** What this does is part of the transaction. */
  public PlaylistTable(Transaction transaction, UserId owner) {
    this.transaction = transaction;
    this.owner = owner;
  }

  /** All of them, the oldest first. */
  public List<Playlist> all() throws SQLException {
    List<Playlist> lists = new ArrayList<>();
    for (Playlist empty :
        transaction.rows(
            PlaylistTable::read,
            "select id, name from betor_playlist where user_id = ? order by made, id",
            owner.toString())) {
      lists.add(new Playlist(empty.id(), empty.name(), titles(empty.id())));
    }
    return lists;
  }

  /** One of them. */
  public Optional<Playlist> find(UUID id) throws SQLException {
    Optional<Playlist> empty =
        transaction.first(
            PlaylistTable::read,
            "select id, name from betor_playlist where user_id = ? and id = ?",
            owner.toString(),
            id.toString());
    return empty.isEmpty() ? empty : Optional.of(new Playlist(id, empty.get().name(), titles(id)));
  }

  /** How many there are. */
  public long count() throws SQLException {
    return transaction.number(
        "select count(*) from betor_playlist where user_id = ?", owner.toString());
  }

  /** Adds one without titles. */
  public void add(Playlist list, Instant made) throws SQLException {
    transaction.change(
        "insert into betor_playlist (id, user_id, name, made) values (?, ?, ?, ?)",
        list.id().toString(),
        owner.toString(),
        list.name(),
        Micros.of(made));
  }

  /** Gives one another name. */
  public void rename(UUID id, String name) throws SQLException {
    transaction.change("update betor_playlist set name = ? where id = ?", name, id.toString());
  }

  /** Gives one other titles; those that are as before at its beginning are not touched. */
  public void change(Playlist before, List<TitleId> titles) throws SQLException {
    String id = before.id().toString();
    int same = sameAtTheBeginning(before.titles(), titles);
    transaction.change(
        "delete from betor_playlist_title where playlist_id = ? and place >= ?", id, same);
    for (int place = same; place < titles.size(); place++) {
      transaction.change(
          "insert into betor_playlist_title (playlist_id, title, place) values (?, ?, ?)",
          id,
          titles.get(place).toString(),
          place);
    }
  }

  private static int sameAtTheBeginning(List<TitleId> some, List<TitleId> others) {
    int same = 0;
    while (same < Math.min(some.size(), others.size()) && some.get(same).equals(others.get(same))) {
      same++;
    }
    return same;
  }

  /** Forgets one. */
  public void remove(UUID id) throws SQLException {
    transaction.change("delete from betor_playlist_title where playlist_id = ?", id.toString());
    transaction.change("delete from betor_playlist where id = ?", id.toString());
  }

  private List<TitleId> titles(UUID id) throws SQLException {
    return transaction.rows(
        row -> TitleId.parse(row.getString("title")),
        "select title from betor_playlist_title where playlist_id = ? order by place",
        id.toString());
  }

  private static Playlist read(ResultSet row) throws SQLException {
    return new Playlist(UUID.fromString(row.getString("id")), row.getString("name"), List.of());
  }
}
