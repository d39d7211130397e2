package org.betor.core.internal.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.betor.api.spi.Page;
import org.betor.api.spi.Pause;
import org.betor.api.spi.SiteException;

/**
 * Tries again what may go better the next time: a broken connection, a busy or failing server. An
 * answer that did not come in time is not tried again; whoever asked has waited long enough.
 */
final class Retries {
  private static final int TRIES = 3;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator random;

  Retries(InstantSource clock, Pause pause, RandomGenerator random) {
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /** One try. */
  @FunctionalInterface
  interface Try {
    Page run() throws IOException, InterruptedException;
  }

  /**
   * The first good answer, or the last one whatever it is.
   *
   * @throws SiteException if the last try got no answer
   */
  Page run(URI address, Try once) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      Optional<Duration> wait;
      try {
        Page page = once.run();
        wait = waitAfter(page, tries);
        if (wait.isEmpty()) {
          return page;
        }
      } catch (IOException e) {
        wait = waitAfter(e, tries);
        if (wait.isEmpty()) {
          throw SiteException.unreachable(address, e);
        }
      }
      pause.pause(wait.get());
    }
  }

  private Optional<Duration> waitAfter(Page page, int tries) {
    if (tries == TRIES || !PASSING.contains(page.status()) || Challenge.isIn(page)) {
      return Optional.empty();
    }
    Duration own = backOff(tries);
    Duration asked = page.retryAfter(clock.instant()).orElse(own);
    Duration wait = asked.compareTo(own) > 0 ? asked : own;
    return Optional.of(wait).filter(time -> time.compareTo(LONGEST_WAIT) <= 0);
  }

  /** An interrupt may come to us as a broken connection. */
  private Optional<Duration> waitAfter(IOException failure, int tries) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return tries == TRIES || failure instanceof HttpTimeoutException
        ? Optional.empty()
        : Optional.of(backOff(tries));
  }

  /** 1 s, 2 s and so on, and up to a tenth more, lest all come back at the same moment. */
  private Duration backOff(int tries) {
    long millis = FIRST_WAIT.toMillis() << (tries - 1);
    return Duration.ofMillis(millis + random.nextLong(millis / 10));
  }
}
