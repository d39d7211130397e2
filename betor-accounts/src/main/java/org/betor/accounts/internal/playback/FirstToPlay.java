package org.betor.accounts.internal.playback;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.betor.accounts.AccountsException;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.Fit;
import org.betor.accounts.StreamSource;
import org.betor.api.model.Episodes;
import org.betor.api.model.Release;

/** Opens the best release that plays. Safe for use by several threads. */
public final class FirstToPlay {
  /** After how many times the patience of one try nothing else is tried: somebody waits. */
  private static final int PATIENCE_IN_ALL = 3;

  private final StreamSource source;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * Opens by a source.
   *
   * @param patience how long each thing that has to be waited for may take
   */
  public FirstToPlay(StreamSource source, Duration patience, InstantSource clock) {
    this.source = source;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Tries one after the other.
   *
   * @param ranked the best first; at least one
   * @param episode the one that is asked for; {@link Episodes#NONE} if none is
   * @throws AccountsException with {@link Reason#SOURCE_DOWN} if none plays; that is about the
   *     best, those of the others are suppressed
   */
  public Playing of(List<Fit> ranked, Episodes episode) throws InterruptedException {
    Instant last = clock.instant().plus(patience.multipliedBy(PATIENCE_IN_ALL));
    List<AccountsException> failures = new ArrayList<>();
    for (Fit fit : ranked) {
      if (!failures.isEmpty() && !clock.instant().isBefore(last)) {
        break;
      }
      try {
        return new Playing(fit, open(fit.release(), episode));
      } catch (AccountsException failure) {
        failures.add(failure);
      }
    }
    AccountsException best = failures.get(0);
    failures.stream().skip(1).forEach(best::addSuppressed);
    throw best;
  }

  private StreamSource.Opened open(Release release, Episodes episode) throws InterruptedException {
    try {
      return source.start(release, episode, patience);
    } catch (IOException | TimeoutException | RuntimeException failure) {
      if (Thread.interrupted()) { // while it read
        throw new InterruptedException("interrupted before %s began".formatted(release));
      }
      throw new AccountsException(
          Reason.SOURCE_DOWN,
          "%s does not play: %s".formatted(release, failure.getMessage()),
          failure);
    }
  }

  /** A release that plays. */
  public record Playing(Fit fit, StreamSource.Opened opened) {}
}
