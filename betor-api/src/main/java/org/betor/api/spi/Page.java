package org.betor.api.spi;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.betor.api.model.Redacted;

/** What a server answered. Immutable. */
public final class Page {
  private static final Pattern CHALLENGE_TITLE =
      Pattern.compile("<title>\\s*just a moment\\.\\.\\.\\s*</title>");
  private static final int HEAD_CHARS = 4_096;

  private final URI address;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Charset charset;
  private final String text;

  private Page(URI address, int status, Map<String, List<String>> headers, byte[] body) {
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.body = body;
    CharsetGuess guess = CharsetGuess.of(body, header("Content-Type"));
    this.charset = guess.charset();
    this.text = guess.text();
  }

  /**
   * An answer.
   *
   * @param address where it came from, after redirects
   * @param status the HTTP status
   * @param headers the HTTP headers
   * @param body the decompressed body, which nobody may change afterwards
   */
  public static Page of(URI address, int status, Map<String, List<String>> headers, byte[] body) {
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return new Page(address, status, anyCase, body);
  }

  /** A page of HTML that came with status 200. */
  public static Page html(URI address, String html) {
    return of(
        address,
        200,
        Map.of("Content-Type", List.of("text/html; charset=utf-8")),
        html.getBytes(StandardCharsets.UTF_8));
  }

  /** Where it came from, after redirects. */
  public URI address() {
    return address;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whether the status is one of success. */
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** Whether the server says that there is no such page. */
  public boolean missing() {
    return status == 404 || status == 410;
  }

  /**
   * This page if it came with success and asks for no proof of a human being.
   *
   * @throws SiteException otherwise, with the reason that the status gives
   */
  public Page orThrow() {
    if (isChallenge()) {
      throw SiteException.challenge(address);
    }
    if (ok()) {
      return this;
    }
    if (missing()) {
      throw SiteException.missing(address, status);
    }
    throw status == 429 || status >= 500
        ? SiteException.unavailable(address, status, RetryAfter.of(this))
        : SiteException.refused(address, "status " + status);
  }

  /**
   * How long the server asks us to wait; empty if it does not say, or in a way that cannot be
   * understood. A moment in the past is no wait.
   *
   * @param now the time, from which a wait until a moment is counted
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110,
   *     Retry-After</a>
   */
  public Optional<Duration> retryAfter(Instant now) {
    return RetryAfter.of(this, now);
  }

  /** The first header of that name, in either case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body. Nobody may change it. */
  public byte[] bytes() {
    return body;
  }

  /** The encoding of the text: what the bytes themselves prove, else what the page declares. */
  public Charset charset() {
    return charset;
  }

  /** The body as text, without a byte order mark. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "%s (status %d, %d bytes)".formatted(Redacted.address(address), status, body.length);
  }

  /** Cloudflare's signs, as of 2026; some challenges come with status 200. */
  private boolean isChallenge() {
    if (header("cf-mitigated").filter("challenge"::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String head =
        new String(body, 0, Math.min(body.length, HEAD_CHARS), StandardCharsets.ISO_8859_1);
    String lower = head.toLowerCase(Locale.ROOT);
    return lower.contains("cf-chl-bypass")
        || (lower.contains("just a moment...") && CHALLENGE_TITLE.matcher(lower).find());
  }
}
