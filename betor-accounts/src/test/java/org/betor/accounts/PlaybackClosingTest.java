package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.SINTEL;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackClosingTest {
  @TempDir private Path folder;
  private Cinema cinema;
  private Playback playback;
  private UserId bia;

  @BeforeEach
  void open() throws IOException {
    cinema = new Cinema(folder);
    cinema.release(SINTEL, 1, Language.ENGLISH, 0);
    playback = cinema.settings().open();
    bia = cinema.bia.id();
  }

  @AfterEach
  void close() throws Exception {
    assertThat(cinema.open).isZero();
    cinema.close();
  }

  @Test
  void whatStartsWhileItIsClosedIsEndedAndNotToldOf() {
    StreamSource closing =
        (release, patience) -> {
          playback.close();
          return cinema.start(release, patience);
        };
    playback = cinema.settings().source(closing).open();

    assertThatIllegalStateException().isThrownBy(() -> playback.start(bia, SINTEL, ANY));

    assertThat(playback.streams(bia)).isEmpty();
    assertThat(cinema.events.published).isEmpty();
  }

  @Test
  void whatIsToldOfWhileItIsClosedIsEnded() {
    cinema.events.meanwhile = playback::close;

    assertThatIllegalStateException().isThrownBy(() -> playback.start(bia, SINTEL, ANY));

    assertThat(cinema.played).hasSize(1);
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void aSourceThatFailsToCloseKeepsNoStreamOpen() throws Exception {
    playback = cinema.settings().source(stubborn()).open();
    Watching film = playback.start(bia, SINTEL, ANY);
    Watching other = playback.start(bia, SINTEL, ANY);
    SeekableByteChannel channel = other.channel();

    assertThatThrownBy(film::close).hasMessage("stuck");
    film.close();
    playback.start(bia, SINTEL, ANY);
    assertThatThrownBy(playback::close).hasMessage("stuck");

    assertThat(channel.isOpen()).isFalse();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void aSilentStreamThatFailsToCloseKeepsNobodyFromStarting() throws Exception {
    playback = cinema.settings().source(stubborn()).mostStreams(1).open();
    playback.start(bia, SINTEL, ANY);
    cinema.community.time.advance(Duration.ofHours(1));

    Watching next = playback.start(bia, SINTEL, ANY);

    assertThat(cinema.open).isEqualTo(1);
    assertThatThrownBy(next::close).hasMessage("stuck");
  }

  @Test
  void aSourceThatFailsToCloseDoesNotHideWhyNothingStarted() {
    playback = cinema.settings().source(stubborn()).open();
    cinema.events.down = true;

    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(() -> playback.start(bia, SINTEL, ANY))
        .satisfies(down -> assertThat(down.reason()).isEqualTo(Reason.EVENTS_DOWN))
        .satisfies(down -> assertThat(down.getSuppressed()).hasSize(1));

    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void aSourceThatFailsToCloseDoesNotHideWhyAHeartbeatIsRefused() throws Exception {
    playback = cinema.settings().source(stubborn()).open();
    Watching late = playback.start(bia, SINTEL, ANY);
    cinema.community.time.advance(Duration.ofHours(1));
    assertRefusedThoughStuck(Reason.STREAM_ENDED, late);

    Watching banned = playback.start(bia, SINTEL, ANY);
    cinema.community.users.ban(cinema.community.ana.id(), bia, Ban.forGood("spam"));
    assertRefusedThoughStuck(Reason.BANNED, banned);

    assertThat(playback.streams(bia)).isEmpty();
  }

  private static void assertRefusedThoughStuck(Reason reason, Watching film) {
    assertThatExceptionOfType(AccountsException.class)
        .isThrownBy(() -> film.heartbeat(Duration.ZERO))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason))
        .satisfies(refusal -> assertThat(refusal.getSuppressed()).hasSize(1));
  }

  /** What it opens ends, and says that it did not. */
  private StreamSource stubborn() {
    return (release, patience) -> new Stubborn(cinema.start(release, patience));
  }

  private record Stubborn(StreamSource.Opened film) implements StreamSource.Opened {
    @Override
    public SeekableByteChannel open() throws IOException {
      return film.open();
    }

    @Override
    public void close() {
      film.close();
      throw new IllegalStateException("stuck");
    }
  }
}
