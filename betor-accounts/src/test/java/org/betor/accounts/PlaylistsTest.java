package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.accounts.Refusals.assertRefused;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.TitleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaylistsTest {
  private final Community community = new Community();
  private final Playlists playlists = new Playlists(community.accounts);
  private final UserId bia = community.person("Bia", Role.USER).id();
  private final UUID evening = playlists.create(bia, "Friday evening").id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void titlesAreAddedOnceMovedAndRemoved() {
    for (int film : new int[] {1, 2, 3, 4, 2}) {
      playlists.add(bia, evening, title(film));
    }
    assertThat(titles()).containsExactly(title(1), title(2), title(3), title(4));

    playlists.move(bia, evening, title(4), 1);
    assertThat(titles()).containsExactly(title(1), title(4), title(2), title(3));
    playlists.move(bia, evening, title(1), 99);
    assertThat(titles()).containsExactly(title(4), title(2), title(3), title(1));
    playlists.remove(bia, evening, title(2));
    playlists.remove(bia, evening, title(9));
    assertThat(playlists.move(bia, evening, title(9), 0).titles())
        .containsExactly(title(4), title(3), title(1))
        .isEqualTo(titles());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> playlists.move(bia, evening, title(1), -1));
  }

  @Test
  void playlistsAreRenamedAndDeleted() {
    Playlist other = playlists.create(bia, " Friday evening ");
    playlists.add(bia, evening, title(1));

    assertThat(playlists.rename(bia, evening, "Saturday").titles()).containsExactly(title(1));
    assertThat(playlists.of(bia))
        .extracting(Playlist::name)
        .containsExactlyInAnyOrder("Saturday", "Friday evening");
    playlists.delete(bia, evening);
    playlists.delete(bia, evening);
    assertThat(playlists.of(bia)).containsExactly(other);
    assertRefused(Reason.UNKNOWN_PLAYLIST, () -> playlists.add(bia, evening, title(1)));
    assertRefused(Reason.INVALID, () -> playlists.rename(bia, other.id(), ""));
  }

  @Test
  void thoseOfOthersAreUnknown() {
    UserId caio = community.person("Caio", Role.USER).id();

    assertThat(playlists.find(caio, evening)).isEmpty();
    assertRefused(Reason.UNKNOWN_PLAYLIST, () -> playlists.add(caio, evening, title(1)));
    assertRefused(Reason.UNKNOWN_PLAYLIST, () -> playlists.rename(caio, evening, "mine"));
    playlists.delete(caio, evening);
    assertThat(playlists.find(bia, evening)).isPresent();
    assertRefused(
        Reason.UNKNOWN_USER, () -> playlists.create(new UserId(new UUID(0, 0)), "nobody's"));
  }

  @Test
  void thereIsRoomForAHundredWithAThousandTitles() throws SQLException {
    community.execute(
        """
        insert into betor_playlist_title (playlist_id, title, place)
        select '%s', 'imdb:tt' || (1000000 + x), x from system_range(0, 998)
        """
            .formatted(evening));
    playlists.add(bia, evening, title(1));
    assertRefused(Reason.PLAYLISTS_FULL, () -> playlists.add(bia, evening, title(2)));
    assertThat(titles()).hasSize(1_000).endsWith(title(1));

    IntStream.range(1, 100).forEach(more -> playlists.create(bia, "more"));
    assertRefused(Reason.PLAYLISTS_FULL, () -> playlists.create(bia, "one too many"));
  }

  @Test
  void ofManyWhoAddAtOnceNoneIsLost() {
    IntStream.range(0, 16).parallel().forEach(film -> playlists.add(bia, evening, title(film)));

    assertThat(titles()).hasSize(16);
  }

  private Iterable<TitleId> titles() {
    return playlists.find(bia, evening).orElseThrow().titles();
  }

  private static TitleId title(int film) {
    return TitleId.imdb("tt%07d".formatted(film));
  }
}
