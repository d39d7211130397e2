package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.SINTEL;

import java.io.IOException;
import java.nio.file.Path;
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
}
