package org.betor.testkit.bad;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.api.model.Post;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.Problem;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;
import org.betor.api.spi.VisitEnded;
import org.betor.testkit.ForwardingVisit;

/** Providers that break one promise each. */
public final class BadProviders {
  private BadProviders() {}

  /** Has another name each time. */
  public static final class ChangesItsName extends BadProvider {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    public ProviderInfo info() {
      return ProviderInfo.of("cinemateca", "Cinemateca " + CALLS.incrementAndGet())
          .home("https://cinemateca.example/")
          .build();
    }
  }

  /** Stands in no file. */
  public static final class IsNotRegistered extends BadProvider {}

  /** Reads everything and keeps it to itself. */
  public static final class FindsNothing extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      super.search(
          query,
          new ForwardingVisit(visit) {
            @Override
            public void found(Post post) {
              now();
            }
          });
    }
  }

  /** Hands over each post once in its life. */
  public static final class RemembersEarlierSearches extends BadProvider {
    private final Set<URI> seen = ConcurrentHashMap.newKeySet();

    @Override
    public void search(Query query, Visit visit) {
      super.search(
          query,
          new ForwardingVisit(visit) {
            @Override
            public boolean wants(URI post) {
              return super.wants(post) && seen.add(post);
            }
          });
    }
  }

  /** Takes the end of the visit for one more problem. */
  public static final class GoesOnAfterTheEnd extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      try {
        super.search(query, visit);
      } catch (VisitEnded end) {
        visit.note(new Problem(URI.create("https://cinemateca.example/"), "strange"));
      }
    }
  }

  /** Hides from its host that it was interrupted. */
  public static final class SwallowsTheInterrupt extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      try {
        super.search(query, visit);
      } finally {
        Thread.interrupted();
      }
    }
  }

  /** Looks at a clock of its own. */
  public static final class ReadsTheClock extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      if (Instant.now().isAfter(Instant.EPOCH)) {
        super.search(query, visit);
      }
    }
  }

  /** Trusts that every page has a first letter. */
  public static final class TrustsPages extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      super.search(
          query,
          new ForwardingVisit(visit) {
            @Override
            public Page fetch(PageRequest request) {
              Page page = super.fetch(request);
              char first = page.text().charAt(0);
              return first == 0 ? page : page.orThrow();
            }
          });
    }
  }

  /** Takes a page without posts for a site without posts. */
  public static final class TakesBlankPagesForEmpty extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      Page page = visit.fetch(PageRequest.get(visit.home().resolve("?s=" + query.text())));
      if (page.ok() && page.text().contains("<body></body>")) {
        visit.provedEmpty(page);
      } else {
        super.search(query, visit);
      }
    }
  }

  /** Has nothing to say about a site that it does not know any more. */
  public static final class IgnoresAChangedLayout extends BadProvider {
    @Override
    public void search(Query query, Visit visit) {
      try {
        super.search(query, visit);
      } catch (SiteException e) {
        visit.note(Problem.of(e));
      }
    }
  }
}
