package org.betor.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;
import org.betor.testkit.ScriptedSwarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients in this program, the server in another one that dies and comes back. */
@Timeout(120)
class TwoProgramsTest {
  private static final int PIECE = 16 << 10;
  private static final int PIECES = 4;

  @TempDir private Path folder;

  @Test
  void whatClientsTransferAddsUpInAServerThatDies() throws Exception {
    Path people = folder.resolve("people");
    makePeople(people);
    ScriptedSwarm swarm = new ScriptedSwarm();
    try (TorrentClient bia = swarm.open(folder.resolve("bia"));
        TorrentClient caio = swarm.open(folder.resolve("caio"))) {
      share(swarm, bia, caio);
      TrafficReporter ofBia = new TrafficReporter(bia);
      TrafficReporter ofCaio = new TrafficReporter(caio);
      List<String> replayed = new ArrayList<>();
      try (Line line = new Line(people)) {
        swarm.pass(1);
        ofBia.send(report -> line.ok("Bia", report.json()));
        ofCaio.send(report -> line.ok("Caio", report.json()));
        swarm.pass(1);
        line.say("die");
        ofCaio.send(report -> replayed.add(report.json()));
        assertThatExceptionOfType(UncheckedIOException.class)
            .isThrownBy(() -> ofBia.send(report -> line.ok("Bia", report.json())));
      }
      try (Line line = new Line(people)) {
        ofBia.send(report -> line.ok("Bia", report.json()));
        swarm.passAll();
        ofBia.send(report -> line.ok("Bia", report.json()));
        ofCaio.send(report -> line.ok("Caio", report.json()));
        replayed.forEach(late -> line.ok("Caio", late));
        assertThat(line.ask("Caio {}")).isEqualTo("INVALID");
      }
    }
    assertTotals(people);
  }

  private static void makePeople(Path folder) {
    try (Accounts accounts =
        Accounts.builder().folder(folder).passwordCost(Community.CHEAP).open()) {
      accounts.users().register(Community.newUser("Bia"));
      accounts.users().register(Community.newUser("Caio"));
    }
  }

  private void share(ScriptedSwarm swarm, TorrentClient from, TorrentClient to) throws Exception {
    Path film = Files.createDirectories(folder.resolve("films")).resolve("Sintel.mkv");
    Files.write(film, new byte[PIECES * PIECE]);
    swarm.pass(0);
    MagnetLink link = MagnetLink.of(from.seed(film, SeedOptions.PLAIN).infoHash());
    to.add(TorrentSource.of(link), AddOptions.builder(folder.resolve("copies")).build());
  }

  private static void assertTotals(Path folder) {
    try (Accounts accounts = Accounts.open(folder)) {
      Standing bia = standing(accounts, "Bia");
      Standing caio = standing(accounts, "Caio");
      assertThat(bia.uploadedBytes()).isEqualTo(PIECES * PIECE);
      assertThat(bia.downloadedBytes()).isZero();
      assertThat(caio.uploadedBytes()).isZero();
      assertThat(caio.downloadedBytes()).isEqualTo(PIECES * PIECE);
    }
  }

  private static Standing standing(Accounts accounts, String name) {
    return accounts.ratios().standing(accounts.users().findByName(name).orElseThrow().id());
  }

  /** A server and the line to it; closing it ends both. */
  private static final class Line implements AutoCloseable {
    private final Process server;
    private final Socket socket;
    private final BufferedReader answers;
    private final PrintStream words;

    Line(Path people) throws IOException {
      server = TrafficServer.start(people);
      int port = Integer.parseInt(requireNonNull(server.inputReader(UTF_8).readLine()));
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      words = new PrintStream(socket.getOutputStream(), true, UTF_8);
    }

    void say(String word) {
      words.println(word);
    }

    String ask(String question) {
      say(question);
      try {
        String answer = answers.readLine();
        if (answer == null) {
          throw new IOException("the server is gone");
        }
        return answer;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    void ok(String name, String json) {
      assertThat(ask(name + " " + json)).isEqualTo("ok");
    }

    @Override
    public void close() throws IOException {
      socket.close();
      server.onExit().join();
    }
  }
}
