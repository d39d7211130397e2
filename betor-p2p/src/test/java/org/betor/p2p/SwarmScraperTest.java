package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Swarm;
import org.betor.api.spi.SwarmReport;
import org.betor.api.spi.TorrentException;
import org.betor.p2p.internal.tracker.LoopbackTracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SwarmScraperTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final LoopbackTracker tracker = opened(LoopbackTracker.open());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void reportsWhatEachTrackerOfALinkSays() throws Exception {
    tracker.add(SINTEL, new InetSocketAddress("10.0.0.7", 6881), true);
    tracker.add(SINTEL, new InetSocketAddress("10.0.0.8", 6881), false);
    MagnetLink link =
        MagnetLink.parse(
            "magnet:?xt=%s&tr=%s&tr=wss://tracker.example&tr=%s"
                .formatted(SINTEL.urn(), tracker.udp(), tracker.http()));
    SwarmScraper scraper = opened(SwarmScraper.open());

    SwarmReport report = scraper.scrape(link, PATIENCE);

    assertThat(report.answers())
        .containsExactly(
            new SwarmReport.Counted(tracker.udp(), 1, 1, 0),
            new SwarmReport.Failed(
                URI.create("wss://tracker.example"),
                "trackers are asked over UDP, HTTP and HTTPS only"),
            new SwarmReport.Counted(tracker.http(), 1, 1, 0));
    assertThat(report.swarm(Instant.EPOCH)).contains(new Swarm(1, 1, Instant.EPOCH));
  }

  @Test
  void hasAReportInTimeThoughSomeTrackersAreSilent() throws Exception {
    tracker.add(SINTEL, new InetSocketAddress("10.0.0.7", 6881), true);
    URI silentHttp = URI.create("http://127.0.0.1:" + silentServer() + "/announce");
    URI silentUdp = URI.create("udp://127.0.0.1:" + silentPort());
    SwarmScraper scraper = opened(SwarmScraper.open());

    SwarmReport report =
        scraper.scrape(
            SINTEL, List.of(silentHttp, tracker.http(), silentUdp), Duration.ofSeconds(3));

    assertThat(report.answers())
        .extracting(SwarmReport.Answer::tracker)
        .containsExactly(silentHttp, tracker.http(), silentUdp);
    assertThat(report.answers().get(0)).isInstanceOf(SwarmReport.Failed.class);
    assertThat(report.answers().get(1)).isEqualTo(new SwarmReport.Counted(tracker.http(), 1, 0, 0));
    assertThat(report.answers().get(2))
        .isEqualTo(new SwarmReport.Failed(silentUdp, "no answer within 3 s"));
  }

  @Test
  void reportsNothingWhereNobodyIsAsked() throws Exception {
    SwarmScraper scraper = opened(SwarmScraper.open());

    assertThat(scraper.scrape(MagnetLink.of(SINTEL), PATIENCE).answers()).isEmpty();
  }

  @Test
  void doesNotAskMoreThanAHundredTrackers() throws Exception {
    List<URI> many =
        IntStream.range(0, 120).mapToObj(i -> URI.create("wss://" + i + ".example")).toList();
    SwarmScraper scraper = opened(SwarmScraper.open());

    SwarmReport report = scraper.scrape(SINTEL, many, PATIENCE);

    assertThat(report.answers()).hasSize(120);
    assertThat(report.answers())
        .filteredOn(answer -> answer.toString().contains("too many trackers"))
        .hasSize(20);
  }

  @Test
  void refusesALinkWithoutAnInfoHashAndPatienceOfNoTime() throws Exception {
    SwarmScraper scraper = opened(SwarmScraper.open());
    MagnetLink link = MagnetLink.parse("magnet:?xs=urn:btpk:" + "ab".repeat(32));

    assertThatThrownBy(() -> scraper.scrape(link, PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> scraper.scrape(MagnetLink.of(SINTEL), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesNothingBehindWhenItIsClosedEvenWhileSomebodyWaits() throws Exception {
    List<URI> silent = List.of(URI.create("http://127.0.0.1:" + silentServer() + "/announce"));
    SwarmScraper scraper = SwarmScraper.open();
    CompletableFuture<SwarmReport> waiting =
        CompletableFuture.supplyAsync(() -> scrape(scraper, silent));
    awaitConnection();

    scraper.close();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TorrentException.class);
    Clients.eventuallyNoThread("betor-scraper");
    assertThatThrownBy(() -> scraper.scrape(SINTEL, silent, PATIENCE))
        .isInstanceOf(TorrentException.class);
    scraper.close();
  }

  private final List<ServerSocket> servers = new ArrayList<>();

  private int silentServer() throws Exception {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    servers.add(opened(server));
    return server.getLocalPort();
  }

  private void awaitConnection() throws Exception {
    opened(servers.get(0).accept());
  }

  private int silentPort() throws Exception {
    return opened(new DatagramSocket(0, InetAddress.getLoopbackAddress())).getLocalPort();
  }

  private static SwarmReport scrape(SwarmScraper scraper, List<URI> trackers) {
    try {
      return scraper.scrape(SINTEL, trackers, PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T extends AutoCloseable> T opened(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
