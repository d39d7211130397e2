package org.betor.core.internal.fetch;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Redacted;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.VisitEnded;

/** Fetches for one site: follows its redirects, and ends with the visit. */
final class PoliteFetcher implements Fetcher {
  private static final int MOST_REDIRECTS = 8;

  private final AddressGuard guard;
  private final Exchange exchange;
  private final Retries retries;

  PoliteFetcher(AddressGuard guard, Exchange exchange, Retries retries) {
    this.guard = guard;
    this.exchange = exchange;
    this.retries = retries;
  }

  @Override
  public Page fetch(PageRequest request) {
    try {
      return follow(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VisitEnded(
          "the visit ended while it fetched " + Redacted.address(request.address()));
    }
  }

  private Page follow(PageRequest first) throws InterruptedException {
    Set<URI> seen = new HashSet<>();
    PageRequest request = Redirects.moved(first, first.address());
    while (seen.add(request.address())) {
      Page page = answer(request);
      Optional<PageRequest> next = Redirects.next(request, page);
      if (next.isEmpty()) {
        return page;
      }
      if (seen.size() > MOST_REDIRECTS) {
        throw unreadable(first, "it redirects more than " + MOST_REDIRECTS + " times");
      }
      request = next.get();
    }
    throw unreadable(first, "its redirects lead back to " + Redacted.address(request.address()));
  }

  private Page answer(PageRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return retries.run(request.address(), () -> exchange.ask(request, guard));
  }

  private static SiteException unreadable(PageRequest first, String why) {
    return SiteException.unreadable(first.address(), why, null);
  }
}
