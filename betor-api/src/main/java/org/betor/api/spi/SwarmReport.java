package org.betor.api.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.betor.api.Experimental;
import org.betor.api.model.Swarm;

/**
 * What trackers said of a torrent's peers.
 *
 * @param answers one for each tracker that was asked, in the order of the link
 */
@Experimental
public record SwarmReport(List<Answer> answers) {

  /** Copies. */
  public SwarmReport {
    answers = List.copyOf(answers);
  }

  /**
   * The largest numbers that any tracker gave: each sees a part of the same swarm. Empty if none
   * answered, which does not mean that nobody is there.
   */
  public Optional<Swarm> swarm(Instant seen) {
    List<Counted> counted =
        answers.stream().filter(Counted.class::isInstance).map(Counted.class::cast).toList();
    return counted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Swarm(
                counted.stream().mapToInt(Counted::seeders).max().getAsInt(),
                counted.stream().mapToInt(Counted::leechers).max().getAsInt(),
                seen));
  }

  /** What one tracker said. */
  public sealed interface Answer {

    /** The tracker. */
    URI tracker();
  }

  /**
   * It counted.
   *
   * @param tracker who says so
   * @param seeders peers that have all of it, from 0
   * @param leechers peers that have not, from 0
   * @param downloads how often it was downloaded, from 0
   */
  public record Counted(URI tracker, int seeders, int leechers, int downloads) implements Answer {}

  /**
   * It does not know the torrent.
   *
   * @param tracker who says so
   */
  public record Unknown(URI tracker) implements Answer {}

  /**
   * It gave no answer that could be read.
   *
   * @param tracker who was asked
   * @param message what happened, for people
   */
  public record Failed(URI tracker, String message) implements Answer {}
}
