package org.betor.accounts;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.password.Passwords;
import org.betor.accounts.internal.people.Actor;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.people.Entrants;
import org.betor.accounts.internal.people.RoleTable;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.people.UserRow;
import org.betor.accounts.internal.people.UserTable;

/**
 * People with accounts. Who does something comes first, then to whom. One touches only those whose
 * role is lighter than one's own; those who are SuperAdmin touch each other, too. Everyone may
 * change, hand out and erase what is their own.
 *
 * <p>Everything throws {@link AccountsException}, with {@link Reason#FORBIDDEN} where somebody may
 * not. Safe for use by several threads.
 */
public final class Users {
  private static final int LARGEST_PAGE = 1_000;

  private final Database database;
  private final Acts acts;
  private final Passwords passwords;
  private final Entrants entrants;

  Users(Database database, Acts acts, Passwords passwords, Entrants entrants) {
    this.database = database;
    this.acts = acts;
    this.passwords = passwords;
    this.entrants = entrants;
  }

  /** Makes an account of one's own, with the role {@link Role#USER}. */
  public User register(NewUser person) {
    User user = entrants.user(person, Role.USER);
    String hash = passwords.hash(person.password());
    return database.transact(
        transaction -> entrants.admit(transaction, Act.CREATE_USER, user, hash));
  }

  /**
   * Makes an account for somebody; needs {@link Permission#MANAGE_USERS}.
   *
   * @param role lighter than that of who does it, and without permissions that they lack
   */
  public User create(UserId by, NewUser person, String role) {
    acts.look(by, actor -> mayCreate(actor, role)); // before work is spent on the password
    String hash = passwords.hash(person.password());
    return acts.by(
        by,
        actor -> {
          User user = entrants.user(person, mayCreate(actor, role).name());
          new UserTable(actor.transaction()).add(user, hash);
          actor.note(Act.CREATE_USER, user, "as " + user.role());
          return user;
        });
  }

  private static Role mayCreate(Actor actor, String role) throws SQLException {
    actor.need(Permission.MANAGE_USERS);
    Role given = new RoleTable(actor.transaction()).get(role);
    actor.needToGive(given);
    return given;
  }

  /** The one with an id. */
  public Optional<User> find(UserId id) {
    return database.transact(transaction -> user(new UserTable(transaction).find(id)));
  }

  /** The one with a name, in any case of its letters. */
  public Optional<User> findByName(String name) {
    return database.transact(transaction -> user(new UserTable(transaction).named(name.strip())));
  }

  /** The one with an e-mail address, in any case of its letters. */
  public Optional<User> findByEmail(String email) {
    return database.transact(
        transaction -> user(new UserTable(transaction).withEmail(email.strip())));
  }

  /** The one whom the audit log calls so; nobody once they are erased. */
  public Optional<User> findByPseudonym(UUID pseudonym) {
    return database.transact(transaction -> user(new UserTable(transaction).called(pseudonym)));
  }

  private static Optional<User> user(Optional<UserRow> row) {
    return row.map(UserRow::user);
  }

  /**
   * A page of all, by their names.
   *
   * @param after the last name of the page before; empty for the first page
   * @param limit 1 to 1,000
   */
  public List<User> page(String after, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return database.transact(transaction -> new UserTable(transaction).page(after, limit));
  }

