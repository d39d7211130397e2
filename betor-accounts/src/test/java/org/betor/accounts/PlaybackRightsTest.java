package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.SINTEL;
import static org.betor.accounts.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackRightsTest {
  private static final long GIGABYTE = 1_000_000_000;

  @TempDir private Path folder;
  private Cinema cinema;
  private Playback playback;
  private UserId ana;
  private UserId bia;

  @BeforeEach
  void open() throws IOException {
    cinema = new Cinema(folder);
    playback = cinema.settings().open();
    ana = cinema.community.ana.id();
    bia = cinema.bia.id();
  }

  @AfterEach
  void close() throws Exception {
    playback.close();
    assertThat(cinema.open).isZero();
    cinema.close();
  }

  @Test
  void whoMayNotDownloadForTheirRatioStartsNothing() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    downloadWithoutSharing(bia);

    assertRefused(Reason.FORBIDDEN, () -> playback.start(bia, SINTEL, ANY));
    assertRefused(Reason.FORBIDDEN, () -> playback.explain(bia, SINTEL, ANY));
    assertThat(cinema.played).isEmpty();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void aSuperAdminStartsWhateverTheRatio() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    downloadWithoutSharing(ana);

    try (Watching film = playback.start(ana, SINTEL, ANY)) {
      assertThat(film.resumeAt()).isZero();
    }
  }

  @Test
  void whoOwesTooMuchMeanwhileWatchesToTheEnd() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    try (Watching film = playback.start(bia, SINTEL, ANY)) {
      cinema.community.accounts.ratios().setRule(ana, new RatioRule(1, 0));
      cinema.community.accounts.ratios().adjust(ana, bia, 0, GIGABYTE, "moved from another place");

      film.heartbeat(Duration.ofMinutes(10));

      assertThat(playback.streams(bia)).hasSize(1);
    }
  }

  @Test
  void whoFallsBelowTheLevelOfAReleaseWatchesNoFurtherThanTheNextHeartbeat() throws Exception {
    cinema.release(SINTEL, 1, Language.ENGLISH, 3000);
    UserId caio = cinema.community.person("Caio", Role.MANAGER).id();
    Watching film = playback.start(caio, SINTEL, ANY);
    film.heartbeat(Duration.ofMinutes(1));

    cinema.community.users.assign(ana, caio, Role.USER);

    assertRefused(Reason.FORBIDDEN, () -> film.heartbeat(Duration.ofMinutes(2)));
    assertRefused(Reason.STREAM_ENDED, film::channel);
    assertThat(playback.streams(caio)).isEmpty();
  }

  @Test
  void whoFallsBelowTheLevelWhileTheSourceStartsDoesNotWatch() {
    cinema.release(SINTEL, 1, Language.ENGLISH, 3000);
    UserId caio = cinema.community.person("Caio", Role.MANAGER).id();
    StreamSource slow =
        (release, patience) -> {
          cinema.community.users.assign(ana, caio, Role.USER);
          return cinema.start(release, patience);
        };

    try (Playback demoting = cinema.settings().source(slow).open()) {
      assertRefused(Reason.FORBIDDEN, () -> demoting.start(caio, SINTEL, ANY));
      assertThat(demoting.streams(caio)).isEmpty();
    }
    assertThat(cinema.events.published).isEmpty();
  }

  private void downloadWithoutSharing(UserId user) {
    Ratios ratios = cinema.community.accounts.ratios();
    ratios.setRule(ana, new RatioRule(1, 0));
    UUID session = Reports.session(cinema.community.time.instant(), 1);
    cinema.community.time.advance(Duration.ofDays(1));
    ratios.report(user, Reports.report(session, Reports.SINTEL, 1, 0, GIGABYTE));
  }
}
