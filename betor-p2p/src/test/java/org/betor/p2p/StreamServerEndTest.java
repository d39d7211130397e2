package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.spi.TorrentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated
class StreamServerEndTest {
  /** More than the system keeps for a client that reads nothing. */
  private static final int LARGE = 8_000_000;

  @TempDir private Path temp;

  private StreamedFiles torrent;
  private StreamServer server;
  private URI film;

  @BeforeEach
  void serve() throws Exception {
    Film made = Film.in(temp, LARGE);
    torrent = new StreamedFiles(made.metainfo(), temp);
    torrent.arrive(0, 0, 1000);
    server = StreamServer.open(torrent);
    film = server.address(0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void readsNoMoreForAClientThatGoesAwayWhileItWaits() throws IOException {
    try (RawRequest client = ask()) {
      client.head();
      awaitReaders(1);
    }
    awaitReaders(0);

    try (RawRequest client = ask()) {
      client.head();
      awaitReaders(1);
      client.halfClose();
      awaitReaders(0);
    }
  }

  @Test
  void readsNoMoreForAClientThatGoesAwayWhileItIsSlow() throws IOException {
    torrent.arrive();
    try (RawRequest client = ask()) {
      client.head();
      awaitReaders(1);
    }
    awaitReaders(0);
  }

  @Test
  void readsNoMoreForAClientThatReadsNothing() throws IOException {
    torrent.arrive();
    try (StreamServer impatient = StreamServer.open(torrent, 0, Duration.ofMillis(50));
        RawRequest client = ask(impatient.address(0))) {
      awaitReaders(1);
      awaitReaders(0);

      client.head();
      assertThatIsCutOff(client);
    }
  }

  @Test
  void cutsAnAnswerOffWhoseBytesDoNotCome() throws IOException {
    try (RawRequest client = ask()) {
      assertThat(client.head()).contains("Content-Length: " + LARGE);
      client.read(1000);
      Clients.eventually("it waits", () -> torrent.waitingReaders() == 1);

      torrent.endPatience();

      assertThatIsCutOff(client);
      awaitReaders(0);
    }
  }

  @Test
  void tellsThoseAboveItsLimitToTryAgain() throws IOException {
    List<RawRequest> clients = new ArrayList<>();
    try {
      for (int i = 1; i <= 16; i++) {
        clients.add(ask());
        awaitReaders(i);
      }

      try (RawRequest one = ask()) {
        assertThat(one.rest())
            .startsWith("HTTP/1.1 503 Service Unavailable\r\n")
            .contains("\r\nRetry-After: 1\r\n", "\r\nContent-Length: 0\r\n");
      }
      clients.remove(0).close();
      awaitReaders(15);
      clients.add(ask());
      awaitReaders(16);
    } finally {
      for (RawRequest client : clients) {
        client.close();
      }
    }
  }

  @Test
  void leavesNothingBehindWhenItIsClosed() throws Exception {
    torrent.arrive(0, 0, LARGE / 2);
    try (RawRequest waits = ask(film, "Range: bytes=" + (LARGE - 10) + "-");
        RawRequest slow = ask();
        RawRequest idle = new RawRequest(film)) {
      waits.head();
      slow.head();
      awaitReaders(2);

      server.close();

      assertThatNothingIsLeft();
      assertThatIsCutOff(waits);
      assertThatIsCutOff(slow);
      assertThatIsCutOff(idle);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TorrentException.Reason.class,
      names = {"REMOVED", "CLOSED", "DISK_FULL"})
  void closesWithItsTorrentAlthoughNobodyAsks(TorrentException.Reason reason) throws Exception {
    torrent.end(new TorrentException(reason, "it is over"));

    Clients.eventually("it is closed", server::isClosed);
    assertThatNothingIsLeft();
  }

  @Test
  void closesWithItsTorrentWhileSomebodyWaits() throws Exception {
    try (RawRequest client = ask()) {
      client.head();
      awaitReaders(1);

      torrent.remove();

      client.read(1000);
      assertThatIsCutOff(client);
      Clients.eventually("it is closed", server::isClosed);
      assertThatNothingIsLeft();
    }
  }

  @Test
  void mayBeClosedTwiceAndByAnInterruptedThread() {
    Thread.currentThread().interrupt();
    server.close();
    server.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.isClosed()).isTrue();
    eventuallyNoThread();
  }

  private RawRequest ask() throws IOException {
    return ask(film);
  }

  private static RawRequest ask(URI address, String... headers) throws IOException {
    return new RawRequest(address)
        .send(
            "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                .formatted(address.getPath(), headers.length == 0 ? "" : headers[0] + "\r\n"));
  }

  private void awaitReaders(int count) {
    Clients.eventually(count + " read", () -> torrent.readers() == count);
  }

  /** Ends before as much came as its head promised, or by a reset. */
  private static void assertThatIsCutOff(RawRequest client) {
    try {
      assertThat(client.rest().length()).isLessThan(LARGE);
    } catch (IOException e) {
      assertThatIOException().isThrownBy(client::rest);
    }
  }

  private void assertThatNothingIsLeft() throws IOException {
    eventuallyNoThread();
    assertThat(torrent.readers()).isZero();
    new ServerSocket(film.getPort(), 1, InetAddress.getLoopbackAddress()).close();
  }

  private static void eventuallyNoThread() {
    Clients.eventuallyNoThread("betor-http");
    Clients.eventuallyNoThread("betor-stream");
  }
}