  /** Gives another name; to others with {@link Permission#MANAGE_USERS}. */
  public User rename(UserId by, UserId whom, String name) {
    String fit = Texts.name(name);
    return acts.by(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          UserTable users = new UserTable(actor.transaction());
          users.rename(whom, fit);
          actor.note(Act.RENAME_USER, user, "");
          return users.get(whom).user();
        });
  }

  /**
   * Gives another e-mail address; to others with {@link Permission#MANAGE_USERS}, if they may do
   * nothing that who does it may not.
   */
  public User changeEmail(UserId by, UserId whom, String email) {
    String fit = Texts.email(email);
    return acts.by(
        by,
        actor -> {
          User user = actor.selfOrLesser(whom, Permission.MANAGE_USERS);
          UserTable users = new UserTable(actor.transaction());
          users.changeEmail(whom, fit);
          actor.note(Act.CHANGE_EMAIL, user, "");
          return users.get(whom).user();
        });
  }

  /**
   * Gives another password; to others with {@link Permission#MANAGE_USERS}, if they may do nothing
   * that who does it may not. The application asks who changes their own for the old one, with
   * {@link Accounts#signIn}.
   */
  public void changePassword(UserId by, UserId whom, String password) {
    acts.look(by, actor -> actor.selfOrLesser(whom, Permission.MANAGE_USERS));
    String hash = passwords.hash(password);
    acts.by(
        by,
        actor -> {
          User user = actor.selfOrLesser(whom, Permission.MANAGE_USERS);
          new UserTable(actor.transaction()).changePassword(whom, hash);
          return revised(actor, Act.CHANGE_PASSWORD, user, "");
        });
  }

  /**
   * Gives a role; needs {@link Permission#MANAGE_USERS}.
   *
   * @param role lighter than that of who does it, and without permissions that they lack
   */
  public User assign(UserId by, UserId whom, String role) {
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.MANAGE_USERS);
          Role given = new RoleTable(actor.transaction()).get(role);
          actor.needToGive(given);
          if (!given.name().equals(Role.SUPER_ADMIN)) {
            actor.needAnotherSuperAdmin(user);
          }
          new UserTable(actor.transaction()).assign(whom, given.name());
          return revised(
              actor, Act.ASSIGN_ROLE, user, "from %s to %s".formatted(user.role(), given.name()));
        });
  }

  /** Keeps somebody from signing in; others with {@link Permission#MANAGE_USERS}. */
  public User deactivate(UserId by, UserId whom) {
    return acts.by(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          actor.needAnotherSuperAdmin(user);
          new UserTable(actor.transaction()).activate(whom, false);
          return revised(actor, Act.DEACTIVATE_USER, user, "");
        });
  }

  /** Lets somebody sign in again; needs {@link Permission#MANAGE_USERS}. */
  public User activate(UserId by, UserId whom) {
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.MANAGE_USERS);
          new UserTable(actor.transaction()).activate(whom, true);
          return revised(actor, Act.ACTIVATE_USER, user, "");
        });
  }

  /** Keeps somebody out, in place of a ban before; needs {@link Permission#BAN}. */
  public User ban(UserId by, UserId whom, Ban ban) {
    Ban fit = new Ban(ban.until(), Texts.reason(ban.reason()));
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.BAN);
          checkLasts(fit, actor.now());
          actor.needAnotherSuperAdmin(user);
          new UserTable(actor.transaction()).ban(whom, fit);
          String end = fit.until().map(until -> "until " + until).orElse("for good");
          return revised(actor, Act.BAN_USER, user, end + ": " + fit.reason());
        });
  }

  private static void checkLasts(Ban ban, Instant now) {
    if (!ban.lastsAt(now)) {
      throw new AccountsException(Reason.INVALID, "a ban ends later than now");
    }
  }

  /** Ends a ban; needs {@link Permission#BAN}. */
  public User liftBan(UserId by, UserId whom) {
    return acts.by(
        by,
        actor -> {
          User user = actor.below(whom, Permission.BAN);
          new UserTable(actor.transaction()).lift(whom);
          return revised(actor, Act.LIFT_BAN, user, "");
        });
  }

  private static User revised(Actor actor, Act act, User user, String details) throws SQLException {
    actor.revise(user.id());
    actor.note(act, user, details);
    return new UserTable(actor.transaction()).get(user.id()).user();
  }

  /**
   * All that is kept about somebody, but for the hash of their password, ready to be written as
   * JSON: texts, numbers, booleans, lists and maps; of others with {@link Permission#MANAGE_USERS}.
   */
  public Map<String, Object> export(UserId by, UserId whom) {
    return acts.look(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          actor.note(Act.EXPORT_USER, user, "");
          return new Dossier(actor.transaction(), user).export();
        });
  }

  /**
   * Forgets somebody; others with {@link Permission#MANAGE_USERS}. The audit log keeps what they
   * did and what was done to them, under a pseudonym that nothing leads back from.
   */
  public void erase(UserId by, UserId whom) {
    acts.by(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          actor.needAnotherSuperAdmin(user);
          actor.revise(whom);
          new Dossier(actor.transaction(), user).erase();
          actor.note(Act.ERASE_USER, user, "");
          return user;
        });
  }
}
