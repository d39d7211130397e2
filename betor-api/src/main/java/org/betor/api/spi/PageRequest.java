package org.betor.api.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.betor.api.model.Redacted;
import org.jspecify.annotations.Nullable;

/** A request for one page. Immutable. */
public final class PageRequest {
  /** How old a kept copy may be unless the request says otherwise. */
  public static final Duration USUAL_AGE = Duration.ofMinutes(30);

  private final URI address;
  private final Map<String, String> headers;
  private final Duration maxAge;

  private PageRequest(URI address, Map<String, String> headers, Duration maxAge) {
    this.address = address;
    this.headers = headers;
    this.maxAge = maxAge;
  }

  /**
   * Asks for a page.
   *
   * @throws IllegalArgumentException if the address is not http or https
   */
  public static PageRequest get(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
      throw new IllegalArgumentException(
          "a page has an http or https address, got " + Redacted.address(address));
    }
    return new PageRequest(address, Map.of(), USUAL_AGE);
  }

  /** This request, as if the link stood on that page. */
  public PageRequest referer(URI page) {
    return header("Referer", page.toString());
  }

  /** This request with one more header, in place of an earlier one of the same name. */
  public PageRequest header(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new PageRequest(address, Collections.unmodifiableMap(more), maxAge);
  }

  /** This request, with a kept copy as the answer if it is not older; zero always asks the site. */
  public PageRequest maxAge(Duration maxAge) {
    if (maxAge.isNegative()) {
      throw new IllegalArgumentException("an age is not negative, got " + maxAge);
    }
    return new PageRequest(address, headers, maxAge);
  }

  /** The page's address. */
  public URI address() {
    return address;
  }

  /** Headers to send, besides the host's own. */
  public Map<String, String> headers() {
    return headers;
  }

  /** How old a kept copy may be. */
  public Duration maxAge() {
    return maxAge;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageRequest request
        && address.equals(request.address)
        && headers.equals(request.headers)
        && maxAge.equals(request.maxAge);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  @Override
  public String toString() {
    return "GET " + Redacted.address(address);
  }
}
