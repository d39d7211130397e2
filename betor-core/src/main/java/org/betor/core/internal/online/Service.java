package org.betor.core.internal.online;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;

/** A service that answers in JSON: where it is, and what each request says besides the address. */
final class Service {
  /** What a header and a query can carry as it is. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4000}");

  /** Of all refusals, those that mean whoever asks, and not the question. */
  private static final Set<Integer> OF_US = Set.of(401, 403);

  private final URI home;
  private final Fetcher fetcher;
  private final Map<String, String> headers;

  private Service(URI home, Fetcher fetcher, Map<String, String> headers) {
    this.home = home;
    this.fetcher = fetcher;
    this.headers = headers;
  }

  Service(URI home, Fetcher fetcher) {
    this(home, fetcher, Map.of("Accept", "application/json"));
  }

  Service with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Service(home, fetcher, more);
  }

  /**
   * A secret that is fit to be sent.
   *
   * @throws SiteException if it holds what no key holds, such as a line break
   */
  String checked(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      throw SiteException.refused(home, "the key that is set holds characters that no key has");
    }
    return secret;
  }

  /**
   * What is at a path and query below the home.
   *
   * @throws SiteException if that cannot be read, also if it is not there
   */
  Fields get(String path) {
    PageRequest request = PageRequest.get(home.resolve(path)).maxAge(Duration.ZERO);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    return Json.read(checked(fetcher.fetch(request)));
  }

  /** What is at a path and query; empty if the service says that it is not there. */
  Optional<Fields> find(String path) {
    try {
      return Optional.of(get(path));
    } catch (SiteException e) {
      if (e.reason() == SiteException.Reason.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Text as a part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Page checked(Page page) {
    try {
      return page.orThrow();
    } catch (SiteException e) {
      throw e.reason() == SiteException.Reason.REFUSED && !OF_US.contains(page.status())
          ? SiteException.unreadable(page.address(), "status " + page.status(), e)
          : e;
    }
  }
}
