package org.betor.core.internal.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;

/** Reads where an answer sends on to. */
final class Redirects {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
  private static final Pattern NOT_OF_A_URI =
      Pattern.compile("[^A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]");
  private static final Pattern IPV6_HOST = Pattern.compile("(https?:)?//\\[[^/]*");

  /** What a plugin may have meant for the first site only, such as a cookie, stays there. */
  private static final Set<String> GO_ANYWHERE = Set.of("accept", "accept-language", "referer");

  private Redirects() {}

  /**
   * The request that follows from an answer; empty if it is none of the redirects between web
   * pages. One to a magnet link is the provider's to read.
   *
   * @throws SiteException if it leads to where we do not go
   */
  static Optional<PageRequest> next(PageRequest request, Page page) {
    if (!STATUSES.contains(page.status())) {
      return Optional.empty();
    }
    return page.header("Location")
        .map(String::strip)
        .filter(location -> !location.isEmpty() && !isMagnet(location))
        .map(location -> moved(request, target(page, location)));
  }

  /** The same request for another address, whose fragment stays with us. */
  static PageRequest moved(PageRequest request, URI target) {
    Map<String, String> headers = new HashMap<>(request.headers());
    if (!origin(target).equals(origin(request.address()))) {
      headers.keySet().removeIf(name -> !GO_ANYWHERE.contains(name.toLowerCase(Locale.ROOT)));
    }
    PageRequest moved = PageRequest.get(withoutFragment(target)).maxAge(request.maxAge());
    for (Map.Entry<String, String> header : headers.entrySet()) {
      moved = moved.header(header.getKey(), header.getValue());
    }
    return moved;
  }

  private static boolean isMagnet(String location) {
    return location.regionMatches(true, 0, "magnet:", 0, 7);
  }

  private static URI target(Page page, String location) {
    URI target;
    try {
      target = page.address().resolve(URI.create(encoded(location)));
    } catch (IllegalArgumentException e) {
      throw SiteException.unreadable(page.address(), "it redirects to what is no address", e);
    }
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw SiteException.disallowed(
          page.address(), "it redirects to an address of the kind \"%s\"".formatted(scheme));
    }
    return target;
  }

  /** Servers send spaces, brackets and bare UTF-8 here, which arrives as ISO 8859-1. */
  private static String encoded(String location) {
    Matcher ipv6 = IPV6_HOST.matcher(location);
    String start = ipv6.lookingAt() ? ipv6.group() : "";
    return start
        + NOT_OF_A_URI
            .matcher(location.substring(start.length()))
            .replaceAll(odd -> "%%%02X".formatted(odd.group().getBytes(ISO_8859_1)[0]));
  }

  private static URI withoutFragment(URI address) {
    return URI.create(address.toASCIIString().replaceFirst("#.*", ""));
  }

  private static String origin(URI address) {
    return (address.getScheme() + "://" + address.getHost() + ":" + address.getPort())
        .toLowerCase(Locale.ROOT);
  }
}
