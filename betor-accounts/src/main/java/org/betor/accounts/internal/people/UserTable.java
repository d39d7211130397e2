package org.betor.accounts.internal.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Ban;
import org.betor.accounts.Role;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Micros;
import org.betor.accounts.internal.database.Transaction;

/** Users, within one transaction. */
public final class UserTable {
  private static final String SELECT =
      """
      select u.id, u.pseudonym, u.name, u.email, u.password, r.name as role_name, u.active,
        u.banned, u.banned_until, u.ban_reason, u.created, u.revision
      from betor_user u join betor_role r on r.role_key = u.role_key
      """;
  private static final long FOR_GOOD = 0;

  private final Transaction transaction;

  /** What this does is part of the transaction. */
  public UserTable(Transaction transaction) {
    this.transaction = transaction;
  }

  /**
   * The user with an id.
   *
   * @throws AccountsException if there is none
   */
  public UserRow get(UserId id) throws SQLException {
    return find(id).orElseThrow(() -> unknown(id));
  }

  private static AccountsException unknown(UserId id) {
    return new AccountsException(Reason.UNKNOWN_USER, "there is no user with the id " + id);
  }

  /** The same, empty if there is none. */
  public Optional<UserRow> find(UserId id) throws SQLException {
    return transaction.first(UserTable::read, SELECT + "where u.id = ?", id.toString());
  }

  /**
   * Has other transactions wait that begin a session for a user. To be the first statement.
   *
   * @throws AccountsException if there is none
   */
  public void lock(UserId id) throws SQLException {
    String sql = "select id from betor_user where id = ? for update";
    if (transaction.first(row -> id, sql, id.toString()).isEmpty()) {
      throw unknown(id);
    }
  }

  /** The one with a name. */
  public Optional<UserRow> named(String name) throws SQLException {
    return transaction.first(UserTable::read, SELECT + "where u.name_folded = ?", Folded.of(name));
  }

  /** The one with an e-mail address. */
  public Optional<UserRow> withEmail(String email) throws SQLException {
    return transaction.first(
        UserTable::read, SELECT + "where u.email_folded = ?", Folded.of(email));
  }

  /** The one whom the audit log calls so. */
  public Optional<UserRow> called(UUID pseudonym) throws SQLException {
    return transaction.first(
        UserTable::read, SELECT + "where u.pseudonym = ?", pseudonym.toString());
  }

  /**
   * Those whose names follow.
   *
   * @param after a name; empty begins with the first
   */
  public List<User> page(String after, int limit) throws SQLException {
    return transaction.rows(
        row -> read(row).user(),
        SELECT + "where u.name_folded > ? order by u.name_folded limit ?",
        Folded.of(after),
        limit);
  }

  /** Those who may do everything at that time, but for one. */
  public long otherSuperAdmins(UserId id, Instant time) throws SQLException {
    return transaction.number(
        """
        select count(*) from betor_user
        where role_key = ? and active and id <> ?
          and (not banned or (banned_until <> 0 and banned_until <= ?))
        """,
        Folded.of(Role.SUPER_ADMIN),
        id.toString(),
        Micros.of(time));
  }

  /** How many have a role. */
  public long count(String role) throws SQLException {
    return transaction.number(
        "select count(*) from betor_user where role_key = ?", Folded.of(role));
  }

  /**
   * Adds one, who is neither banned nor inactive.
   *
   * @throws AccountsException if somebody has the name or the address
   */
  public void add(User user, String passwordHash) throws SQLException {
    checkFree(named(user.name()), Reason.NAME_TAKEN);
    checkFree(withEmail(user.email()), Reason.EMAIL_TAKEN);
    transaction.change(
        """
        insert into betor_user (id, pseudonym, name, name_folded, email, email_folded, password,
          role_key, active, banned, banned_until, ban_reason, created, revision)
        values (?, ?, ?, ?, ?, ?, ?, ?, true, false, 0, '', ?, 0)
        """,
        user.id().toString(),
        user.pseudonym().toString(),
        user.name(),
        Folded.of(user.name()),
        user.email(),
        Folded.of(user.email()),
        passwordHash,
        Folded.of(user.role()),
        Micros.of(user.created()));
  }

  /**
   * Gives another name.
   *
   * @throws AccountsException if somebody else has it
   */
  public void rename(UserId id, String name) throws SQLException {
    checkFree(named(name).filter(other -> !other.user().id().equals(id)), Reason.NAME_TAKEN);
    set(id, "name = ?, name_folded = ?", name, Folded.of(name));
  }

  /**
   * Gives another address.
   *
   * @throws AccountsException if somebody else has it
   */
  public void changeEmail(UserId id, String email) throws SQLException {
    checkFree(withEmail(email).filter(other -> !other.user().id().equals(id)), Reason.EMAIL_TAKEN);
    set(id, "email = ?, email_folded = ?", email, Folded.of(email));
  }

  /** Keeps another hash. */
  public void changePassword(UserId id, String hash) throws SQLException {
    set(id, "password = ?", hash);
  }

  /** Keeps a stronger hash of the same password, if it is the same still. */
  public void rehash(UserId id, String weak, String strong) throws SQLException {
    transaction.change(
        "update betor_user set password = ? where id = ? and password = ?",
        strong,
        id.toString(),
        weak);
  }

  /** Gives a role. */
  public void assign(UserId id, String role) throws SQLException {
    set(id, "role_key = ?", Folded.of(role));
  }

  /** Lets them sign in, or not. */
  public void activate(UserId id, boolean active) throws SQLException {
    set(id, "active = ?", active);
  }

  /** Bans them, whether they were banned before or not. */
  public void ban(UserId id, Ban ban) throws SQLException {
    long until = ban.until().map(Micros::of).orElse(FOR_GOOD);
    set(id, "banned = true, banned_until = ?, ban_reason = ?", until, ban.reason());
  }

  /** Forgets a ban. */
  public void lift(UserId id) throws SQLException {
    set(id, "banned = false, banned_until = 0, ban_reason = ''");
  }

  /** Says that what they may do is not what it was. */
  public void revise(UserId id) throws SQLException {
    set(id, "revision = revision + 1");
  }

  /** Forgets them. */
  public void remove(UserId id) throws SQLException {
    transaction.change("delete from betor_user where id = ?", id.toString());
  }

  private void set(UserId id, String columns, Object... values) throws SQLException {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = id.toString();
    transaction.change("update betor_user set " + columns + " where id = ?", all);
  }

  private static void checkFree(Optional<UserRow> holder, Reason taken) {
    if (holder.isPresent()) {
      String what = taken == Reason.NAME_TAKEN ? "name" : "e-mail address";
      throw new AccountsException(
          taken, "somebody else has this %s: choose another".formatted(what));
    }
  }

  private static UserRow read(ResultSet row) throws SQLException {
    User user =
        new User(
            UserId.parse(row.getString("id")),
            UUID.fromString(row.getString("pseudonym")),
            row.getString("name"),
            row.getString("email"),
            row.getString("role_name"),
            row.getBoolean("active"),
            ban(row),
            Micros.instant(row.getLong("created")));
    return new UserRow(user, row.getString("password"), row.getLong("revision"));
  }

  private static Optional<Ban> ban(ResultSet row) throws SQLException {
    if (!row.getBoolean("banned")) {
      return Optional.empty();
    }
    long until = row.getLong("banned_until");
    Optional<Instant> end =
        until == FOR_GOOD ? Optional.empty() : Optional.of(Micros.instant(until));
    return Optional.of(new Ban(end, row.getString("ban_reason")));
  }
}
