package org.betor.examples.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthCommandTest {
  private static final String HEX = "61".repeat(20);
  private static final String ANSWER =
      "d5:filesd20:%sd8:completei12e10:downloadedi456e10:incompletei3eeee"
          .formatted("a".repeat(20));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer tracker;

  @BeforeEach
  void startATracker() throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    tracker = HttpServer.create(loopback, 0);
    tracker.createContext(
        "/scrape",
        exchange -> {
          byte[] answer = ANSWER.getBytes(ISO_8859_1);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    tracker.start();
  }

  @AfterEach
  void stopTheTracker() {
    tracker.stop(0);
  }

  @Test
  void printsWhatEachTrackerSays() {
    assertThat(run("health", magnet())).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            address() + ": 12 seeders, 3 leechers, downloaded 456 times",
            "At best: 12 seeders, 3 leechers");
  }

  @Test
  void printsItAsJson() {
    assertThat(run("health", "--json", magnet())).isZero();

    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/seeders").intValue()).isEqualTo(12);
    assertThat(json.at("/trackers/0/tracker").stringValue()).isEqualTo(address());
  }

  @Test
  void failsIfNobodyAnswers() {
    tracker.stop(0);

    assertThat(run("health", magnet())).isEqualTo(1);
    assertThat(out.toString()).contains(address() + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "health",
        "health sintel",
        "health magnet:?xt=urn:btih:6161616161616161616161616161616161616161",
        "health --patience 0 magnet:?xt=urn:btih:6161616161616161616161616161616161616161"
      })
  void answersAMisuseWithOneLineAndCode2(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().startsWith("betor: ");
  }

  private String address() {
    return "http://127.0.0.1:" + tracker.getAddress().getPort() + "/announce";
  }

  private String magnet() {
    return "magnet:?xt=urn:btih:" + HEX + "&tr=" + URLEncoder.encode(address(), UTF_8);
  }

  private int run(String... args) {
    return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
