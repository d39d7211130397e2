package org.betor.accounts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.betor.accounts.AccountsException.Reason;
import org.betor.accounts.internal.playback.Choices;
import org.betor.accounts.internal.playback.ClientSource;
import org.betor.accounts.internal.playback.FirstToPlay;
import org.betor.accounts.internal.playback.Pass;
import org.betor.accounts.internal.playback.Streams;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Host;
import org.betor.api.spi.TitleSource;
import org.betor.api.spi.TorrentClient;
import org.jspecify.annotations.Nullable;

/**
 * Lets people watch titles, and go on where they left off.
 *
 * <pre>{@code
 * try (Playback playback =
 *     Playback.builder(accounts, catalog, events)
 *         .titles(titles::find)
 *         .client(torrents, Path.of("films"))
 *         .open()) {
 *   Preference wish = Preference.of(Language.BRAZILIAN_PORTUGUESE).quality(Resolution.R1080);
 *   try (Watching film = playback.start(bia.id(), TitleId.imdb("tt1727587"), wish)) {
 *     player.play(film.channel(), film.resumeAt());
 *     film.heartbeat(player.position()); // every half a minute
 *     film.stop(player.position());
 *   }
 * }
 * }</pre>
 *
 * <p>Who watches needs {@link Permission#DOWNLOAD}, and who starts a ratio with which one may
 * download. What was not done is an {@link AccountsException}, whose reason says what is to blame.
 * A title is what its id says: the same work under the id of another database has a resume point of
 * its own. Of a series, the episode of the preference is played; without one, the release that fits
 * best, whatever its episodes. Starts no threads; safe for use by several.
 */
public final class Playback implements AutoCloseable {
  private static final int LARGEST_PAGE = 1_000;

  private final InstantSource clock;
  private final Streams streams;
  private final Choices choices;
  private final FirstToPlay firstToPlay;
  private final EventChannel events;
  private final Duration silence;
  private final Audience audience = new Audience();
  private volatile boolean closed;

  private Playback(Builder settings, StreamSource source) {
    Accounts accounts = settings.accounts;
    this.clock = accounts.clock();
    this.silence = settings.silence;
    this.streams =
        new Streams(accounts.database(), clock, accounts.random(), settings.mostStreams, silence);
    this.choices = new Choices(settings.titles, settings.catalog, source);
    this.firstToPlay = new FirstToPlay(source, settings.patience, clock);
    this.events = settings.events;
  }

  /**
   * Settings of a playback. What is given stays the caller's to close, and later than this.
   *
   * @param catalog what there is to watch
   * @param events is told each {@link PlaybackStarted}
   */
  public static Builder builder(Accounts accounts, Catalog catalog, EventChannel events) {
    return new Builder(accounts, catalog, events);
  }

  /**
   * Plays what fits best, or the next best if that does not play. Returns when its first bytes are
   * there and {@link PlaybackStarted} was published; if it throws, nothing plays. No other release
   * is tried when three times the patience has passed.
   *
   * @throws AccountsException with {@link Reason#UNKNOWN_USER}, {@link Reason#DEACTIVATED}, {@link
   *     Reason#BANNED}, {@link Reason#FORBIDDEN}, {@link Reason#TOO_MANY_STREAMS}, {@link
   *     Reason#UNKNOWN_TITLE}, {@link Reason#TITLES_DOWN}, {@link Reason#CATALOG_DOWN}, {@link
   *     Reason#NOTHING_TO_PLAY}, {@link Reason#SOURCE_DOWN} or {@link Reason#EVENTS_DOWN}, looked
   *     for in this order
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if this is closed, or was while it started
   */
  public Watching start(UserId user, TitleId title, Preference preference)
      throws InterruptedException {
    checkOpen();
    audience.endSilentSince(silentSince());
    Pass pass = streams.reserve(user, title, preference.episode());
    try {
      return open(pass, preference);
    } catch (RuntimeException | InterruptedException | Error failure) {
      giveUp(pass, failure);
      throw failure;
    }
  }

  private void giveUp(Pass pass, Throwable failure) {
    try {
      streams.end(pass, Optional.empty());
    } catch (AccountsException another) { // it will count as ended for its silence
      failure.addSuppressed(another);
    }
  }

  private Watching open(Pass pass, Preference preference) throws InterruptedException {
    Title title = choices.title(pass.title());
    List<Fit> ranked = choices.of(title, pass.viewer(), preference);
    Duration resumeAt = resumeAt(pass);
    FirstToPlay.Playing playing = firstToPlay.of(ranked, pass.episode());
    Instant heard = begin(pass, playing);
    Watching watching = new Watching(this, pass, title, playing, resumeAt, heard);
    audience.add(watching);
    if (closed) { // perhaps without having seen this one
      watching.close();
    }
    checkOpen();
    return watching;
  }

  private Duration resumeAt(Pass pass) {
    return streams
        .position(pass.user(), pass.title())
        .filter(point -> point.episode().equals(pass.episode()))
        .map(ResumePoint::position)
        .orElse(Duration.ZERO);
  }

  private Instant begin(Pass pass, FirstToPlay.Playing playing) {
    Release release = playing.fit().release();
    try {
      checkOpen();
      Instant now = clock.instant();
      streams.begin(pass, release.level(), now);
      tell(pass, release);
      return now;
    } catch (RuntimeException | Error failure) {
      close(playing.opened(), failure);
      throw failure;
    }
  }

