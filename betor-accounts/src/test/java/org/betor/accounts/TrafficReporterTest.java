package org.betor.accounts;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;
import org.betor.testkit.ScriptedSwarm;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficReporterTest {
  private static final int PIECE = 16 << 10;
  private static final int PIECES = 6;

  @TempDir private Path folder;

  private final SimulatedTime time = new SimulatedTime();
  private final ScriptedSwarm swarm = new ScriptedSwarm();
  private final List<TrafficReport> carried = new ArrayList<>();
  private TorrentClient seeder;
  private TorrentClient leecher;
  private Torrent seeding;
  private TrafficReporter reporter;

  @BeforeEach
  void seed() throws Exception {
    Path film = Files.createDirectories(folder.resolve("seed")).resolve("Sintel.mkv");
    Files.write(film, new byte[PIECES * PIECE]);
    seeder = swarm.open(folder.resolve("seed"));
    leecher = swarm.open(folder.resolve("leech"));
    seeding = seeder.seed(film, SeedOptions.PLAIN);
    swarm.pass(0);
    reporter = reporter(leecher);
  }

  @AfterEach
  void close() {
    seeder.close();
    leecher.close();
  }

  private TrafficReporter reporter(TorrentClient client) {
    return new TrafficReporter(client, time, new Random(1));
  }

  private Torrent download() {
    return leecher.add(
        TorrentSource.of(MagnetLink.of(seeding.infoHash())),
        AddOptions.builder(folder.resolve("films")).build());
  }

  @Test
  void tellsWhatAddedUpSinceItBegan() {
    TrafficReporter other = reporter(seeder);
    download();
    swarm.pass(1);
    reporter.send(carried::add);
    swarm.pass(2);
    reporter.send(carried::add);
    other.send(carried::add);

    assertThat(carried)
        .extracting(TrafficReport::downloadedBytes)
        .containsExactly((long) PIECE, 3L * PIECE, 0L);
    assertThat(carried)
        .extracting(TrafficReport::uploadedBytes)
        .containsExactly(0L, 0L, 3L * PIECE);
    assertThat(carried).extracting(TrafficReport::infoHash).containsOnly(seeding.infoHash());
    assertThat(carried.get(0).session()).isEqualTo(carried.get(1).session());
    assertThat(carried.get(0).sequence()).isLessThan(carried.get(1).sequence());
    assertThat(carried.get(0).began()).isEqualTo(time.instant());
  }

  @Test
  void saysNothingWhereNothingMoved() {
    download();
    reporter.send(carried::add);
    swarm.pass(1);
    reporter.send(carried::add);
    reporter.send(carried::add);

    assertThat(carried).hasSize(1);
  }

  @Test
  void whatWasNotTakenComesAgainThoughNothingMovedSince() {
    download();
    swarm.pass(1);
    assertThatIllegalStateException().isThrownBy(() -> reporter.send(this::lose));
    assertThat(carried).isEmpty();

    reporter.send(carried::add);
    assertThat(carried).extracting(TrafficReport::downloadedBytes).containsExactly((long) PIECE);
  }

  private void lose(TrafficReport report) {
    throw new IllegalStateException("no route for " + report.infoHash());
  }

  @Test
  void aLaterReporterCountsWhatCameAfterTheOneBefore() {
    download();
    swarm.pass(2);
    reporter.send(carried::add);
    TrafficReporter later = new TrafficReporter(leecher, time, new Random(2));
    swarm.pass(1);
    later.send(carried::add);

    assertThat(carried)
        .extracting(TrafficReport::downloadedBytes)
        .containsExactly(2L * PIECE, (long) PIECE);
    assertThat(carried.get(0).session()).isNotEqualTo(carried.get(1).session());
  }

  @Test
  void aTorrentThatIsRemovedAndAddedAgainCountsOn() {
    Torrent first = download();
    swarm.pass(2);
    reporter.send(carried::add);
    first.removeWithFiles();
    download();
    swarm.pass(1);
    reporter.send(carried::add);

    assertThat(carried)
        .extracting(TrafficReport::downloadedBytes)
        .containsExactly(2L * PIECE, 3L * PIECE);
  }

  @Test
  void whatARemovedTorrentTransferredLastIsToldAndThenForgotten() {
    Torrent torrent = download();
    swarm.pass(1);
    assertThatIllegalStateException().isThrownBy(() -> reporter.send(this::lose));
    torrent.remove();

    reporter.send(carried::add);
    reporter.send(carried::add);
    assertThat(carried).extracting(TrafficReport::downloadedBytes).containsExactly((long) PIECE);
  }

  @Test
  void afterAWeekAnotherSessionBeginsAndNothingCountsTwice() {
    download();
    for (int piece = 0; piece < PIECES; piece++) {
      swarm.pass(1);
      if (piece % 2 == 0) {
        assertThatIllegalStateException().isThrownBy(() -> reporter.send(this::lose));
      }
      time.advance(Duration.ofDays(4));
      reporter.send(carried::add);
    }

    assertThat(carried.stream().map(TrafficReport::session).distinct()).hasSizeGreaterThan(1);
    assertThat(lastOfEachSession()).isEqualTo((long) PIECES * PIECE);
  }

  private long lastOfEachSession() {
    return carried.stream().collect(groupingBy(TrafficReport::session)).values().stream()
        .mapToLong(reports -> reports.get(reports.size() - 1).downloadedBytes())
        .sum();
  }
}
