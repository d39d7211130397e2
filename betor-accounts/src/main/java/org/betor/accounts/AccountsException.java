package org.betor.accounts;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something was not done; the {@link Reason} says why, the message what to do. */
public final class AccountsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  private AccountsException(
      Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /** {@code message} is for people. */
  public AccountsException(Reason reason, String message) {
    this(reason, message, null, null);
  }

  /** The same, with what lies behind. */
  public AccountsException(Reason reason, String message, Throwable cause) {
    this(reason, message, null, cause);
  }

  /** Something that has to wait. */
  public AccountsException(Reason reason, String message, Duration retryAfter) {
    this(reason, message, retryAfter, null);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** After what time it may be tried again; empty if that is unknown or no use. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Why something was not done. More may come. */
  public enum Reason {
    /** A name, an e-mail address, a password or another value cannot be taken as it is. */
    INVALID(400),
    /** The name or the password is wrong; which of them is not told. */
    WRONG_CREDENTIALS(401),
    /** The setup token is wrong, or was used. */
    WRONG_SETUP_TOKEN(401),
    /** An access token has ended; it can be refreshed. */
    EXPIRED_TOKEN(401),
    /** A token is not one of ours, or its session is over. */
    INVALID_TOKEN(401),
    /** A refresh token was used before, so somebody else may have it; its session was ended. */
    REUSED_TOKEN(401),
    /** Who acts lacks the permission, or touches what is at or above them. */
    FORBIDDEN(403),
    /** Who signs in, or plays something, is banned. */
    BANNED(403),
    /** Who signs in, or plays something, is not active. */
    DEACTIVATED(403),
    /** There is no such user. */
    UNKNOWN_USER(404),
    /** There is no such role. */
    UNKNOWN_ROLE(404),
    /** There is no such upload, or none that shows to who asks. */
    UNKNOWN_UPLOAD(404),
    /** Nobody who was asked knows the title. */
    UNKNOWN_TITLE(404),
    /** There is no such playlist of theirs. */
    UNKNOWN_PLAYLIST(404),
    /** The catalogue has nothing of the title that can be played and shows to them. */
    NOTHING_TO_PLAY(404),
    /** Somebody else, or another role, has that name. */
    NAME_TAKEN(409),
    /** Somebody else has that e-mail address. */
    EMAIL_TAKEN(409),
    /** Another role has that weight. */
    WEIGHT_TAKEN(409),
    /** Somebody has the role still, or it is one of those that stay. */
    ROLE_IN_USE(409),
    /** Nobody would be left who may do everything. */
    LAST_SUPER_ADMIN(409),
    /** The torrent waits, is in the catalogue, or is blocked there. */
    ALREADY_UPLOADED(409),
    /** The upload is not in a state in which that can be done. */
    ALREADY_DECIDED(409),
    /** Too many uploads of one person wait. */
    TOO_MANY_WAITING(429),
    /** A client reports what cannot be. */
    IMPOSSIBLE_TRAFFIC(422),
    /** A client begins too many sessions. */
    TOO_MANY_SESSIONS(429),
    /** No more playlists, or titles in one, are kept. */
    PLAYLISTS_FULL(409),
    /** The stream has ended, or nobody was heard of for too long. */
    STREAM_ENDED(410),
    /** They watch as much at once as they may. */
    TOO_MANY_STREAMS(429),
    /** It went wrong too often, for this account or from this address. */
    TOO_MANY_ATTEMPTS(429),
    /** The database cannot be used. */
    DATABASE(500),
    /** Those who know titles cannot be asked. */
    TITLES_DOWN(502),
    /** The catalogue cannot be asked. */
    CATALOG_DOWN(502),
    /** What was to be played does not come. */
    SOURCE_DOWN(502),
    /** Nobody can be told of it. */
    EVENTS_DOWN(503),
    /** Too much is asked at once. */
    BUSY(503);

    private final int httpStatus;

    Reason(int httpStatus) {
      this.httpStatus = httpStatus;
    }

    /** The status of RFC 9110 or 6585 that says the same over HTTP. */
    public int httpStatus() {
      return httpStatus;
    }
  }
}
