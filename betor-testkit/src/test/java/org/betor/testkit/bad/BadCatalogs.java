package org.betor.testkit.bad;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.model.Block;
import org.betor.api.model.Identity;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Swarm;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.testkit.MemoryCatalog;

/** Catalogues that break one promise each. They open what is kept in a map. */
public final class BadCatalogs {
  private static final Viewer ROOT = new Viewer("root", Integer.MAX_VALUE - 1);

  private BadCatalogs() {}

  /** Takes what comes under an old key for settled. */
  public static final class LosesListingsOfOldKeys extends BadCatalog {
    private final Set<ReleaseKey> old = new HashSet<>();

    public LosesListingsOfOldKeys(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public void put(Collection<Change> changes) {
      for (Change change : changes) {
        if (change.section() instanceof Identity) {
          old.add(change.key());
        }
        if (!(change.section() instanceof Listing && old.contains(change.key()))) {
          super.put(List.of(change));
        }
      }
    }
  }

  /** Counts for everybody. */
  public static final class CountsWhatIsHidden extends BadCatalog {
    public CountsWhatIsHidden(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public Map<Facet, List<Facet.Count>> count(
        CatalogQuery query, Set<Facet> facets, int limit, Viewer viewer) {
      return super.count(query, facets, limit, ROOT);
    }
  }

  /** Suggests to everybody. */
  public static final class SuggestsWhatIsHidden extends BadCatalog {
    public SuggestsWhatIsHidden(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public List<String> suggest(String prefix, int limit, Viewer viewer) {
      return super.suggest(prefix, limit, ROOT);
    }
  }

  /** Takes the last count of peers for the newest. */
  public static final class LetsTheLastWriteWin extends BadCatalog {
    private final Set<Change> before = new HashSet<>();

    public LetsTheLastWriteWin(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public void put(Collection<Change> changes) {
      changes.forEach(change -> super.put(List.of(renewed(change))));
    }

    private Change renewed(Change change) {
      if (change.section() instanceof Swarm swarm) {
        before.add(change);
        Instant last = swarm.seen().plus(Duration.ofHours(before.size()));
        return new Change(change.key(), new Swarm(swarm.seeders(), swarm.leechers(), last));
      }
      return change;
    }
  }

  /** Begins each page with the end of the last. */
  public static final class RepeatsAtCursors extends BadCatalog {
    private List<Release> last = List.of();

    public RepeatsAtCursors(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public Hits search(CatalogQuery query, Viewer viewer) {
      Hits hits = super.search(query, viewer);
      List<Release> page = new ArrayList<>(hits.releases());
      if (query.after().isPresent()) {
        page.set(0, last.get(last.size() - 1));
      }
      last = hits.releases();
      Hits repeated = Hits.of(page, hits.total(), hits.exact());
      repeated = hits.corrected().map(repeated::corrected).orElse(repeated);
      return hits.next().map(repeated::next).orElse(repeated);
    }
  }

  /** Explains itself where nobody asked. */
  public static final class CorrectsWhatIsRight extends BadCatalog {
    public CorrectsWhatIsRight(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public Hits search(CatalogQuery query, Viewer viewer) {
      Hits hits = super.search(query, viewer);
      return query.words().isEmpty() ? hits : hits.corrected(query.words());
    }
  }

  /** Begins anew each time. */
  public static final class ForgetsWhenReopened extends BadCatalog {
    public ForgetsWhenReopened(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog());
    }
  }

  /** Removes sections, and not what leads to them. */
  public static final class KeepsAliases extends BadCatalog {
    private final List<Change> identities = new ArrayList<>();

    public KeepsAliases(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public void put(Collection<Change> changes) {
      super.put(changes);
      changes.stream()
          .filter(change -> change.section() instanceof Identity)
          .forEach(identities::add);
    }

    @Override
    public void remove(Collection<ReleaseKey> keys) {
      super.remove(keys);
      super.put(identities);
    }
  }

  /** Thinks that a block is forever. */
  public static final class NeverLiftsABlock extends BadCatalog {
    public NeverLiftsABlock(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public void put(Collection<Change> changes) {
      super.put(
          changes.stream()
              .filter(change -> !(change.section() instanceof Block block) || block.inForce())
              .toList());
    }
  }

  /** Gives the oldest first. */
  public static final class TurnsTheOrderRound extends BadCatalog {
    public TurnsTheOrderRound(Map<ReleaseKey, Release> kept) {
      super(new MemoryCatalog(kept));
    }

    @Override
    public Hits search(CatalogQuery query, Viewer viewer) {
      Hits hits = super.search(query, viewer);
      List<Release> page = new ArrayList<>(hits.releases());
      Collections.reverse(page);
      Hits turned = Hits.of(page, hits.total(), hits.exact());
      turned = hits.corrected().map(turned::corrected).orElse(turned);
      return hits.next().map(turned::next).orElse(turned);
    }
  }
}
