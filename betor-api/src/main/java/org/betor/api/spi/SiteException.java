package org.betor.api.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.betor.api.model.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * A site, or one of its pages, could not be read. The message says which, why, and what to do; the
 * secrets of addresses are hidden in it.
 */
public final class SiteException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final URI page;
  private final transient @Nullable Duration retryAfter;

  private SiteException(Reason reason, URI page, String message, @Nullable Throwable cause) {
    this(reason, page, message, cause, null);
  }

  private SiteException(
      Reason reason,
      URI page,
      String message,
      @Nullable Throwable cause,
      @Nullable Duration retryAfter) {
    super(Redacted.text(message), cause);
    this.reason = reason;
    this.page = Redacted.address(page);
    this.retryAfter = retryAfter;
  }

  /** Nobody answered: no such host, no connection, no answer in time. Trying later may help. */
  public static SiteException unreachable(URI page, @Nullable Throwable cause) {
    String why = cause == null ? "" : ": " + cause;
    return new SiteException(
        Reason.UNREACHABLE, page, "no answer from %s%s; try later".formatted(page, why), cause);
  }

  /** The server failed or asked for patience, again and again. Trying later may help. */
  public static SiteException unavailable(URI page, int status, Optional<Duration> retryAfter) {
    return new SiteException(
        Reason.UNAVAILABLE,
        page,
        "%s answers with status %d; try %s".formatted(page, status, when(retryAfter)),
        null,
        retryAfter.orElse(null));
  }

  /** The server says itself why it will not answer now. Trying later may help. */
  public static SiteException unavailable(URI page, String why) {
    return unavailable(page, why, Optional.empty());
  }

  /** The server says itself why it will not answer now, and perhaps until when. */
  public static SiteException unavailable(URI page, String why, Optional<Duration> retryAfter) {
    return new SiteException(
        Reason.UNAVAILABLE,
        page,
        "%s says \"%s\"; try %s".formatted(page, why, when(retryAfter)),
        null,
        retryAfter.orElse(null));
  }

  /** A page came that asks for proof of a human being. */
  public static SiteException challenge(URI page) {
    return new SiteException(
        Reason.CHALLENGE,
        page,
        "%s asks for proof of a human being; open it in a browser or try another mirror"
            .formatted(page),
        null);
  }

  /** The server will not give this page. Trying again will not help. */
  public static SiteException refused(URI page, String why) {
    return new SiteException(Reason.REFUSED, page, "%s is refused: %s".formatted(page, why), null);
  }

  /** The page is not there. */
  public static SiteException missing(URI page, int status) {
    return new SiteException(
        Reason.MISSING, page, "%s does not exist (status %d)".formatted(page, status), null);
  }

  /** We will not ask for this page. */
  public static SiteException disallowed(URI page, String why) {
    return new SiteException(
        Reason.DISALLOWED, page, "%s is not fetched: %s".formatted(page, why), null);
  }

  /** A page came that is too large, or cannot be decoded. */
  public static SiteException unreadable(URI page, String why, @Nullable Throwable cause) {
    return new SiteException(
        Reason.UNREADABLE, page, "%s cannot be read: %s".formatted(page, why), cause);
  }

  /** A page came, but not in the shape this provider knows. Trying again will not help. */
  public static SiteException layoutChanged(URI page, String selector) {
    return new SiteException(
        Reason.LAYOUT_CHANGED,
        page,
        "nothing matches \"%s\" on %s: the site changed; record its page and mend the selector"
            .formatted(selector, page),
        null);
  }

  /** The reason. */
  public Reason reason() {
    return reason;
  }

  /** The page's address, without the secrets that it carries. */
  public URI page() {
    return page;
  }

  /** How long the server asks us to wait, if it does. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  private static String when(Optional<Duration> retryAfter) {
    return retryAfter.map(wait -> "again in " + wait.toSeconds() + " s").orElse("later");
  }

  /** Why a site could not be read. */
  public enum Reason {
    /** Nobody answered. */
    UNREACHABLE,
    /** The server failed or asked for patience. */
    UNAVAILABLE,
    /** A page came that asks for proof of a human being. */
    CHALLENGE,
    /** The server will not give this page. */
    REFUSED,
    /** The page is not there. */
    MISSING,
    /** We will not ask for this page. */
    DISALLOWED,
    /** The page is too large, or cannot be decoded. */
    UNREADABLE,
    /** The page is not in the shape that the provider knows. */
    LAYOUT_CHANGED
  }
}
