package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.betor.api.spi.Pause;

/** Counts requests, waits, gets into trouble, and answers. */
final class SiteHandler implements HttpHandler {
  private final String site;
  private final Blog blog;
  private final Website website;
  private final String robots;
  private final int minChars;
  private final Pause pause;
  private final Troubles troubles = new Troubles();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private volatile Duration latency;

  SiteHandler(SampleSite.Builder builder) {
    this.site = builder.site;
    this.blog =
        new Blog(builder.theme, builder.posts, builder.postsPerPage, builder.redirectsSingleHit);
    this.website = builder.website == null ? this::blogAnswer : builder.website;
    this.robots = builder.robots;
    this.minChars = builder.minChars;
    this.pause = builder.pause;
    this.latency = builder.latency;
  }

  Blog blog() {
    return blog;
  }

  Troubles troubles() {
    return troubles;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  void latency(Duration latency) {
    this.latency = latency;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.of(exchange, site);
      counts.merge(request.address(), 1, Integer::sum);
      pause.pause(latency);
      Optional<Trouble> trouble =
          request.moved() ? Optional.empty() : troubles.next(request.address());
      Answer answer = trouble.map(it -> inTrouble(request, it)).orElseGet(() -> well(request));
      send(exchange, answer, trouble.filter(Trouble.CUT_CONNECTION::equals).isPresent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the site is closing").initCause(e);
    }
  }

  private Answer inTrouble(Request request, Trouble trouble) {
    return trouble == Trouble.MOVED
        ? Answer.redirect(301, request.newAddress())
        : trouble.instead(well(request));
  }

  private Answer well(Request request) {
    if (request.isRobots()) {
      return Answer.text(robots);
    }
    if (!request.isHere()) {
      return Answer.html(404, "<h1>Not Found</h1>");
    }
    Answer answer = website.answer(request);
    return answer.status() == 200 ? answer.withBody(Padding.fill(answer.body(), minChars)) : answer;
  }

  private Answer blogAnswer(Request request) {
    return blog.answer(request.home(), request.path(), request.query());
  }

  private static void send(HttpExchange exchange, Answer answer, boolean cut) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(cut ? Arrays.copyOf(body, body.length / 2) : body);
    }
  }
}