  private static void close(StreamSource.Opened opened, Throwable failure) {
    try {
      opened.close();
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }

  private void tell(Pass pass, Release release) {
    PlaybackStarted started =
        new PlaybackStarted(pass.id(), pass.user(), pass.title(), release.key(), clock.instant());
    try {
      events.publish(started.toEvent(release.level()));
    } catch (RuntimeException failure) {
      throw new AccountsException(
          Reason.EVENTS_DOWN,
          "%s was not told of, so it does not play: %s".formatted(release, failure.getMessage()),
          failure);
    }
  }

  /**
   * What could be played, the best first, and why; at least one.
   *
   * @throws AccountsException as {@link #start} does up to {@link Reason#NOTHING_TO_PLAY}
   */
  public List<Fit> explain(UserId user, TitleId title, Preference preference) {
    Viewer viewer = streams.viewer(user);
    return choices.of(choices.title(title), viewer, preference);
  }

  /** What somebody watches now, in every instance that shares the database; the oldest first. */
  public List<RunningStream> streams(UserId user) {
    return streams.of(user);
  }

  /**
   * Where somebody left off; empty if they did not watch it, or not far. Of a series, in the
   * episode that they watched last, which {@link #positions} tells.
   */
  public Optional<Duration> position(UserId user, TitleId title) {
    return streams.position(user, title).map(ResumePoint::position);
  }

  /**
   * Where somebody left off in titles, the newest first. The newest 1,000 are kept.
   *
   * @param limit 1 to 1,000
   */
  public List<ResumePoint> positions(UserId user, int limit) {
    Pages.checkLimit(limit, LARGEST_PAGE);
    return streams.positions(user, limit);
  }

  /** Forgets where somebody left off, such as at the end. */
  public void startAnew(UserId user, TitleId title) {
    streams.forget(user, title);
  }

  /**
   * Ends what was started here, where people were at their last heartbeats. Nothing starts any
   * more.
   */
  @Override
  public void close() {
    closed = true;
    audience.close();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("this playback is closed: open another");
    }
  }

  boolean heartbeat(Pass pass, Release release, Duration position, Instant now) {
    return streams.heartbeat(pass, release.level(), position, now);
  }

  void end(Pass pass, Optional<Duration> position) {
    streams.end(pass, position);
  }

  void forget(Watching watching) {
    audience.remove(watching);
  }

  Instant now() {
    return clock.instant();
  }

  /** Who was heard of at this moment or before counts no more, in any instance. */
  Instant silentSince() {
    return now().minus(silence);
  }

  /** Settings. At least one who knows titles is to be set, and a source. */
  public static final class Builder {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Accounts accounts;
    private final Catalog catalog;
    private final EventChannel events;
    private final List<Function<TitleId, Optional<Title>>> titles = new ArrayList<>();
    private @Nullable StreamSource source;
    private Duration patience = Duration.ofMinutes(1);
    private Duration silence = Duration.ofMinutes(2);
    private int mostStreams = 3;

    private Builder(Accounts accounts, Catalog catalog, EventChannel events) {
      this.accounts = accounts;
      this.catalog = catalog;
      this.events = events;
    }

    /**
     * Who knows titles, such as {@code titles::find}; those that are set earlier are asked first. A
     * placeholder counts as known.
     */
    public Builder titles(Function<TitleId, Optional<Title>> titles) {
      this.titles.add(titles);
      return this;
    }

    /** A source of titles, and what it works with. */
    public Builder titles(TitleSource titles, Host host) {
      return titles(id -> titles.find(id, host));
    }

    /**
     * Plays the main files of torrents while they download into a folder. What nobody watches any
     * more is not downloaded further; the torrent stays in the client, and shares what it has.
     *
     * @throws IllegalArgumentException if the client cannot stream
     */
    public Builder client(TorrentClient client, Path folder) {
      return source(new ClientSource(client, folder, null));
    }

    /**
     * The same, with an address for players.
     *
     * <pre>{@code
     * .client(client, folder, (torrent, file) -> {
     *   StreamServer server = StreamServer.open(torrent);
     *   return new TorrentServer.Served(server.address(file), server::close);
     * })
     * }</pre>
     */
    public Builder client(TorrentClient client, Path folder, TorrentServer server) {
      return source(new ClientSource(client, folder, server));
    }

    /** Plays releases in another way. */
    public Builder source(StreamSource source) {
      this.source = source;
      return this;
    }

    /**
     * How long a torrent's metadata may take, and then its first bytes; a minute unless set, at
     * most a day.
     */
    public Builder patience(Duration patience) {
      this.patience = checked("patience", patience);
      return this;
    }

    /**
     * After what time without a heartbeat a stream has ended; 2 minutes unless set. To be the same
     * in all instances.
     */
    public Builder silence(Duration silence) {
      this.silence = checked("silence", silence);
      return this;
    }

    /** How many streams one user may have at once, in all instances together; 3 unless set. */
    public Builder mostStreams(int mostStreams) {
      if (mostStreams < 1) {
        throw new IllegalArgumentException("at least 1 stream is allowed, got " + mostStreams);
      }
      this.mostStreams = mostStreams;
      return this;
    }

    private static Duration checked(String what, Duration time) {
      if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "%s is positive and a day at most, got %s".formatted(what, time));
      }
      return time;
    }

    /**
     * The playback.
     *
     * @throws IllegalStateException if nobody knows titles, or there is no source
     */
    public Playback open() {
      if (titles.isEmpty() || source == null) {
        throw new IllegalStateException("set who knows titles, and a client or another source");
      }
      return new Playback(this, source);
    }
  }
}
