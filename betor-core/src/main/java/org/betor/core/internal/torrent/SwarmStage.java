package org.betor.core.internal.torrent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Store;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentException;
import org.betor.core.internal.enrich.Newest;
import org.betor.core.internal.enrich.Stage;

/**
 * Counts who shares the newest releases, by asking their trackers. If no tracker answers, nothing
 * is claimed: that nobody answers does not mean that nobody is there.
 */
public final class SwarmStage implements Stage {
  /** Peers come and go. Who did not answer is asked again no sooner than who did. */
  private static final Duration HOLDS_FOR = Duration.ofHours(6);

  private static final int MOST_AN_HOUR = 240;

  /** Trackers that answer at all do so within a few seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Newest newest;
  private final TorrentClient.Scraper scraper;
  private final Attempts attempts;
  private final InstantSource clock;

  /**
   * Does nothing before it is asked.
   *
   * @param store where attempts in vain are kept; asked for when needed
   */
  public SwarmStage(
      Catalog catalog, TorrentClient.Scraper scraper, Supplier<Store> store, InstantSource clock) {
    this.newest = new Newest(catalog);
    this.scraper = scraper;
    this.attempts = new Attempts(store, clock);
    this.clock = clock;
  }

  @Override
  public List<ReleaseKey> due(int limit) {
    Instant aged = clock.instant().minus(HOLDS_FOR);
    return newest.where(release -> isDue(release, aged)).stream().limit(limit).toList();
  }

  private boolean isDue(Release release, Instant aged) {
    return release.find(Swarm.class).filter(swarm -> swarm.seen().isAfter(aged)).isEmpty()
        && hasTrackers(release)
        && !attempts.wasInVain(release.key(), HOLDS_FOR);
  }

  private static boolean hasTrackers(Release release) {
    return PublicLink.of(release).filter(link -> !link.trackers().isEmpty()).isPresent();
  }

  @Override
  public Optional<Section> write(Release release) {
    attempts.begin();
    try {
      Optional<Swarm> counted =
          scraper.scrape(PublicLink.of(release).orElseThrow(), PATIENCE).swarm(clock.instant());
      if (counted.isEmpty()) {
        attempts.inVain(release.key());
      }
      return counted.map(swarm -> swarm);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TorrentException closed) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isNews(Section section, Release before) {
    Swarm now = (Swarm) section;
    return before
        .find(Swarm.class)
        .filter(then -> then.seeders() == now.seeders() && then.leechers() == now.leechers())
        .isEmpty();
  }

  @Override
  public Optional<Section> nothing() {
    return Optional.empty();
  }

  @Override
  public int batch() {
    return 10;
  }

  @Override
  public int allowance() {
    return MOST_AN_HOUR - attempts.inTheLastHour();
  }
}
