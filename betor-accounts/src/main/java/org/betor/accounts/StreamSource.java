package org.betor.accounts;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.betor.api.model.Episodes;
import org.betor.api.model.Release;

/** Plays releases. Safe for use by several threads. */
@FunctionalInterface
public interface StreamSource {

  /** Whether it may be able to play a release; known without asking anybody. */
  default boolean plays(Release release) {
    return true;
  }

  /**
   * Begins to play a release. On return its first bytes can be read; if it throws, nothing of it
   * goes on.
   *
   * @param patience how long each thing that has to be waited for may take
   * @throws IOException if it cannot be played
   * @throws TimeoutException if it does not come in time
   * @throws InterruptedException if the thread is interrupted
   */
  Opened start(Release release, Duration patience)
      throws IOException, TimeoutException, InterruptedException;

  /**
   * Begins to play one episode of a release, which may be a pack of them. Plays the release as it
   * is, unless this is implemented by who can tell episodes apart; in all else as {@link
   * #start(Release, Duration)}.
   *
   * @param episode one of one season; {@link Episodes#NONE} if that is all the same
   */
  default Opened start(Release release, Episodes episode, Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    return start(release, patience);
  }

  /** A release that plays. */
  interface Opened extends AutoCloseable {

    /** Reads it from its start, whenever asked; each channel for itself. */
    SeekableByteChannel open() throws IOException;

    /** Where players find it; empty if it is only read. */
    default Optional<URI> address() {
      return Optional.empty();
    }

    /** Ends it. Channels are closed before. */
    @Override
    void close();
  }
}
