package org.betor.accounts.internal.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Act;
import org.betor.accounts.Permission;
import org.betor.accounts.Role;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Transaction;

/**
 * Who does something in a transaction, and what they may: each check throws {@link
 * Reason#FORBIDDEN}. While there is one that {@link #enter entered}, nobody else's standing
 * changes.
 */
public final class Actor {
  private static final String LOCK = "people";

  private final Transaction transaction;
  private final User user;
  private final Role role;
  private final Instant now;
  private final Consumer<UserId> changed;

  private Actor(
      Transaction transaction, User user, Role role, Instant now, Consumer<UserId> changed) {
    this.transaction = transaction;
    this.user = user;
    this.role = role;
    this.now = now;
    this.changed = changed;
  }

  /** Begins a transaction in which no other changes what people may do. */
  public static void lock(Transaction transaction) throws SQLException {
    transaction.lock(LOCK);
  }

  /** Begins a transaction for a user who is active and not banned. */
  static Actor enter(Transaction transaction, UserId by, Instant now, Consumer<UserId> changed)
      throws SQLException {
    lock(transaction);
    return admit(transaction, by, now, changed);
  }

  /** The same for one who changes nobody's standing, and makes nobody wait. */
  static Actor look(Transaction transaction, UserId by, Instant now) throws SQLException {
    return admit(
        transaction,
        by,
        now,
        whom -> {
          throw new IllegalStateException("who only looks changes nobody's standing");
        });
  }

  private static Actor admit(
      Transaction transaction, UserId by, Instant now, Consumer<UserId> changed)
      throws SQLException {
    User user =
        new UserTable(transaction)
            .find(by)
            .map(UserRow::user)
            .filter(found -> found.isAdmittedAt(now))
            .orElseThrow(() -> forbidden("who is unknown, banned or not active may do nothing"));
    Role role = new RoleTable(transaction).get(user.role());
    return new Actor(transaction, user, role, now, changed);
  }

  /** Where it is done. */
  public Transaction transaction() {
    return transaction;
  }

  /** When it is done. */
  public Instant now() {
    return now;
  }

  /** Who does it. */
  public User user() {
    return user;
  }

  /** What they are. */
  public Role role() {
    return role;
  }

  /** Checks that they have a permission. */
  public void need(Permission permission) {
    if (!role.has(permission)) {
      throw forbidden("a %s lacks the permission %s".formatted(role.name(), permission));
    }
  }

  /** Checks that their role is heavier. */
  public void needHeavierThan(int weight) {
    if (weight >= role.weight()) {
      throw forbidden("a %s may not touch what is not below them".formatted(role.name()));
    }
  }

  /** The same, but those who may do everything are not above each other and touch each other. */
  private void needAbove(Role other) {
    if (!role.name().equals(Role.SUPER_ADMIN)) {
      needHeavierThan(other.weight());
    }
  }

  /**
   * Checks that they may give a role: it is below theirs, and may do nothing that theirs may not.
   */
  public void needToGive(Role given) {
    needAbove(given);
    if (!role.permissions().containsAll(given.permissions())) {
      throw forbidden("a %s may do what a %s may not".formatted(given.name(), role.name()));
    }
  }

  /** Somebody below them, whom they may do this to. */
  public User below(UserId whom, Permission permission) throws SQLException {
    need(permission);
    User other = new UserTable(transaction).get(whom).user();
    needAbove(new RoleTable(transaction).get(other.role()));
    return other;
  }

  /** They themselves, or somebody below them whom they may do this to. */
  public User selfOrBelow(UserId whom, Permission permission) throws SQLException {
    return whom.equals(user.id()) ? user : below(whom, permission);
  }

  /** They themselves, or somebody below them who may do nothing that they may not. */
  public User selfOrLesser(UserId whom, Permission permission) throws SQLException {
    User other = selfOrBelow(whom, permission);
    if (!whom.equals(user.id())) {
      needToGive(new RoleTable(transaction).get(other.role()));
    }
    return other;
  }

  /** Checks that somebody is left who may do everything when a user no longer does. */
  public void needAnotherSuperAdmin(User leaving) throws SQLException {
    if (leaving.role().equals(Role.SUPER_ADMIN)
        && new UserTable(transaction).otherSuperAdmins(leaving.id(), now) == 0) {
      throw new AccountsException(
          Reason.LAST_SUPER_ADMIN,
          "nobody would be left who may do everything: make somebody else %s first"
              .formatted(Role.SUPER_ADMIN));
    }
  }

  /**
   * Says that what a user may do is not what it was: their revision grows, and who listens hears of
   * it when the transaction is done.
   */
  public void revise(UserId whom) throws SQLException {
    new UserTable(transaction).revise(whom);
    changed.accept(whom);
  }

  /** Writes into the audit log what was done to somebody. */
  public void note(Act act, User subject, String details) throws SQLException {
    note(act, Optional.of(subject.pseudonym()), details);
  }

  /** Writes into the audit log what was done to nobody. */
  public void note(Act act, String details) throws SQLException {
    note(act, Optional.empty(), details);
  }

  /** The same, of somebody by their pseudonym: they may be erased. */
  public void note(Act act, Optional<UUID> subject, String details) throws SQLException {
    new AuditTable(transaction).add(now, user.pseudonym(), act, subject, details);
  }

  private static AccountsException forbidden(String message) {
    return new AccountsException(Reason.FORBIDDEN, message);
  }
}
