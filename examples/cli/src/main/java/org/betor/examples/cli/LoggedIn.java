package org.betor.examples.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.betor.accounts.Accounts;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Permission;
import org.betor.accounts.Tokens;
import org.betor.accounts.User;
import org.betor.accounts.UserId;

/**
 * Who is logged in, as they are now.
 *
 * @param accounts where
 */
record LoggedIn(Accounts accounts, User user) {
  private static final Set<Reason> SESSION_IS_OVER =
      Set.of(Reason.INVALID_TOKEN, Reason.REUSED_TOKEN);

  /** Goes on with a session; empty if nobody is logged in. Forgets one that is over. */
  static Optional<LoggedIn> goOn(Accounts accounts, SessionFile session) throws IOException {
    Optional<String> kept = session.read();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try {
      Tokens.Pair tokens = accounts.tokens().refresh(kept.get());
      session.write(tokens.refresh());
      UserId id = accounts.tokens().check(tokens.access());
      return accounts.users().find(id).map(user -> new LoggedIn(accounts, user));
    } catch (AccountsException refused) {
      if (!SESSION_IS_OVER.contains(refused.reason())) {
        throw refused;
      }
      session.remove();
      return Optional.empty();
    }
  }

  UserId id() {
    return user.id();
  }

  /** Somebody with a name. */
  User named(String name) {
    return accounts
        .users()
        .findByName(name)
        .orElseThrow(
            () -> new AccountsException(Reason.UNKNOWN_USER, "nobody is named \"" + name + "\""));
  }

  /** The same, as far as one may look at what is theirs; the accounts do not ask for that. */
  User shown(String name) {
    User whom = named(name);
    if (!whom.id().equals(id())) {
      need(Permission.MANAGE_USERS);
    }
    return whom;
  }

  void need(Permission permission) {
    if (!accounts.may(id(), permission)) {
      throw new AccountsException(
          Reason.FORBIDDEN, "a %s lacks the permission %s".formatted(user.role(), permission));
    }
  }
}
