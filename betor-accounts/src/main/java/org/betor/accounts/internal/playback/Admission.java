package org.betor.accounts.internal.playback;

import java.sql.SQLException;
import java.time.Instant;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Permission;
import org.betor.accounts.Role;
import org.betor.accounts.Standing;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.RoleTable;
import org.betor.accounts.internal.people.UserTable;
import org.betor.accounts.internal.ratio.Statement;

/** Whether somebody may watch; within one transaction. */
final class Admission {
  private static final Permission NEEDED = Permission.DOWNLOAD;

  private Admission() {}

  /** The role of a user who may watch now; throws if they may not. */
  static Role check(Transaction transaction, UserId id, Instant now) throws SQLException {
    User user = new UserTable(transaction).get(id).user();
    if (!user.active()) {
      throw new AccountsException(Reason.DEACTIVATED, "this account is not active");
    }
    if (user.isBannedAt(now)) {
      throw new AccountsException(Reason.BANNED, "this account is banned");
    }
    Role role = new RoleTable(transaction).get(user.role());
    if (!role.has(NEEDED)) {
      throw new AccountsException(
          Reason.FORBIDDEN, "a %s lacks the permission %s".formatted(role.name(), NEEDED));
    }
    return role;
  }

  /** The same for who begins to watch, which asks for the ratio, too. */
  static Role checkStart(Transaction transaction, UserId id, Instant now) throws SQLException {
    Role role = check(transaction, id, now);
    Standing.State state = new Statement(transaction, id).standing().state();
    if (state == Standing.State.MAY_NOT_DOWNLOAD && !role.name().equals(Role.SUPER_ADMIN)) {
      throw new AccountsException(
          Reason.FORBIDDEN, "the ratio is too low to download: share more first");
    }
    return role;
  }

  /** Throws if a release of a level is not for those of another one. */
  static void checkLevel(int theirs, int level) {
    if (theirs < level) {
      throw new AccountsException(
          Reason.FORBIDDEN, "this release needs the level %d, not %d".formatted(level, theirs));
    }
  }
}
