package org.betor.core.internal.fetch;

import com.github.mizosoft.methanol.MutableRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.betor.api.model.Redacted;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets one answer: the kept copy if it is young enough, else the site's. */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final String ASK_THE_SITE = "no-cache";

  /** A kept answer has the address and the headers of its request beside it. */
  private static final String KEEP_NOTHING = "no-store";

  private static final Pattern SECRET_HEADER = Pattern.compile("(?i)auth|key|token|secret|cookie");

  /** Headers that are ours to set. Those of caching are among them: no plugin sees a bare 304. */
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding", "cache-control", "if-modified-since", "if-none-match", "user-agent");

  private final Supplier<PageClient> client;
  private final Paces paces;
  private final Limits limits;
  private final InstantSource clock;

  /** The client is asked for at each fetch, and so made at the first one. */
  Exchange(Supplier<PageClient> client, Paces paces, Limits limits, InstantSource clock) {
    this.client = client;
    this.paces = paces;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * The answer, be it a redirect or an error.
   *
   * @throws IOException if there was none, or only a part of it
   * @throws SiteException if there is one that trying again would not mend
   */
  Page ask(PageRequest request, AddressGuard guard) throws IOException, InterruptedException {
    Optional<Page> page = keptOrNew(request, turn(request, guard));
    return page.isPresent() ? page.get() : fromSite(request, turn(request, guard));
  }

  private Turn turn(PageRequest request, AddressGuard guard) {
    HostPace pace = paces.of(request.address(), guard.check(request.address()));
    return new Turn(request.address(), pace, guard, clock);
  }

  /** Empty if the kept copy is too old by our clock, or damaged, or none is wanted. */
  private Optional<Page> keptOrNew(PageRequest request, Turn unbegun)
      throws IOException, InterruptedException {
    Duration age = shorter(request.maxAge(), KeptAnswer.LONGEST);
    if (age.toSeconds() == 0) {
      return Optional.empty();
    }
    try (Turn turn = unbegun) {
      Page page = send(request, "max-age=" + age.toSeconds(), turn);
      boolean wanted = turn.hasBegun() || KeptAnswer.isYoung(page, age, clock.instant());
      return wanted ? Optional.of(page) : Optional.empty();
    } catch (IOException | SiteException e) {
      if (unbegun.hasBegun()) {
        throw e;
      }
      LOG.debug(
          "the kept copy of {} is damaged: {}", Redacted.address(request.address()), e.getClass());
      return Optional.empty();
    }
  }

  private Page fromSite(PageRequest request, Turn unbegun)
      throws IOException, InterruptedException {
    boolean secretOnce = isSecretOnce(request);
    try (Turn turn = unbegun) {
      Page page = send(request, secretOnce ? KEEP_NOTHING : ASK_THE_SITE, turn);
      if (secretOnce) {
        client.get().forget(request.address()); // what was kept before is not the answer any more
      }
      return page;
    }
  }

  /** Whether a key is sent for an answer that nobody wants kept. */
  private static boolean isSecretOnce(PageRequest request) {
    boolean inTheAddress = !Redacted.address(request.address()).equals(request.address());
    return request.maxAge().isZero()
        && (inTheAddress || request.headers().keySet().stream().anyMatch(Exchange::isForASecret));
  }

  private static boolean isForASecret(String header) {
    return SECRET_HEADER.matcher(header).find();
  }

  private Page send(PageRequest request, String cacheControl, Turn turn)
      throws IOException, InterruptedException {
    var body = new BoundedBody(limits.bodyBytes(), () -> tooLarge(request));
    try {
      HttpResponse<byte[]> answer =
          client
              .get()
              .send(
                  http(request, cacheControl).tag(Turn.class, turn),
                  info -> body.within(turn.left(limits.answer())));
      return page(request, answer);
    } catch (IOException e) {
      if (body.hasBegun()) {
        client.get().forget(request.address());
      }
      throw Failures.told(request.address(), e);
    } finally {
      body.stop();
    }
  }

  private Page page(PageRequest request, HttpResponse<byte[]> answer) {
    Page page =
        Page.of(request.address(), answer.statusCode(), answer.headers().map(), answer.body());
    LOG.debug("{} answers with status {}", Redacted.address(page.address()), page.status());
    KeptAnswer.unknownEncoding(page)
        .ifPresent(
            encoding -> {
              throw SiteException.unreadable(
                  page.address(), "its encoding \"" + encoding + "\" is none we asked for", null);
            });
    if (page.ok() && Challenge.isIn(page)) {
      client.get().forget(page.address());
    }
    return page;
  }

  private static MutableRequest http(PageRequest request, String cacheControl) {
    MutableRequest http = MutableRequest.GET(request.address());
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                http.setHeader(name, value);
              }
            });
    return http.setHeader("Cache-Control", cacheControl);
  }

  private SiteException tooLarge(PageRequest request) {
    return SiteException.unreadable(
        request.address(),
        "it is larger than the bound of %d bytes".formatted(limits.bodyBytes()),
        null);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
