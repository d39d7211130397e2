package org.betor.p2p.internal.lsd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.loop.HandDrivenTimers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class LocalDiscoveryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final InfoHash SINTEL = new InfoHash("ab".repeat(20));
  private static final InfoHash BUNNY = new InfoHash("0c".repeat(20));
  private static final String NEIGHBOUR = "192.168.1.9";

  private final HandDrivenTimers timers = new HandDrivenTimers();
  private final List<Announcement> said = new ArrayList<>();
  private final List<InetSocketAddress> found = new ArrayList<>();
  private final LocalDiscovery discovery =
      new LocalDiscovery(said::add, timers, 6881, new Random(14));

  @Test
  void announcesSoonAndThenEveryFiveMinutes() {
    discovery.share(SINTEL, found::addAll);
    timers.pass(MINUTE);
    assertThat(said).hasSize(1);

    timers.pass(Duration.ofMinutes(3));
    assertThat(said).hasSize(1);
    timers.pass(Duration.ofMinutes(56));

    assertThat(said).hasSize(12);
    assertThat(said.get(11).torrents()).containsExactly(SINTEL);
    assertThat(said.get(11).port()).isEqualTo(6881);
  }

  @Test
  void announcesTogetherWhatIsAddedTogether() {
    discovery.share(SINTEL, found::addAll);
    discovery.share(BUNNY, found::addAll);
    timers.pass(MINUTE.dividedBy(2));

    assertThat(said).hasSize(1);
    assertThat(said.get(0).torrents()).containsExactlyInAnyOrder(SINTEL, BUNNY);
  }

  @Test
  void announcesOnceAMinuteHoweverManyTorrentsThereAre() {
    for (int i = 0; i < 200; i++) {
      discovery.share(torrent(i), found::addAll);
    }
    timers.pass(Duration.ofMinutes(9));

    assertThat(said).hasSize(9);
    assertThat(said.stream().map(Announcement::torrents).flatMap(Collection::stream).distinct())
        .hasSize(200);
  }

  @Test
  void announcesAtLastThoughTorrentsAreAddedWithoutEnd() {
    for (int i = 0; i < 100; i++) {
      discovery.share(torrent(i), found::addAll);
      timers.pass(Duration.ofMillis(500));
    }

    assertThat(said).hasSize(1);
  }

  @Test
  void announcesNoMoreOftenThoughATorrentIsPausedAndResumed() {
    for (int i = 0; i < 40; i++) {
      discovery.share(SINTEL, found::addAll);
      timers.pass(Duration.ofSeconds(3));
      discovery.leave(SINTEL);
      timers.pass(Duration.ofSeconds(3));
    }

    assertThat(said).hasSize(1);
  }

  @Test
  void saysNothingOfATorrentThatWasLeft() {
    discovery.share(SINTEL, found::addAll);
    discovery.leave(SINTEL);
    timers.pass(Duration.ofHours(1));
    hear(NEIGHBOUR, 7000, SINTEL);

    assertThat(said).isEmpty();
    assertThat(found).isEmpty();
    assertThat(timers.waiting()).isZero();
  }

  @Test
  void findsWhoSharesTheSame() {
    discovery.share(SINTEL, found::addAll);

    hear(NEIGHBOUR, 7000, BUNNY);
    hear("169.254.3.4", 7001, BUNNY, SINTEL);

    assertThat(found).containsExactly(at("169.254.3.4", 7001));
  }

  @Test
  void knowsItselfByItsCookie() {
    discovery.share(SINTEL, found::addAll);
    timers.pass(MINUTE);

    take(said.get(0).write(Meeting.USUAL.group()), NEIGHBOUR);

    assertThat(found).isEmpty();
  }

  @Test
  void ignoresWhoIsNotOfALocalNetwork() {
    discovery.share(SINTEL, found::addAll);

    hear("203.0.113.5", 7000, SINTEL);

    assertThat(found).isEmpty();
  }

  @Test
  void takesABoundedNumberOfPeersForATorrent() {
    discovery.share(SINTEL, found::addAll);
    for (int i = 0; i < 3 * Shared.MOST_PEERS; i++) {
      hear("10.0.%d.%d".formatted(i / 250, 1 + i % 250), 7000, SINTEL);
      timers.pass(MINUTE);
    }

    assertThat(found).hasSize(Shared.MOST_PEERS);
  }

  @Test
  void readsABoundedNumberOfDatagramsOfOneAddressAndHearsTheOthers() {
    discovery.share(SINTEL, found::addAll);
    for (int i = 0; i < 2 * Intake.OF_ONE; i++) {
      take("garbage".getBytes(ISO_8859_1), NEIGHBOUR);
    }
    hear(NEIGHBOUR, 7000, SINTEL);
    hear("192.168.1.10", 7000, SINTEL);
    assertThat(found).containsExactly(at("192.168.1.10", 7000));

    timers.pass(Intake.WINDOW);
    hear(NEIGHBOUR, 7000, SINTEL);

    assertThat(found).contains(at(NEIGHBOUR, 7000));
  }

  @Test
  void readsABoundedNumberOfDatagramsInAll() {
    discovery.share(SINTEL, found::addAll);
    for (int i = 0; i < Intake.OF_ALL; i++) {
      take("garbage".getBytes(ISO_8859_1), "10.1.%d.%d".formatted(i / 250, 1 + i % 250));
    }
    hear(NEIGHBOUR, 7000, SINTEL);

    assertThat(found).isEmpty();
  }

  private void hear(String from, int port, InfoHash... torrents) {
    take(new Announcement(port, List.of(torrents), "of another").write(at(from, 6771)), from);
  }

  private void take(byte[] datagram, String from) {
    assertThat(discovery.take(ByteBuffer.wrap(datagram), at(from, 6771))).isTrue();
  }

  private static InfoHash torrent(int number) {
    return new InfoHash("%040x".formatted(number));
  }

  private static InetSocketAddress at(String host, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
