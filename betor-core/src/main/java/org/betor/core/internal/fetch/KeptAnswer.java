package org.betor.core.internal.fetch;

import com.github.mizosoft.methanol.BodyDecoder;
import com.github.mizosoft.methanol.ResponseBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.betor.api.spi.Page;

/**
 * Gives an answer the headers by which the caches keep it. Index sites forbid caching altogether;
 * it is the request that says how old a copy may be.
 */
final class KeptAnswer {
  static final Duration LONGEST = Duration.ofDays(7);

  /** When the site was asked, by our clock: the caches know the system's clock only. */
  private static final String SINCE = "Betor-Kept-Since";

  /** Names an encoding that we cannot undo. */
  private static final String ENCODING = "Betor-Unknown-Encoding";

  private static final List<String> SITES_OWN_RULES =
      List.of("Age", "Cache-Control", "Date", "Expires", "Pragma", "Set-Cookie", "Vary", "Warning");

  /** Request headers that change the answer to the same address. */
  private static final String VARY =
      "Accept, Accept-Language, Authorization, Cookie, X-Requested-With";

  private static final int NOT_MODIFIED = 304;

  private KeptAnswer() {}

  /** The answer, to be kept if it is one of success. */
  static <T> HttpResponse<T> of(HttpResponse<T> answer, Instant now) {
    ResponseBuilder<T> kept = ResponseBuilder.from(answer);
    String encoding = String.join(", ", answer.headers().allValues("Content-Encoding"));
    boolean readable = encoding.isEmpty() || BodyDecoder.Factory.getFactory(encoding).isPresent();
    if (!readable) {
      kept.removeHeader("Content-Encoding").setHeader(ENCODING, encoding);
    }
    if (!readable || !isSuccess(answer)) {
      return kept.setHeader("Cache-Control", "no-store").build();
    }
    SITES_OWN_RULES.forEach(kept::removeHeader);
    return kept.setHeader("Cache-Control", "max-age=" + LONGEST.toSeconds())
        .setHeader("Vary", VARY)
        .setHeader(SINCE, now.toString())
        .build();
  }

  /** Whether a kept page is no older than that. */
  static boolean isYoung(Page page, Duration age, Instant now) {
    return page.header(SINCE)
        .map(since -> Duration.between(Instant.parse(since), now).compareTo(age) <= 0)
        .orElse(false);
  }

  /** The encoding that stands between us and the page's text. */
  static Optional<String> unknownEncoding(Page page) {
    return page.header(ENCODING).filter(encoding -> !encoding.equalsIgnoreCase("identity"));
  }

  /** The caches ask whether their copy has changed; that it has not is a success too. */
  private static boolean isSuccess(HttpResponse<?> answer) {
    return answer.statusCode() / 100 == 2 || answer.statusCode() == NOT_MODIFIED;
  }
}
