package org.betor.mods.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.model.Redacted;
import org.betor.api.spi.Page;
import org.betor.api.spi.Pause;

/**
 * One of the servers: asked politely, and again where that may help. Its answers are bounded. Safe
 * for use by several threads.
 */
public final class Server {
  private static final int TRIES = 4;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration REST_WITHOUT_A_WORD = Duration.ofMinutes(1);
  private static final int TOO_MANY = 429;
  private static final Set<Integer> PASSING = Set.of(TOO_MANY, 500, 502, 503, 504);
  private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

  private final String name;
  private final URI home;
  private final int mostBytes;
  private final TokenBucket pace;
  private final InstantSource clock;
  private final Pause pause;
  private final RandomGenerator random;

  /**
   * A server.
   *
   * @param name for people
   * @param home with a slash at its end
   * @param mostBytes how large an answer may be
   */
  public Server(
      String name,
      URI home,
      int mostBytes,
      TokenBucket pace,
      InstantSource clock,
      Pause pause,
      RandomGenerator random) {
    this.name = name;
    this.home = home;
    this.mostBytes = mostBytes;
    this.pace = pace;
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /** Makes something of an answer, or of the word that nothing is there. */
  @FunctionalInterface
  public interface Reading<T> {

    /**
     * Reads.
     *
     * @throws IOException if the answer is not what was asked for; another try may do
     */
    T read(Page page) throws IOException;
  }

  /** An address of this server. */
  public URI at(String pathAndQuery) {
    return home.resolve(pathAndQuery);
  }

  /**
   * What the server answers, as read.
   *
   * @throws ModException if there is no answer that can be read
   */
  public <T> T ask(Ask ask, Reading<T> reading) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      checkRest();
      pace.take();
      ModException failure;
      try {
        Page page = send(ask);
        if (page.ok() || (ask.mayBeMissing() && page.missing())) {
          return reading.read(page);
        }
        failure = failure(ask, page);
        if (!PASSING.contains(page.status())) {
          throw failure;
        }
      } catch (IOException e) {
        failure = unreachable(ask, e);
      }
      Duration wait = waitAfter(failure, tries);
      if (tries == TRIES || wait.compareTo(LONGEST_WAIT) > 0) {
        throw failure;
      }
      pause.pause(wait);
    }
  }

  private void checkRest() {
    Optional<Duration> rest = pace.rest().filter(time -> time.compareTo(LONGEST_WAIT) > 0);
    if (rest.isPresent()) {
      throw new ModException(
          Reason.LIMITED,
          "%s asked for patience; try again in %d s".formatted(name, rest.get().toSeconds()),
          rest,
          null);
    }
  }

  private Page send(Ask ask) throws IOException {
    try (Exchange exchange = Exchange.open(ask, Patience.PAGE)) {
      return Page.of(ask.address(), exchange.status(), exchange.headers(), all(exchange.body()));
    }
  }

  private byte[] all(InputStream body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int count = body.read(part); count >= 0; count = body.read(part)) {
      if (bytes.size() + count > mostBytes) {
        throw new IOException("it is larger than the bound of %d bytes".formatted(mostBytes));
      }
      bytes.write(part, 0, count);
    }
    return bytes.toByteArray();
  }

  private ModException failure(Ask ask, Page page) {
    Optional<Duration> asked = page.retryAfter(clock.instant());
    String answers = "%s answers with status %d".formatted(name, page.status());
    if (NOT_LET_IN.contains(page.status())) {
      return ask.hasKey()
          ? new ModException(Reason.UNAUTHORISED, answers + "; set a key that it knows")
          : limited(answers, asked.or(() -> Optional.of(REST_WITHOUT_A_WORD)));
    }
    if (page.status() == TOO_MANY) {
      return limited(answers, asked);
    }
    return new ModException(Reason.UNREACHABLE, answers + "; try later", asked, null);
  }

  private ModException limited(String answers, Optional<Duration> rest) {
    rest.ifPresent(pace::restFor);
    return new ModException(Reason.LIMITED, answers + "; ask less often", rest, null);
  }

  private ModException unreachable(Ask ask, IOException failure) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(failure);
    }
    String message =
        "no good answer from %s (%s): %s; try later"
            .formatted(name, Redacted.address(ask.address()).getHost(), reason(failure));
    return new ModException(Reason.UNREACHABLE, message, Optional.empty(), failure);
  }

  private static String reason(IOException failure) {
    return failure instanceof UnknownHostException
        ? "it has no address; is there a network?"
        : String.valueOf(failure.getMessage());
  }

  private Duration waitAfter(ModException failure, int tries) {
    long millis = FIRST_WAIT.toMillis() << (tries - 1);
    Duration own = Duration.ofMillis(millis + random.nextLong(millis / 10));
    return failure.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }
}
