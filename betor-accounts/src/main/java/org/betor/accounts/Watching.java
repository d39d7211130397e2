package org.betor.accounts;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.playback.FirstToPlay;
import org.betor.accounts.internal.playback.Pass;
import org.betor.api.model.Title;

/**
 * Somebody watches a title. Say with {@link #heartbeat} that they still do; after some time without
 * one this counts as ended. Safe for use by several threads.
 */
public final class Watching implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(100);

  private final Playback playback;
  private final Pass pass;
  private final Title title;
  private final FirstToPlay.Playing playing;
  private final Duration resumeAt;
  private final List<SeekableByteChannel> channels = new ArrayList<>();
  private volatile Instant heard; // not later than other instances know
  private boolean ended; // nothing can be read any more
  private boolean closed; // and its row is gone

  Watching(
      Playback playback,
      Pass pass,
      Title title,
      FirstToPlay.Playing playing,
      Duration resumeAt,
      Instant heard) {
    this.playback = playback;
    this.pass = pass;
    this.title = title;
    this.playing = playing;
    this.resumeAt = resumeAt;
    this.heard = heard;
  }

  /** Names this stream, in every instance and in the history. */
  public UUID id() {
    return pass.id();
  }

  /** What is watched; perhaps a placeholder. */
  public Title title() {
    return title;
  }

  /** The release that is played, and why. */
  public Fit choice() {
    return playing.fit();
  }

  /** Where they left off the last time; zero if they did not. */
  public Duration resumeAt() {
    return resumeAt;
  }

  /**
   * Where players find it; empty if it is only read. What is left there without a word is found by
   * the next start, and not by reading.
   */
  public Optional<URI> address() {
    return playing.opened().address();
  }

  /**
   * Reads it from its start. Each call gives a channel of its own, which is closed when this ends;
   * reading finds out whether there was no heartbeat for too long.
   *
   * @throws IOException if it cannot be read any more
   * @throws AccountsException with {@link Reason#STREAM_ENDED}
   */
  public synchronized SeekableByteChannel channel() throws IOException {
    endIfSilent();
    checkRuns();
    channels.removeIf(channel -> !channel.isOpen());
    SeekableByteChannel channel = new HeardChannel(playing.opened().open(), this::endIfSilent);
    channels.add(channel);
    return channel;
  }

  /**
   * Says that they still watch, and where they are. That is kept, also if it comes too late.
   *
   * @param position from the start of the title
   * @throws AccountsException with {@link Reason#STREAM_ENDED} if there was none for too long, or
   *     because they may not watch any more; then this has ended
   */
  public synchronized void heartbeat(Duration position) {
    check(position);
    if (!closed) {
      renew(position);
    }
    checkRuns();
  }

  private void renew(Duration position) {
    Instant now = playback.now();
    try {
      if (!playback.heartbeat(pass, choice().release(), position, now)) {
        throw hasEnded();
      }
      checkRuns();
      heard = now;
    } catch (RuntimeException failure) {
      if (!mayComeThrough(failure)) {
        closeBecauseOf(failure);
      }
      throw failure;
    }
  }

  /** Whether the next heartbeat may be taken. */
  private static boolean mayComeThrough(RuntimeException failure) {
    return failure instanceof AccountsException refusal && refusal.reason() == Reason.DATABASE;
  }

  private void closeBecauseOf(RuntimeException failure) {
    try {
      close();
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  /** Ends this, and keeps where they are. */
  public synchronized void stop(Duration position) {
    check(position);
    close(Optional.of(position));
  }

  /** Ends this, where they were at the last heartbeat. Ending it again does nothing. */
  @Override
  public synchronized void close() {
    close(Optional.empty());
  }

  private void close(Optional<Duration> position) {
    if (!closed) {
      closed = true;
      try {
        end();
      } finally {
        playback.end(pass, position);
      }
    }
  }

  /** Other instances may let somebody watch something else by then. */
  private void endIfSilent() {
    Instant since = playback.silentSince();
    if (!heard.isAfter(since)) {
      endIfSilentSince(since);
    }
  }

  /** Lets go of what it holds if it was not heard of for a time. */
  synchronized void endIfSilentSince(Instant time) {
    if (!heard.isAfter(time)) {
      end();
    }
  }

  private void end() {
    if (!ended) {
      ended = true;
      playback.forget(this);
      closeChannels();
      playing.opened().close();
    }
  }

  private void closeChannels() {
    for (SeekableByteChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException | RuntimeException ignored) {
        // it was only read: nothing is lost
      }
    }
  }

  private void checkRuns() {
    if (ended) {
      throw hasEnded();
    }
  }

  private AccountsException hasEnded() {
    return new AccountsException(
        Reason.STREAM_ENDED, "watching %s has ended: start it again".formatted(title));
  }

  private static void check(Duration position) {
    if (position.isNegative() || position.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a position is within 0 and 100 days from the start, got " + position);
    }
  }
}
