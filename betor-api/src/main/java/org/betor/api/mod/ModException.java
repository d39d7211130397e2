package org.betor.api.mod;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source, or a mod of it, is not to be had. The message says which, why, and what to do. */
public final class ModException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final transient @Nullable Duration retryAfter;

  /** For this reason; {@code message} is for people. */
  public ModException(Reason reason, String message) {
    this(reason, message, Optional.empty(), null);
  }

  /** With the wait that the source asks for, and what lies behind. */
  public ModException(
      Reason reason, String message, Optional<Duration> retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.retryAfter = retryAfter.orElse(null);
  }

  /** What kind of trouble it is. */
  public Reason reason() {
    return reason;
  }

  /** How long the source asks us to wait, if it does. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What may be the matter. */
  public enum Reason {
    /** The source does not answer, or not sensibly. */
    UNREACHABLE(true),
    /** The source asks for patience. */
    LIMITED(true),
    /** The source says that it failed, without a reason. */
    FAILED(true),
    /** It took too long; what came is kept, so that another try may complete it. */
    TIMED_OUT(true),
    /** What came is not what was announced. */
    DAMAGED(true),
    /** There is no such mod, or not any more. */
    ABSENT(false),
    /** The mod is kept from us. */
    DENIED(false),
    /** The source gives it only to an account that owns the game. */
    NEEDS_ACCOUNT(false),
    /** The key or the account is refused. */
    UNAUTHORISED(false),
    /** What came must not be kept, such as a name that leads out of its folder. */
    UNSAFE(false),
    /** A program that fetching needs is not set up on this machine, or does not run. */
    NOT_INSTALLED(false),
    /** A file or folder cannot be read or written, or the disk is full. */
    FILES(false);

    private final boolean passing;

    Reason(boolean passing) {
      this.passing = passing;
    }

    /** Whether another try may do. */
    public boolean isPassing() {
      return passing;
    }
  }
}
