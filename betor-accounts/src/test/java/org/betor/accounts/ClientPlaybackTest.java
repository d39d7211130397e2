package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.accounts.Cinema.ANY;
import static org.betor.accounts.Cinema.BUNNY;
import static org.betor.accounts.Cinema.SINTEL;
import static org.betor.accounts.Refusals.assertRefused;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.accounts.AccountsException.Reason;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.FilePriority;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;
import org.betor.testkit.ScriptedSwarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPlaybackTest {
  private static final Duration NO_PATIENCE = Duration.ofMillis(1);

  @TempDir private Path folder;
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final byte[] content = new byte[200_000];
  private Cinema cinema;
  private TorrentClient seeder;
  private TorrentClient client;
  private Playback playback;
  private InfoHash sintel;
  private UserId bia;

  @BeforeEach
  void open() throws Exception {
    cinema = new Cinema(folder);
    seeder = swarm.open(folder.resolve("seeder"));
    client = swarm.open(folder.resolve("client"));
    playback = cinema.settings().client(client, folder.resolve("films")).open();
    bia = cinema.bia.id();
    new Random(1).nextBytes(content);
    sintel = seed();
    cinema.release(SINTEL, MagnetLink.of(sintel), Language.ENGLISH, 0);
  }

  private InfoHash seed() throws Exception {
    Path torrent = Files.createDirectories(folder.resolve("share/Sintel"));
    Files.writeString(torrent.resolve("about.txt"), "a free film");
    Files.write(torrent.resolve("sintel.mkv"), content);
    return seeder.seed(torrent, SeedOptions.PLAIN).infoHash();
  }

  @AfterEach
  void close() throws Exception {
    playback.close();
    client.close();
    seeder.close();
    cinema.close();
  }

  @Test
  void theMainFileOfATorrentIsWatchedWhileItDownloads() throws Exception {
    swarm.pass(1);
    try (Watching film = playback.start(bia, SINTEL, ANY)) {
      assertThat(torrent().snapshot().verifiedPieces()).isEqualTo(1);
      swarm.passAll();

      try (SeekableByteChannel channel = film.channel()) {
        assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(content);
      }
      assertThat(film.address()).isEmpty();
      assertThat(cinema.events.published).hasSize(1);
    }
  }

  @Test
  void whatNobodyWatchesAnyMoreIsNotDownloadedFurther() throws Exception {
    swarm.pass(2);
    Watching film = playback.start(bia, SINTEL, ANY);
    Watching other = playback.start(bia, SINTEL, ANY);
    assertThat(film.choice()).isEqualTo(other.choice());

    film.close();
    film.close();
    assertThat(priorityOfTheFilm()).isNotEqualTo(FilePriority.SKIP);
    other.close();

    assertThat(priorityOfTheFilm()).isEqualTo(FilePriority.SKIP);
    swarm.passAll();
    assertThat(torrent().snapshot().verifiedPieces()).isEqualTo(2);
    playback.start(bia, SINTEL, ANY);
    assertThat(priorityOfTheFilm()).isNotEqualTo(FilePriority.SKIP);
  }

  @Test
  void anEpisodeIsWatchedOutOfAPackAndNothingElseOfItIsDownloaded() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("share/Caminandes.S01"));
    Files.write(pack.resolve("Caminandes.S01E01.mkv"), new byte[60_000]);
    Files.write(pack.resolve("Caminandes.S01E02.mkv"), content);
    Files.write(pack.resolve("Caminandes.S01E03.mkv"), new byte[50_000]);
    MagnetLink link = MagnetLink.of(seeder.seed(pack, SeedOptions.PLAIN).infoHash());
    cinema.release(BUNNY, link, Episodes.seasons(List.of(1)));

    try (Watching third = playback.start(bia, BUNNY, ANY.episode(1, 3));
        Watching first = playback.start(bia, BUNNY, ANY.episode(1, 1))) {
      assertThat(third.channel().size()).isEqualTo(50_000);
      assertThat(first.channel().size()).isEqualTo(60_000);
      assertThat(wanted(link)).containsExactly(true, false, true);
      assertRefused(Reason.SOURCE_DOWN, () -> playback.start(bia, BUNNY, ANY.episode(1, 4)));
    }
    assertThat(wanted(link)).containsExactly(false, false, false);
  }

  @Test
  void anEpisodeThatNobodyWatchesIsNotDownloadedFurtherWhileAnotherIsWatched() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("share/Caminandes.S01"));
    Files.write(pack.resolve("Caminandes.S01E01.mkv"), new byte[60_000]);
    Files.write(pack.resolve("Caminandes.S01E02.mkv"), content);
    MagnetLink link = MagnetLink.of(seeder.seed(pack, SeedOptions.PLAIN).infoHash());
    cinema.release(BUNNY, link, Episodes.seasons(List.of(1)));

    try (Watching first = playback.start(bia, BUNNY, ANY.episode(1, 1))) {
      playback.start(bia, BUNNY, ANY.episode(1, 2)).close();

      assertThat(wanted(link)).containsExactly(true, false);
      assertThat(first.channel().size()).isEqualTo(60_000);
    }
  }

  private List<Boolean> wanted(MagnetLink link) {
    Torrent torrent = client.find(link.infoHash().orElseThrow()).orElseThrow();
    return torrent.snapshot().files().stream()
        .map(file -> file.priority() != FilePriority.SKIP)
        .toList();
  }

  @Test
  void aServerGivesPlayersAnAddressAsLongAsItIsWatched() throws Exception {
    AtomicInteger serving = new AtomicInteger();
    TorrentServer server =
        (torrent, file) -> {
          serving.incrementAndGet();
          URI address = URI.create("http://127.0.0.1/" + torrent.infoHash() + "/" + file);
          return new TorrentServer.Served(address, serving::decrementAndGet);
        };
    try (Playback served =
        cinema.settings().client(client, folder.resolve("films"), server).open()) {
      Watching film = served.start(bia, SINTEL, ANY);
      assertThat(film.address()).contains(URI.create("http://127.0.0.1/" + sintel + "/1"));
      assertThat(serving).hasValue(1);
      film.close();
      assertThat(serving).hasValue(0);
    }
  }

  @Test
  void aServerThatDoesNotEndLeavesNothingDownloading() throws Exception {
    TorrentServer stuck =
        (torrent, file) ->
            new TorrentServer.Served(
                URI.create("http://127.0.0.1/"),
                () -> {
                  throw new IllegalStateException("stuck");
                });
    try (Playback served =
        cinema.settings().client(client, folder.resolve("films"), stuck).open()) {
      Watching film = served.start(bia, SINTEL, ANY);

      assertThatIllegalStateException().isThrownBy(film::close).withMessage("stuck");

      assertThat(priorityOfTheFilm()).isEqualTo(FilePriority.SKIP);
      assertThat(served.streams(bia)).isEmpty();
    }
  }

  @Test
  void aServerThatDoesNotServeIsASourceThatIsDown() {
    TorrentServer broken =
        (torrent, file) -> {
          throw new IOException("no free port");
        };
    try (Playback served =
        cinema.settings().client(client, folder.resolve("films"), broken).open()) {
      assertRefused(Reason.SOURCE_DOWN, () -> served.start(bia, SINTEL, ANY));
    }
    assertThat(client.torrents()).isEmpty();
  }

  @Test
  void aTorrentOfTheApplicationGoesOn() throws Exception {
    client.add(
        TorrentSource.of(MagnetLink.of(sintel)), AddOptions.into(folder.resolve("elsewhere")));

    playback.start(bia, SINTEL, ANY).close();

    assertThat(priorityOfTheFilm()).isEqualTo(FilePriority.NORMAL);
  }

  @Test
  void aTorrentOfWhichNothingComesIsNotLeftInTheClient() {
    Playback hasty =
        cinema.settings().client(client, folder.resolve("films")).patience(NO_PATIENCE).open();
    swarm.pass(0);
    assertRefused(Reason.SOURCE_DOWN, () -> hasty.start(bia, SINTEL, ANY));
    assertThat(client.torrents()).isEmpty();

    seeder.close();
    assertRefused(Reason.SOURCE_DOWN, () -> hasty.start(bia, SINTEL, ANY));
    assertThat(client.torrents()).isEmpty();
    assertThat(cinema.events.published).isEmpty();
  }

  @Test
  void aTorrentThatTheApplicationRemovedIsAddedAgain() throws Exception {
    Watching gone = playback.start(bia, SINTEL, ANY);
    torrent().remove();

    try (Watching film = playback.start(bia, SINTEL, ANY)) {
      gone.close();
      assertThat(film.channel().size()).isEqualTo(content.length);
    }
  }

  @Test
  void aClosedClientIsASourceThatIsDown() throws Exception {
    Watching film = playback.start(bia, SINTEL, ANY);
    client.close();

    assertRefused(Reason.SOURCE_DOWN, () -> playback.start(bia, SINTEL, ANY));
    film.close();
    assertThat(playback.streams(bia)).isEmpty();
  }

  @Test
  void whatHasNoInfoHashOfVersionOneIsNothingToPlay() {
    MagnetLink second = MagnetLink.parse("magnet:?xt=urn:btmh:1220" + "ab".repeat(32));
    cinema.release(Cinema.BUNNY, second, Language.ENGLISH, 0);

    assertRefused(Reason.NOTHING_TO_PLAY, () -> playback.start(bia, Cinema.BUNNY, ANY));
  }

  @Test
  void aThreadThatIsInterruptedStartsNothing() {
    swarm.pass(0);
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> playback.start(bia, SINTEL, ANY));

    assertThat(playback.streams(bia)).isEmpty();
    assertThat(client.torrents()).isEmpty();
  }

  private Torrent torrent() {
    return client.find(sintel).orElseThrow();
  }

  private FilePriority priorityOfTheFilm() {
    return torrent().snapshot().files().stream()
        .filter(file -> file.path().endsWith("sintel.mkv"))
        .findFirst()
        .orElseThrow()
        .priority();
  }
}
