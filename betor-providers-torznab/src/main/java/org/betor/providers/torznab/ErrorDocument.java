package org.betor.providers.torznab;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.jsoup.nodes.Element;

/** An endpoint's own words for why it will not answer, which come with any HTTP status. */
record ErrorDocument(Page page, Element error, Endpoint endpoint) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int DESCRIPTION_CHARS = 300;

  /** Newznab's limits of requests and downloads, and what Prowlarr says for its own. */
  private static final Set<String> LIMITS = Set.of("429", "500", "501");

  SiteException exception(Instant now) {
    String why = why();
    Optional<Duration> retryAfter = page.retryAfter(now);
    if (asksForPatience()) {
      return SiteException.unavailable(page.address(), why, retryAfter);
    }
    return concernsKey()
        ? SiteException.refused(
            page.address(), why + "; check the setting " + endpoint.setting("key"))
        : SiteException.refused(page.address(), why);
  }

  private boolean asksForPatience() {
    return page.status() == TOO_MANY_REQUESTS
        || page.status() >= 500
        || LIMITS.contains(code())
        || description().toLowerCase(Locale.ROOT).contains("request limit reached");
  }

  /** 100 to 199 are about the account; without a key, so may a missing parameter be. */
  private boolean concernsKey() {
    return code().matches("1\\d\\d") || (endpoint.key().isEmpty() && code().equals("200"));
  }

  private String why() {
    String text = endpoint.withoutKey(description());
    return "error %s, %s"
        .formatted(code(), text.substring(0, Math.min(text.length(), DESCRIPTION_CHARS)));
  }

  private String code() {
    return Xml.value(error, "code");
  }

  /** On one line. */
  private String description() {
    return Xml.value(error, "description").replaceAll("\\s+", " ");
  }
}
