package org.betor.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.betor.api.model.Release;
import org.betor.api.spi.Query;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone else's plugin, on the class path of an application that does not know its class. */
class ProviderTemplateTest {
  private static final Path PAGES =
      Path.of("..", "provider-template", "src", "test", "resources", "recorded-pages");
  private static final Map<String, String> SITE =
      Map.of(
          "/find?title=sintel", "search-sintel.html",
          "/film/17-sintel", "film-sintel.html",
          "/film/8-big-buck-bunny", "film-big-buck-bunny.html");

  private HttpServer server;
  private String home;

  @BeforeEach
  void startTheSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    home = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stopTheSite() {
    server.stop(0);
  }

  @Test
  void isFoundAtRunTimeAndReadsItsSite(@TempDir Path folder) throws Exception {
    try (Betor betor =
        Betor.builder(folder)
            .only("reelshelf")
            .setting("reelshelf.home", home)
            .pause(ProviderTemplateTest::onlyDeadlinesTakeTime)
            .open()) {
      Report report = betor.search(Query.text("sintel")).report();

      assertThat(report.outcomes())
          .singleElement()
          .isInstanceOfSatisfying(
              Outcome.Found.class, found -> assertThat(found.posts()).isEqualTo(2));
      assertThat(report.releases()).extracting(Release::title).contains("Sintel");
    }
  }

  /** Nobody is asked too often here; a deadline is never reached. */
  private static void onlyDeadlinesTakeTime(Duration time) throws InterruptedException {
    if (time.compareTo(Duration.ofSeconds(60)) >= 0) {
      new CountDownLatch(1).await();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String page = SITE.get(exchange.getRequestURI().toString());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String html = Files.readString(PAGES.resolve(page));
      byte[] body =
          html.replace("https://reelshelf.example/", home).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
