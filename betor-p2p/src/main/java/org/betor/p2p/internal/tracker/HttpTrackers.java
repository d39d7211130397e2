package org.betor.p2p.internal.tracker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.http.HttpAnswer;
import org.betor.p2p.internal.http.HttpGet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks trackers over HTTP and HTTPS. */
final class HttpTrackers {
  private static final Logger LOG = LoggerFactory.getLogger(HttpTrackers.class);
  private static final String FAILURE = "failure reason";
  private static final String NEVER = "never";

  /** What stands for never: a client seldom runs longer. */
  private static final Duration A_MONTH = Duration.ofDays(30);

  private final Blocking blocking;
  private final Trackers.Surroundings surroundings;

  HttpTrackers(Blocking blocking, Trackers.Surroundings surroundings) {
    this.blocking = blocking;
    this.surroundings = surroundings;
  }

  <A> void ask(Inquiry<A> inquiry, Duration patience) {
    HttpGet get =
        new HttpGet(surroundings.names(), surroundings.tls(), TrackerHosts.localHosts(), patience);
    inquiry.atEnd(() -> cut(get));
    blocking.run(
        inquiry,
        () -> outcome(inquiry, get.get(inquiry.question().address(inquiry.tracker()))),
        Runnable::run);
  }

  /** What is to be done on the loop; reading a large answer would hold it up. */
  private static <A> Runnable outcome(Inquiry<A> inquiry, HttpAnswer answer)
      throws MalformedException {
    Dictionary dictionary = read(answer);
    Optional<String> failure = dictionary.text(FAILURE);
    if (failure.isPresent()) {
      return () -> inquiry.fail(failure.get(), retryIn(dictionary));
    }
    if (!answer.isOk()) {
      String message = "it answered with status " + answer.status();
      return () -> inquiry.fail(message, retryAfter(answer));
    }
    A result = inquiry.question().read(dictionary);
    return () -> inquiry.answer(result);
  }

  /** Bytes behind the dictionary, such as the end of a line, are ignored. */
  private static Dictionary read(HttpAnswer answer) throws MalformedException {
    try {
      return Dictionary.read(ByteBuffer.wrap(answer.body()));
    } catch (MalformedException e) {
      if (answer.isOk()) {
        throw e;
      }
      return new Dictionary(Map.of());
    }
  }

  /**
   * In minutes, or never.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0031.html">BEP 31, failure retry</a>
   */
  private static Optional<Duration> retryIn(Dictionary failure) {
    String text = failure.text("retry in").orElse("");
    if (text.equals(NEVER)) {
      return Optional.of(A_MONTH);
    }
    long minutes =
        failure.number("retry in").orElse(text.matches("\\d{1,6}") ? Long.parseLong(text) : 0);
    return minutes <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes(Math.min(minutes, A_MONTH.toMinutes())));
  }

  private static Optional<Duration> retryAfter(HttpAnswer answer) {
    return answer
        .header("retry-after")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  private static void cut(HttpGet get) {
    try {
      get.close();
    } catch (IOException e) {
      LOG.debug("A connection to a tracker was not closed", e);
    }
  }
}
