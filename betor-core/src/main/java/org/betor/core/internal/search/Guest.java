package org.betor.core.internal.search;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.core.Outcome;
import org.jspecify.annotations.Nullable;

/** A provider in the house: who it is, what became of it last, and whether it will not leave. */
public final class Guest {
  private final Provider provider;
  private final ProviderInfo info;
  private final Set<ProviderRun> overstaying = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Outcome last;

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

  void remember(Outcome outcome) {
    last = outcome;
  }

  void overstays(ProviderRun run) {
    overstaying.add(run);
  }

  void leaves(ProviderRun run) {
    overstaying.remove(run);
  }
}
