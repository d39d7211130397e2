package org.betor.core.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.SiteException;
import org.betor.core.Outcome;
import org.jspecify.annotations.Nullable;

/** A provider in the house: who it is, what became of it last, and whether it will not leave. */
public final class Guest {
  /** However long a site asks us to wait. */
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final Provider provider;
  private final ProviderInfo info;
  private final Set<ProviderRun> overstaying = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Outcome last;
  private volatile Instant restsUntil = Instant.MIN;

  /** A provider that has not been asked yet. */
  public Guest(Provider provider) {
    this.provider = provider;
    this.info = provider.info();
  }

  /** Who it is. */
  public ProviderInfo info() {
    return info;
  }

  /** What became of it the last time. */
  public Optional<Outcome> last() {
    return Optional.ofNullable(last);
  }

  /** Whether it was cut off and still runs. */
  public boolean isStuck() {
    return !overstaying.isEmpty();
  }

  Provider provider() {
    return provider;
  }

  /** Why it is not to be asked at that time; empty if it may be. */
  Optional<String> whyNotNow(Instant now) {
    if (isStuck()) {
      return Optional.of("it still runs from an earlier search");
    }
    return now.isBefore(restsUntil)
        ? Optional.of("its site asked for patience until " + restsUntil)
        : Optional.empty();
  }

  void remember(Outcome outcome, Instant now) {
    last = outcome;
    if (outcome instanceof Outcome.Failed failed && failed.cause() instanceof SiteException site) {
      rest(site, now);
    }
  }

  /** Takes note of how long the site asks us to wait, if it does. */
  void rest(SiteException busy, Instant now) {
    busy.retryAfter().ifPresent(wait -> restsUntil = now.plus(shorter(wait, LONGEST_REST)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  void overstays(ProviderRun run) {
    overstaying.add(run);
  }

  void leaves(ProviderRun run) {
    overstaying.remove(run);
  }
}
