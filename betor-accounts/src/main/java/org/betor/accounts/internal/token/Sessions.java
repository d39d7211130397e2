package org.betor.accounts.internal.token;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Act;
import org.betor.accounts.Session;
import org.betor.accounts.TokenLimits;
import org.betor.accounts.User;
import org.betor.accounts.UserId;
import org.betor.accounts.internal.database.Database;
import org.betor.accounts.internal.database.Transaction;
import org.betor.accounts.internal.people.AuditTable;
import org.betor.accounts.internal.people.UserRow;
import org.betor.accounts.internal.people.UserTable;

/** Who is signed in. Safe for use by several threads. */
public final class Sessions {
  /** The time in which a client may ask twice, or again when an answer was lost. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final int SWEPT_AT_A_TIME = 10;
  private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f]{64}");

  private final Database database;
  private final TokenLimits limits;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Fresh<String, Grant> standing;

  /** Begins and keeps them in a database. */
  public Sessions(Database database, TokenLimits limits, SecureRandom random, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.random = random;
    this.clock = clock;
    this.standing = new Fresh<>(clock, this::grant);
  }

  private Optional<Grant> grant(String id) {
    return database.transact(
        transaction -> new SessionTable(transaction).current(id).map(SessionRow::grant));
  }

  /** Whether a session lasts and its user is as they were, as of less than a second ago. */
  public boolean stands(Grant grant) {
    return standing.find(grant.session()).filter(grant::equals).isPresent();
  }

  /** Has what stands read anew, after it was changed. */
  public void forget() {
    standing.forget();
  }

  /**
   * Begins one for somebody as they were found to be. Ends the one that was not used for longest if
   * they become too many, and cleans up after others.
   */
  public Started begin(UserRow who, InetAddress from) {
    Instant now = clock.instant();
    RefreshToken token = RefreshToken.first(random);
    SessionRow row = SessionRow.first(who, from, now, token);
    int ended = database.transact(transaction -> add(transaction, row));
    if (ended > 0) {
      forget();
    }
    return new Started(row.grant(), token);
  }

  /** How many of the user had to end. */
  private int add(Transaction transaction, SessionRow row) throws SQLException {
    new UserTable(transaction).lock(row.user());
    SessionTable sessions = new SessionTable(transaction);
    sessions.removeUnused(row.begun().minus(limits.refresh()), SWEPT_AT_A_TIME);
    int ended = sessions.keepNewest(row.user(), limits.sessionsPerUser() - 1);
    sessions.add(row);
    return ended;
  }

  /**
   * Goes on with one.
   *
   * @throws AccountsException with {@link Reason#INVALID_TOKEN} if it is over, and {@link
   *     Reason#REUSED_TOKEN} if this ended it
   */
  public Started renew(String refreshToken) {
    RefreshToken token = RefreshToken.parse(refreshToken).orElseThrow(Sessions::over);
    Instant now = clock.instant();
    Optional<Started> renewed = database.transact(transaction -> renew(transaction, token, now));
    return renewed.orElseThrow(
        () -> {
          forget();
          return new AccountsException(
              Reason.REUSED_TOKEN,
              "this refresh token was used before, so somebody else may have it: sign in again");
        });
  }

  /** Empty if an old token came again. */
  private Optional<Started> renew(Transaction transaction, RefreshToken token, Instant now)
      throws SQLException {
    SessionTable sessions = new SessionTable(transaction);
    SessionRow row = sessions.lock(token.session()).orElseThrow(Sessions::over);
    User user = userOf(transaction, row, now);
    Optional<RefreshToken> next = next(sessions, row, token, now);
    if (next.isEmpty()) {
      sessions.remove(row.id());
      Optional<UUID> self = Optional.of(user.pseudonym());
      new AuditTable(transaction).add(now, user.pseudonym(), Act.REUSE_TOKEN, self, "");
    }
    return next.map(successor -> new Started(row.grant(), successor));
  }

  private Optional<RefreshToken> next(
      SessionTable sessions, SessionRow row, RefreshToken token, Instant now) throws SQLException {
    if (token.hash().equals(row.secretHash())) {
      String salt = RefreshToken.salt(random);
      RefreshToken next = token.successor(salt);
      sessions.turn(row, salt, next.hash(), now);
      return Optional.of(next);
    }
    boolean again =
        token.hash().equals(row.previousHash()) && !now.isAfter(row.lastUsed().plus(GRACE));
    return again ? Optional.of(token.successor(row.salt())) : Optional.empty();
  }

  private User userOf(Transaction transaction, SessionRow row, Instant now) throws SQLException {
    return new UserTable(transaction)
        .find(row.user())
        .filter(user -> user.revision() == row.revision())
        .filter(user -> now.isBefore(row.lastUsed().plus(limits.refresh())))
        .map(UserRow::user)
        .orElseThrow(Sessions::over);
  }

  private static AccountsException over() {
    return new AccountsException(Reason.INVALID_TOKEN, "this session is over: sign in again");
  }

  /** Ends the one that a refresh token, new or old, belongs to; does nothing if it is over. */
  public void end(String refreshToken) {
    Optional<RefreshToken> token = RefreshToken.parse(refreshToken);
    if (token.isPresent() && remove(token.get().session()) > 0) {
      forget();
    }
  }

  private int remove(String id) {
    return database.transact(transaction -> new SessionTable(transaction).remove(id));
  }

  /** Ends one of somebody; whether there was one. */
  public boolean end(Transaction transaction, UserId user, String id) throws SQLException {
    return SESSION_ID.matcher(id).matches() && new SessionTable(transaction).remove(user, id) > 0;
  }

  /** Ends all of somebody; how many they were. */
  public int endAll(Transaction transaction, UserId user) throws SQLException {
    return new SessionTable(transaction).removeAll(user);
  }

  /** Those of somebody that are not over, the last used first. */
  public List<Session> list(Transaction transaction, UserId user) throws SQLException {
    Instant since = clock.instant().minus(limits.refresh());
    return new SessionTable(transaction)
        .current(user, since).stream().map(row -> row.session(limits.refresh())).toList();
  }

  /**
   * A session that began or goes on.
   *
   * @param next what it is refreshed with
   */
  public record Started(Grant grant, RefreshToken next) {}
}
