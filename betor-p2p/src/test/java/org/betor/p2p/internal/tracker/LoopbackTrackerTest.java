package org.betor.p2p.internal.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.tracker.AskedTrackers.SINTEL;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.betor.api.spi.SwarmReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopbackTrackerTest {
  private static final InetSocketAddress PEER = new InetSocketAddress("10.0.0.7", 6881);

  private final LoopbackTracker tracker = LoopbackTracker.open();
  private final AskedTrackers asked = AskedTrackers.open();

  @AfterEach
  void close() {
    asked.close();
    tracker.close();
  }

  @Test
  void isAnnouncedToOverUdp() throws Exception {
    announcesTo(tracker.udp());
  }

  @Test
  void isAnnouncedToOverHttp() throws Exception {
    announcesTo(tracker.http());
  }

  @Test
  void countsOverUdpAndHttp() throws Exception {
    tracker.add(SINTEL, PEER, true);

    assertThat(asked.scrape(tracker.udp()))
        .isEqualTo(new SwarmReport.Counted(tracker.udp(), 1, 0, 0));
    assertThat(asked.scrape(tracker.http()))
        .isEqualTo(new SwarmReport.Counted(tracker.http(), 1, 0, 0));
  }

  @Test
  void saysOverHttpThatItDoesNotKnowATorrent() throws Exception {
    assertThat(asked.scrape(tracker.http())).isEqualTo(new SwarmReport.Unknown(tracker.http()));
  }

  @Test
  void answersNothingWhileItIsDownAndWithAllItKnewAfterwards() throws Exception {
    tracker.add(SINTEL, PEER, true);
    tracker.down();

    assertThat(asked.announce(tracker.udp(), Duration.ofMillis(200)))
        .isInstanceOf(AnnounceAnswer.Refused.class);
    assertThat(asked.announce(tracker.http())).isInstanceOf(AnnounceAnswer.Refused.class);

    tracker.up();
    announcesTo(tracker.udp());
    announcesTo(tracker.http());
  }

  private void announcesTo(URI address) throws Exception {
    tracker.interval(Duration.ofSeconds(90)).add(SINTEL, PEER, true);

    AnnounceAnswer.Answered answer = (AnnounceAnswer.Answered) asked.announce(address);

    assertThat(answer.peers()).isEqualTo(List.of(PEER));
    assertThat(answer.interval()).isEqualTo(Duration.ofSeconds(90));
    assertThat(answer.seeders()).isEqualTo(OptionalInt.of(1));
    assertThat(answer.leechers()).isEqualTo(OptionalInt.of(1));
    assertThat(tracker.next())
        .isEqualTo(
            new LoopbackTracker.Heard(
                SINTEL,
                "2d4245303030312d6162636465666768696a6b6c",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 51413),
                Announce.Event.STARTED,
                new Announce.Progress(11, 22, 33)));
    assertThat(tracker.peers(SINTEL))
        .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 51413));
  }
}
