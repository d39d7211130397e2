package org.betor.accounts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.BUNNY;
import static org.betor.accounts.Cinema.SINTEL;
import static org.betor.accounts.Refusals.assertRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private Cinema cinema;
  private Playback playback;
  private UserId bia;

  @BeforeEach
  void open() throws IOException {
    cinema = new Cinema(folder);
    playback = cinema.settings().open();
    bia = cinema.bia.id();
  }

  @AfterEach
  void close() throws Exception {
    playback.close();
    assertThat(cinema.open).isZero();
    cinema.close();
  }

  @Test
  void aTitleIsWatchedAndToldOfWhenItHasBegun() throws Exception {
    ReleaseKey key = cinema.release(SINTEL, 1, Language.ENGLISH, 0);

    try (Watching film = playback.start(bia, SINTEL, ANY)) {
      assertThat(film.title().name()).isEqualTo("Sintel");
      assertThat(film.choice().release().key()).isEqualTo(key);
      assertThat(film.address()).contains(cinema.film.toUri());
      assertThat(film.channel().size()).isEqualTo(6);
      assertThat(film.resumeAt()).isZero();

      Event event = cinema.events.published.get(0);
      assertThat(cinema.events.published).hasSize(1);
      assertThat(event.type()).isEqualTo("org.betor.playback.started");
      assertThat(PlaybackStarted.of(event))
          .isEqualTo(
              new PlaybackStarted(film.id(), bia, SINTEL, key, cinema.community.time.instant()));
      assertThat(playback.streams(bia)).extracting(RunningStream::id).containsExactly(film.id());
    }
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void watchingGoesOnWhereItStoppedAfterARestartToo() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    playback.start(bia, SINTEL, ANY).stop(TEN_MINUTES);
    playback.close();

    playback = cinema.settings().open();
    Watching film = playback.start(bia, SINTEL, ANY);
    assertThat(film.resumeAt()).isEqualTo(TEN_MINUTES);
    film.heartbeat(TEN_MINUTES.plusMinutes(1));
    film.close();

    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES.plusMinutes(1));
    assertThat(playback.positions(bia, 10)).extracting(ResumePoint::title).containsExactly(SINTEL);
    playback.startAnew(bia, SINTEL);
    assertThat(playback.position(bia, SINTEL)).isEmpty();
  }

  @Test
  void thePreferenceDecidesAndTheChoiceIsExplained() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    ReleaseKey dubbed = cinema.release(SINTEL, 2, Language.BRAZILIAN_PORTUGUESE, 0);
    Preference wish = Preference.of(Language.BRAZILIAN_PORTUGUESE);

    List<Fit> fits = playback.explain(bia, SINTEL, wish);

    assertThat(fits).hasSize(2);
    assertThat(fits.get(0).release().key()).isEqualTo(dubbed);
    try (Watching film = playback.start(bia, SINTEL, wish)) {
      assertThat(film.choice()).isEqualTo(fits.get(0));
    }
  }

  @Test
  void whoIsUnknownBannedInactiveOrWithoutThePermissionDoesNotWatch() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Users users = cinema.community.users;
    UserId ana = cinema.community.ana.id();
    User guest = cinema.community.person("Guto", Role.GUEST);
    assertRefused(Reason.FORBIDDEN, () -> playback.start(guest.id(), SINTEL, ANY));
    assertRefused(Reason.FORBIDDEN, () -> playback.explain(guest.id(), SINTEL, ANY));

    users.ban(ana, bia, Ban.forGood("spam"));
    assertRefused(Reason.BANNED, () -> playback.start(bia, SINTEL, ANY));
    users.liftBan(ana, bia);
    users.deactivate(ana, bia);
    assertRefused(Reason.DEACTIVATED, () -> playback.start(bia, SINTEL, ANY));
    users.erase(ana, bia);
    assertRefused(Reason.UNKNOWN_USER, () -> playback.start(bia, SINTEL, ANY));
    assertThat(cinema.played).isEmpty();
  }

  @Test
  void whoMayNotWatchIsToldSoBeforeAnybodyIsAskedForTheTitle() {
    User guest = cinema.community.person("Guto", Role.GUEST);
    TitleId unknown = TitleId.imdb("tt0000001");

    assertRefused(Reason.FORBIDDEN, () -> playback.explain(guest.id(), unknown, ANY));
    assertRefused(Reason.FORBIDDEN, () -> playback.start(guest.id(), unknown, ANY));
  }

  @Test
  void aTitleHasToBeKnownAndAPlaceholderIs() throws Exception {
    cinema.release(BUNNY, 1, Language.ENGLISH, 0);

    assertRefused(Reason.UNKNOWN_TITLE, () -> playback.start(bia, TitleId.imdb("tt0000001"), ANY));
    try (Watching bunny = playback.start(bia, BUNNY, ANY)) {
      assertThat(bunny.title().isPlaceholder()).isTrue();
    }
  }

  @Test
  void ofThoseWhoKnowTitlesOneMayBeAway() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Playback.Builder settings =
        Playback.builder(cinema.community.accounts, cinema.catalog, cinema.events)
            .titles(
                id -> {
                  throw new IllegalStateException("no network");
                })
            .source(cinema);

    try (Playback alone = settings.open()) {
      assertRefused(Reason.TITLES_DOWN, () -> alone.start(bia, SINTEL, ANY));
    }
    try (Playback both = settings.titles(Cinema::title).open();
        Watching film = both.start(bia, SINTEL, ANY)) {
      assertThat(film.title().name()).isEqualTo("Sintel");
      assertRefused(Reason.TITLES_DOWN, () -> both.start(bia, TitleId.imdb("tt0000001"), ANY));
    }
  }

  @Test
  void allIdsOfATitleAreLookedFor() throws Exception {
    TitleId other = new TitleId(TitleId.Authority.TMDB_FILM, "45745");
    ReleaseKey key = cinema.release(other, 1, Language.ENGLISH, 0);
    Playback.Builder settings =
        Playback.builder(cinema.community.accounts, cinema.catalog, cinema.events)
            .titles(id -> Optional.of(Title.of(SINTEL, "Sintel").id(other).build()))
            .source(cinema);

    try (Playback both = settings.open();
        Watching film = both.start(bia, SINTEL, ANY)) {
      assertThat(film.choice().release().key()).isEqualTo(key);
    }
  }

  @Test
  void whatIsAboveTheLevelOfAUserIsNotThere() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 3000);
    assertRefused(Reason.NOTHING_TO_PLAY, () -> playback.start(bia, SINTEL, ANY));

    User manager = cinema.community.person("Caio", Role.MANAGER);
    playback.start(manager.id(), SINTEL, ANY).close();

    assertThat(cinema.events.published).extracting(Event::level).containsExactly(3000);
  }

  @Test
  void aCatalogueThatCannotBeAskedIsNamed() {
    cinema.catalog.close();

    assertRefused(Reason.CATALOG_DOWN, () -> playback.start(bia, SINTEL, ANY));
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void aSourceThatFailsIsNamedAndNothingIsToldOrLeft() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    for (Exception failure :
        List.of(
            new IOException("no space"),
            new TimeoutException("no peers"),
            new IllegalStateException("closed"))) {
      cinema.failure = Optional.of(failure);

      assertThatExceptionOfType(AccountsException.class)
          .isThrownBy(() -> playback.start(bia, SINTEL, ANY))
          .withMessageContaining(failure.getMessage())
          .withCause(failure)
          .satisfies(down -> assertThat(down.reason()).isEqualTo(Reason.SOURCE_DOWN));
    }
    assertThat(cinema.events.published).isEmpty();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void whatDoesNotPlayGivesWayToTheNextBest() throws Exception {
    Preference wish = Preference.of(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);
    cinema.broken.add(cinema.release(SINTEL, 1, Language.BRAZILIAN_PORTUGUESE, 0));
    ReleaseKey second = cinema.release(SINTEL, 2, Language.ENGLISH, 0);

    try (Watching film = playback.start(bia, SINTEL, wish)) {
      assertThat(film.choice().release().key()).isEqualTo(second);
      assertThat(PlaybackStarted.of(cinema.events.published.get(0)).release()).isEqualTo(second);
    }

    cinema.broken.add(second);
    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(() -> playback.start(bia, SINTEL, wish))
        .satisfies(down -> assertThat(down.reason()).isEqualTo(Reason.SOURCE_DOWN))
        .satisfies(down -> assertThat(down.getSuppressed()).hasSize(1));
  }

  @Test
  void whoWaitsDoesNotWaitForAllThatDoNotPlay() {
    for (int number = 1; number <= 9; number++) {
      cinema.broken.add(cinema.release(SINTEL, number, Language.ENGLISH, 0));
    }
    Instant before = cinema.community.time.instant();

    assertRefused(Reason.SOURCE_DOWN, () -> playback.start(bia, SINTEL, ANY));

    assertThat(Duration.between(before, cinema.community.time.instant()))
        .isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void ofASeriesTheEpisodeIsPlayedThatIsAskedForAndGoesOnWhereItStopped() throws Exception {
    ReleaseKey first = episode(1, Episodes.of(List.of(1), List.of(1)));
    ReleaseKey second = episode(2, Episodes.of(List.of(1), List.of(2)));
    Preference firstWish = ANY.episode(1, 1);
    Preference secondWish = ANY.episode(1, 2);

    try (Watching film = playback.start(bia, SINTEL, firstWish)) {
      assertThat(film.choice().release().key()).isEqualTo(first);
      film.stop(TEN_MINUTES);
    }
    try (Watching film = playback.start(bia, SINTEL, secondWish)) {
      assertThat(film.choice().release().key()).isEqualTo(second);
      assertThat(film.resumeAt()).isZero();
      film.stop(TEN_MINUTES.plusMinutes(1));
    }
    try (Watching film = playback.start(bia, SINTEL, secondWish)) {
      assertThat(film.resumeAt()).isEqualTo(TEN_MINUTES.plusMinutes(1));
    }

    assertThat(playback.positions(bia, 10))
        .extracting(ResumePoint::episode)
        .containsExactly(secondWish.episode());
    assertRefused(Reason.NOTHING_TO_PLAY, () -> playback.start(bia, SINTEL, ANY.episode(2, 1)));
  }

  private ReleaseKey episode(int number, Episodes episodes) {
    return cinema.release(SINTEL, MagnetLink.of(new InfoHash("%040x".formatted(number))), episodes);
  }

  @Test
  void aStreamOfWhichNobodyCanBeToldIsEnded() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    cinema.events.down = true;

    assertRefused(Reason.EVENTS_DOWN, () -> playback.start(bia, SINTEL, ANY));

    assertThat(cinema.played).hasSize(1);
    assertThat(cinema.open).isZero();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void nobodyWatchesMoreAtOnceThanAllowedInAllInstancesTogether() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    try (Playback other = cinema.settings().mostStreams(2).open();
        Playback here = cinema.settings().mostStreams(2).open()) {
      Watching first = here.start(bia, SINTEL, ANY);
      other.start(bia, SINTEL, ANY);

      assertRefused(Reason.TOO_MANY_STREAMS, () -> here.start(bia, SINTEL, ANY));
      assertRefused(Reason.TOO_MANY_STREAMS, () -> other.start(bia, SINTEL, ANY));
      other.start(cinema.community.ana.id(), SINTEL, ANY);

      first.close();
      here.start(bia, SINTEL, ANY);
      assertThat(here.streams(bia)).hasSize(2).isEqualTo(other.streams(bia));
    }
  }

  @Test
  void ofManyWhoStartAtOnceOnlySoManyDo() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    StreamSource quiet = (release, patience) -> new Silent();
    try (Playback crowded = cinema.settings().source(quiet).mostStreams(2).open()) {
      List<Reason> refusals =
          IntStream.range(0, 12)
              .parallel()
              .mapToObj(i -> refusal(crowded))
              .flatMap(Optional::stream)
              .toList();

      assertThat(refusals).hasSize(10).containsOnly(Reason.TOO_MANY_STREAMS);
      assertThat(crowded.streams(bia)).hasSize(2);
    }
  }

  private Optional<Reason> refusal(Playback crowded) {
    try {
      crowded.start(bia, SINTEL, ANY);
      return Optional.empty();
    } catch (AccountsException refused) {
      return Optional.of(refused.reason());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void aStreamThatIsNotHeardOfForTooLongHasEnded() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    try (Playback one = cinema.settings().mostStreams(1).silence(SILENCE).open()) {
      Watching film = one.start(bia, SINTEL, ANY);
      SeekableByteChannel channel = film.channel();
      cinema.community.time.advance(SILENCE.minusSeconds(1));
      film.heartbeat(TEN_MINUTES);
      cinema.community.time.advance(SILENCE.minusSeconds(1));
      assertRefused(Reason.TOO_MANY_STREAMS, () -> one.start(bia, SINTEL, ANY));
      cinema.community.time.advance(Duration.ofSeconds(1));
      assertThat(one.streams(bia)).isEmpty();

      Watching next = one.start(bia, SINTEL, ANY);

      assertThat(next.resumeAt()).isEqualTo(TEN_MINUTES);
      assertThat(channel.isOpen()).isFalse();
      assertRefused(Reason.STREAM_ENDED, film::channel);
      assertRefused(Reason.STREAM_ENDED, () -> film.heartbeat(TEN_MINUTES));
      assertThat(one.streams(bia)).extracting(RunningStream::id).containsExactly(next.id());
    }
  }

  @Test
  void nobodyReadsOnInOneInstanceWhileAnotherCountsTheStreamNoMore() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    try (Playback here = cinema.settings().mostStreams(1).silence(SILENCE).open();
        Playback there = cinema.settings().mostStreams(1).silence(SILENCE).open()) {
      Watching film = here.start(bia, SINTEL, ANY);
      SeekableByteChannel channel = film.channel();
      cinema.community.time.advance(SILENCE.minusSeconds(1));
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(1);
      cinema.community.time.advance(Duration.ofSeconds(1));
      there.start(bia, SINTEL, ANY);

      assertThatExceptionOfType(ClosedChannelException.class)
          .isThrownBy(() -> channel.read(ByteBuffer.allocate(1)));
      assertRefused(Reason.STREAM_ENDED, film::channel);
      assertThat(cinema.open).isEqualTo(1);
    }
  }

  @Test
  void aHeartbeatThatComesTooLateEndsTheStreamAndKeepsThePosition() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Watching film = playback.start(bia, SINTEL, ANY);
    cinema.community.time.advance(Duration.ofHours(1));

    assertRefused(Reason.STREAM_ENDED, () -> film.heartbeat(TEN_MINUTES));

    assertThat(cinema.open).isZero();
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES);
  }

  @Test
  void whatIsStoppedLateKeepsItsPositionAndWhatIsClosedLateDoesNotGoBack() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Watching closed = playback.start(bia, SINTEL, ANY);
    Watching stopped = playback.start(bia, SINTEL, ANY);
    closed.heartbeat(TEN_MINUTES);
    cinema.community.time.advance(Duration.ofHours(1));
    Watching next = playback.start(bia, SINTEL, ANY);

    next.heartbeat(TEN_MINUTES.plusMinutes(1));
    closed.close();
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES.plusMinutes(1));
    stopped.stop(TEN_MINUTES.plusMinutes(2));
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES.plusMinutes(2));
    assertThat(playback.streams(bia)).extracting(RunningStream::id).containsExactly(next.id());
  }

  @Test
  void whoIsBannedWatchesNoFurtherThanTheNextHeartbeat() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Watching film = playback.start(bia, SINTEL, ANY);
    SeekableByteChannel channel = film.channel();
    cinema.community.users.ban(cinema.community.ana.id(), bia, Ban.forGood("spam"));

    assertRefused(Reason.BANNED, () -> film.heartbeat(TEN_MINUTES));

    assertThat(channel.isOpen()).isFalse();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void stoppingClosesWhatWasHandedOutAndStoppingAgainDoesNothing() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Watching film = playback.start(bia, SINTEL, ANY);
    SeekableByteChannel channel = film.channel();

    film.stop(TEN_MINUTES);
    film.stop(Duration.ZERO);
    film.close();

    assertThat(channel.isOpen()).isFalse();
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES);
    assertThatIllegalArgumentException().isThrownBy(() -> film.stop(Duration.ofSeconds(-1)));
  }

  @Test
  void closingEndsWhatRunsAndNothingStartsAnyMore() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Watching film = playback.start(bia, SINTEL, ANY);
    film.heartbeat(TEN_MINUTES);

    playback.close();

    assertThat(playback.streams(bia)).isEmpty();
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES);
    assertRefused(Reason.STREAM_ENDED, film::channel);
    assertThatIllegalStateException().isThrownBy(() -> playback.start(bia, SINTEL, ANY));
  }

  @Test
  void ofPositionsTheNewestThousandAreKept() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    cinema.community.execute(
        """
        insert into betor_position (user_id, title, position_millis, last_seen)
        select '%s', 'imdb:tt' || (1000000 + x), 1, x from system_range(1, 1000)
        """
            .formatted(bia));

    playback.start(bia, SINTEL, ANY).stop(TEN_MINUTES);

    assertThat(playback.positions(bia, 1_000)).hasSize(1_000);
    assertThat(playback.position(bia, SINTEL)).contains(TEN_MINUTES);
    assertThat(playback.position(bia, TitleId.imdb("tt1000001"))).isEmpty();
    assertThat(playback.position(bia, TitleId.imdb("tt1000002"))).isPresent();
  }

  @Test
  void whatSomebodyWatchesIsHandedOutAndErased() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    Users users = cinema.community.users;
    Watching film = playback.start(bia, SINTEL, ANY);
    film.heartbeat(TEN_MINUTES);
    new History(cinema.community.accounts, Duration.ofDays(1))
        .handle(cinema.events.published.get(0));
    Playlists playlists = new Playlists(cinema.community.accounts);
    Playlist evening = playlists.create(bia, "Friday evening");
    playlists.add(bia, evening.id(), SINTEL);

    Object kept = requireNonNull(users.export(bia, bia).get("playback"));
    assertThat(kept)
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsOnlyKeys("streams", "positions", "playlists", "history")
        .allSatisfy((what, values) -> assertThat(values.toString()).contains("imdb:tt1727587"));

    users.erase(bia, bia);
    assertThat(playback.positions(bia, 10)).isEmpty();
    assertThat(playlists.of(bia)).isEmpty();
    assertRefused(Reason.UNKNOWN_USER, () -> film.heartbeat(TEN_MINUTES));
    film.stop(TEN_MINUTES);
    assertThat(playback.positions(bia, 10)).isEmpty();
  }

  @Test
  void thereHasToBeSomebodyWhoKnowsTitlesAndASource() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Playback.builder(cinema.community.accounts, cinema.catalog, cinema.events)
                    .source(cinema)
                    .open());
    assertThatIllegalArgumentException().isThrownBy(() -> cinema.settings().mostStreams(0));
    assertThatIllegalArgumentException().isThrownBy(() -> cinema.settings().silence(Duration.ZERO));
  }

  private static final class Silent implements StreamSource.Opened {
    @Override
    public SeekableByteChannel open() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
