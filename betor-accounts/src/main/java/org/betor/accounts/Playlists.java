package org.betor.accounts;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.RandomUuid;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.people.UserTable;
import org.betor.accounts.internal.playback.PlaylistTable;
import org.betor.accounts.internal.playback.UserLock;
import org.betor.api.model.TitleId;

/**
 * Playlists of people: at most 100 each, with at most 1,000 titles. Everybody has their own, and
 * those of others are unknown to them. Safe for use by several threads.
 *
 * <pre>{@code
 * Playlists playlists = new Playlists(accounts);
 * Playlist evening = playlists.create(bia.id(), "Friday evening");
 * playlists.add(bia.id(), evening.id(), TitleId.imdb("tt1727587"));
 * playlists.move(bia.id(), evening.id(), TitleId.imdb("tt1727587"), 0);
 * }</pre>
 */
public final class Playlists {
  private static final int MOST_LISTS = 100;
  private static final int MOST_TITLES = 1_000;

  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random;

  /** Playlists of the users of these accounts. */
  public Playlists(Accounts accounts) {
    this.database = accounts.database();
    this.clock = accounts.clock();
    this.random = accounts.random();
  }

  /**
   * Makes one without titles.
   *
   * @param name as that of a user; several playlists may have one
   * @throws AccountsException with {@link Reason#INVALID}, {@link Reason#UNKNOWN_USER} or {@link
   *     Reason#PLAYLISTS_FULL}
   */
  public Playlist create(UserId owner, String name) {
    Playlist list = new Playlist(RandomUuid.from(random), Texts.name(name), List.of());
    return database.transact(
        transaction -> {
          PlaylistTable lists = lists(transaction, owner);
          new UserTable(transaction).get(owner);
          if (lists.count() >= MOST_LISTS) {
            throw full("nobody has more than %d playlists: remove one first", MOST_LISTS);
          }
          lists.add(list, clock.instant());
          return list;
        });
  }

  /** All of somebody, the oldest first. */
  public List<Playlist> of(UserId owner) {
    return database.transact(transaction -> new PlaylistTable(transaction, owner).all());
  }

  /** One of somebody. */
  public Optional<Playlist> find(UserId owner, UUID list) {
    return database.transact(transaction -> new PlaylistTable(transaction, owner).find(list));
  }

  /** Gives another name. */
  public Playlist rename(UserId owner, UUID list, String name) {
    String fit = Texts.name(name);
    return database.transact(
        transaction -> {
          PlaylistTable lists = lists(transaction, owner);
          Playlist before = get(lists, list);
          lists.rename(list, fit);
          return new Playlist(list, fit, before.titles());
        });
  }

  /**
   * Adds a title at the end; one that is there stays where it is.
   *
   * @throws AccountsException with {@link Reason#PLAYLISTS_FULL}
   */
  public Playlist add(UserId owner, UUID list, TitleId title) {
    return change(
        owner,
        list,
        titles -> {
          if (!titles.contains(title)) {
            titles.add(title);
          }
          return titles;
        });
  }

  /** Takes a title out; one that is not there stays out. */
  public Playlist remove(UserId owner, UUID list, TitleId title) {
    return change(
        owner,
        list,
        titles -> {
          titles.remove(title);
          return titles;
        });
  }

  /**
   * Puts a title elsewhere; one that is not there stays out.
   *
   * @param place from 0; past the end means the end
   */
  public Playlist move(UserId owner, UUID list, TitleId title, int place) {
    if (place < 0) {
      throw new IllegalArgumentException("a place is 0 or more, got " + place);
    }
    return change(
        owner,
        list,
        titles -> {
          if (titles.remove(title)) {
            titles.add(Math.min(place, titles.size()), title);
          }
          return titles;
        });
  }

  /** Forgets a playlist; one that is not there is forgotten already. */
  public void delete(UserId owner, UUID list) {
    database.transact(
        transaction -> {
          PlaylistTable lists = lists(transaction, owner);
          if (lists.find(list).isPresent()) {
            lists.remove(list);
          }
          return list;
        });
  }

  private Playlist change(UserId owner, UUID list, UnaryOperator<List<TitleId>> change) {
    return database.transact(
        transaction -> {
          PlaylistTable lists = lists(transaction, owner);
          Playlist before = get(lists, list);
          List<TitleId> titles = change.apply(new ArrayList<>(before.titles()));
          if (titles.size() > MOST_TITLES) {
            throw full("no playlist has more than %d titles: begin another", MOST_TITLES);
          }
          lists.change(before, titles);
          return new Playlist(list, before.name(), titles);
        });
  }

  private static PlaylistTable lists(Transaction transaction, UserId owner) throws SQLException {
    UserLock.take(transaction, owner);
    return new PlaylistTable(transaction, owner);
  }

  private static Playlist get(PlaylistTable lists, UUID id) throws SQLException {
    return lists
        .find(id)
        .orElseThrow(
            () ->
                new AccountsException(
                    Reason.UNKNOWN_PLAYLIST, "they have no playlist with the id " + id));
  }

  private static AccountsException full(String message, int most) {
    return new AccountsException(Reason.PLAYLISTS_FULL, message.formatted(most));
  }
}
