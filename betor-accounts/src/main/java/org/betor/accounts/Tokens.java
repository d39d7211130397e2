package org.betor.accounts;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.people.Acts;
import org.betor.accounts.internal.signin.SignIn;
import org.betor.accounts.internal.token.AccessTokens;
import org.betor.accounts.internal.token.Grant;
import org.betor.accounts.internal.token.Sessions;
import org.betor.accounts.internal.token.SigningKeys;

/**
 * Tokens for those who signed in, so that they need not send their password each time.
 *
 * <pre>{@code
 * Tokens tokens = accounts.tokens();
 * Tokens.Pair pair = tokens.signIn("bia", password, address);
 * UserId bia = tokens.check(pair.access()); // with each request
 * pair = tokens.refresh(pair.refresh()); // when the access token has ended
 * tokens.revoke(pair.refresh()); // sign out
 * }</pre>
 *
 * <p>An access token says who somebody is; what they may do is looked up. A session ends, with all
 * its tokens, when it is not refreshed in time, is revoked, or an old refresh token comes again,
 * and all sessions of somebody when they are banned, deactivated or erased, or get another role or
 * password. That counts at once here, and within a second in other instances over the same
 * database. Safe for use by several threads.
 */
public final class Tokens {
  private final SignIn signIn;
  private final Acts acts;
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final SigningKeys keys;
  private final Duration lasting;
  private final InstantSource clock;

  Tokens(
      SignIn signIn,
      Acts acts,
      Sessions sessions,
      AccessTokens accessTokens,
      SigningKeys keys,
      Duration lasting,
      InstantSource clock) {
    this.signIn = signIn;
    this.acts = acts;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.keys = keys;
    this.lasting = lasting;
    this.clock = clock;
    acts.onChange(user -> sessions.forget());
  }

  /**
   * Begins a session with a password, as {@link Accounts#signIn} says.
   *
   * @param from where they are; kept with the session
   */
  public Pair signIn(String login, String password, InetAddress from) {
    return pair(sessions.begin(signIn.signIn(login, password, from), from));
  }

  /**
   * Begins a session for somebody whom the application knows in its own way.
   *
   * @param from where they are; kept with the session
   * @throws AccountsException with {@link Reason#UNKNOWN_USER}, {@link Reason#BANNED} or {@link
   *     Reason#DEACTIVATED}
   */
  public Pair issue(UserId user, InetAddress from) {
    return pair(sessions.begin(signIn.admit(user), from));
  }

  /**
   * Goes on with a session. The token is used up with it: for 30 seconds it gives the same refresh
   * token again, for who asks twice or misses the answer; after that it ends the session, since
   * somebody else may have it.
   *
   * @throws AccountsException with {@link Reason#INVALID_TOKEN} if the session is over, and {@link
   *     Reason#REUSED_TOKEN} if that ended it
   */
  public Pair refresh(String refreshToken) {
    return pair(sessions.renew(refreshToken));
  }

  private Pair pair(Sessions.Started session) {
    Instant ends = clock.instant().plus(lasting).truncatedTo(ChronoUnit.SECONDS);
    return new Pair(accessTokens.write(session.grant(), ends), ends, session.next().text());
  }

  /**
   * Whose access token this is.
   *
   * @throws AccountsException with {@link Reason#EXPIRED_TOKEN} if it is to be refreshed, and
   *     {@link Reason#INVALID_TOKEN} if it is revoked or not one of ours
   */
  public UserId check(String accessToken) {
    Grant grant = accessTokens.read(accessToken);
    if (!sessions.stands(grant)) {
      throw new AccountsException(Reason.INVALID_TOKEN, "this session is over: sign in again");
    }
    return grant.user();
  }

  /** Ends the session of a refresh token; nothing happens if it is over. */
  public void revoke(String refreshToken) {
    sessions.end(refreshToken);
  }

  /** Ends a session of somebody; of others with {@link Permission#MANAGE_USERS}. */
  public void revoke(UserId by, UserId whom, String session) {
    acts.by(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          boolean ended = sessions.end(actor.transaction(), whom, session);
          if (ended || !whom.equals(by)) {
            actor.note(Act.END_SESSIONS, user, ended ? "1" : "0");
          }
          return user;
        });
    sessions.forget();
  }

  /** Ends all sessions of somebody; of others with {@link Permission#MANAGE_USERS}. */
  public void revokeAll(UserId by, UserId whom) {
    acts.by(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          int ended = sessions.endAll(actor.transaction(), whom);
          actor.note(Act.END_SESSIONS, user, String.valueOf(ended));
          return user;
        });
    sessions.forget();
  }

  /**
   * Where somebody is signed in, the last used session first; others with {@link
   * Permission#MANAGE_USERS}, which the audit log tells of.
   */
  public List<Session> sessions(UserId by, UserId whom) {
    return acts.look(
        by,
        actor -> {
          User user = actor.selfOrBelow(whom, Permission.MANAGE_USERS);
          if (!whom.equals(by)) {
            actor.note(Act.SEE_SESSIONS, user, "");
          }
          return sessions.list(actor.transaction(), whom);
        });
  }

  /**
   * Has access tokens signed by a new key, here at once, and within a second in other instances
   * with a new one of theirs; needs {@link Permission#MANAGE_SETTINGS}. Those of before count until
   * they end. A key that was given to an instance stays there.
   */
  public void rotate(UserId by) {
    acts.by(
        by,
        actor -> {
          actor.need(Permission.MANAGE_SETTINGS);
          keys.retireAll(actor.transaction(), actor.now());
          actor.note(Act.ROTATE_KEYS, "");
          return by;
        });
    keys.forget();
  }

  /**
   * What somebody has who is signed in.
   *
   * @param access to be shown with each request; a JSON Web Token of up to 2,048 characters
   * @param accessEnds when it has to be refreshed
   * @param refresh to be kept in a safe place, and used once; 67 characters
   */
  public record Pair(String access, Instant accessEnds, String refresh) {
    /** Without the tokens. */
    @Override
    public String toString() {
      return "Pair[accessEnds=%s]".formatted(accessEnds);
    }
  }
}
