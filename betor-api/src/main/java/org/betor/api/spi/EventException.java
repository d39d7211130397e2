package org.betor.api.spi;

import java.io.Serial;
import org.betor.api.Experimental;

/** An event was not taken, or a group could not be looked after. */
@Experimental
public final class EventException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Reason reason;

  /** With a message that says what to do. */
  public EventException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** With a message that says what to do, and what caused it. */
  public EventException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Why an event was not taken. */
  public enum Reason {
    /** Somebody is so far behind that there is no room for more. */
    FULL,
    /** What carries the events does not answer. */
    UNREACHABLE
  }
}
