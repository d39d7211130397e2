package org.betor.accounts.internal.signin;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Ban;
import org.betor.accounts.SignInLimits;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.password.Passwords;
import org.betor.accounts.internal.people.Blanks;
import org.betor.accounts.internal.people.Texts;
import org.betor.accounts.internal.people.UserRow;
import org.betor.accounts.internal.people.UserTable;

/** Finds out whether somebody is who they say. Safe for use by several threads. */
public final class SignIn {
  private final Database database;
  private final Passwords passwords;
  private final Throttle throttle;
  private final InstantSource clock;

  /** Knows the people of a database. */
  public SignIn(Database database, Passwords passwords, SignInLimits limits, InstantSource clock) {
    this.database = database;
    this.passwords = passwords;
    this.throttle = new Throttle(database, clock, limits);
    this.clock = clock;
  }

  /** As {@link org.betor.accounts.Accounts#signIn} says. */
  public UserRow signIn(String login, String password, InetAddress from) {
    UserRow row = check(login, password, from);
    throttle.succeeded(login);
    passwords.stronger(password, row.password()).ifPresent(hash -> replace(row, hash));
    admit(row.user());
    return row;
  }

  /** Somebody who may sign in, without asking for the password. */
  public UserRow admit(UserId id) {
    UserRow row = database.transact(transaction -> new UserTable(transaction).get(id));
    admit(row.user());
    return row;
  }

  /** Unknown names cost and say what wrong passwords do. */
  private UserRow check(String login, String password, InetAddress from) {
    throttle.check(login, from);
    Optional<UserRow> found = find(login);
    boolean right =
        passwords.matches(
            password, found.map(UserRow::password), () -> throttle.check(login, from));
    if (right && found.isPresent()) {
      return found.get();
    }
    throttle.failed(login, from);
    throw new AccountsException(Reason.WRONG_CREDENTIALS, "the name or the password is wrong");
  }

  private Optional<UserRow> find(String login) {
    if (login.length() > Texts.LONGEST_EMAIL) {
      return Optional.empty();
    }
    String name = Blanks.stripped(login);
    return database.transact(
        transaction -> {
          UserTable users = new UserTable(transaction);
          return name.contains("@") ? users.withEmail(name) : users.named(name);
        });
  }

  private void replace(UserRow row, String hash) {
    database.transact(
        transaction -> {
          new UserTable(transaction).rehash(row.user().id(), row.password(), hash);
          return hash;
        });
  }

  private void admit(User user) {
    Instant now = clock.instant();
    if (!user.active()) {
      throw new AccountsException(Reason.DEACTIVATED, "this account is not active");
    }
    if (user.isBannedAt(now)) {
      Ban ban = user.ban().orElseThrow();
      String end = ban.until().map(until -> "until " + until).orElse("for good");
      throw new AccountsException(
          Reason.BANNED, "this account is banned %s: %s".formatted(end, ban.reason()));
    }
  }
}
