package org.betor.samples;

import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Writes requests down, gets into trouble, and answers with the face of one software. */
final class TorznabHandler implements HttpHandler {
  private static final String NAMESPACES =
      "xmlns:atom=\"http://www.w3.org/2005/Atom\""
          + " xmlns:torznab=\"http://torznab.com/schemas/2015/feed\"";

  private final TorznabFace face;
  private final SampleTorznab.Builder settings;
  private final List<TorznabRelease> releases;
  private final Consumer<String> notebook;
  private final Deque<Rule> rules = new ArrayDeque<>();

  TorznabHandler(SampleTorznab.Builder settings, Consumer<String> notebook) {
    this.face = settings.face;
    this.settings = settings;
    this.releases = TorznabRelease.of(settings.posts, settings.statesIds);
    this.notebook = notebook;
  }

  synchronized void trouble(String function, TorznabTrouble trouble, int times) {
    rules.addFirst(new Rule(function, trouble, times));
  }

  synchronized void heal() {
    rules.clear();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      notebook.accept(uri.toString().substring(1));
      URI root = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + "/");
      send(exchange, answer(uri, root));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the endpoint is closing").initCause(e);
    }
  }

  private Answer answer(URI uri, URI root) throws InterruptedException {
    String path = uri.getPath().substring(1);
    TorznabQuery query = TorznabQuery.of(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    TorznabLinks links = links(root);
    if (path.equals(face.downloadPath())) {
      return download(query, links);
    }
    if (!path.equals(face.path() + "api")) {
      return Answer.html(404, "<h1>Not Found</h1>");
    }
    Optional<TorznabTrouble> trouble = next(query.function());
    return trouble.isPresent()
        ? inTrouble(trouble.get(), query, links, root)
        : well(query, links, root);
  }

  private Answer well(TorznabQuery query, TorznabLinks links, URI root) {
    return face.objection(query, settings.key)
        .orElseGet(() -> query.function().equals("caps") ? face.caps() : feed(query, links, root));
  }

  private Answer feed(TorznabQuery query, TorznabLinks links, URI root) {
    List<TorznabRelease> all = query.answers(releases);
    int first = settings.ignoresOffset ? 0 : Math.min(query.offset(), all.size());
    int last = settings.ignoresLimit ? all.size() : Math.min(first + query.limit(), all.size());
    String items =
        all.subList(first, last).stream()
            .map(release -> "    <item>\n" + face.item(release, links) + "    </item>\n")
            .collect(joining());
    return TorznabFace.xml(
        200,
        "application/rss+xml; charset=utf-8",
        "<rss version=\"2.0\" %s>\n  <channel>\n%s%s  </channel>\n</rss>\n"
            .formatted(NAMESPACES, face.channel(root), items));
  }

  /** Redirects to the magnet link, or to the tracker's own address. */
  private Answer download(TorznabQuery query, TorznabLinks links) {
    String file = query.value("file").orElse("");
    return releases.stream()
        .filter(release -> release.title().equals(file))
        .findFirst()
        .map(
            release ->
                release.form() == TorznabRelease.Form.MAGNET
                    ? links.magnet(release)
                    : links.trackers(release))
        .map(target -> Answer.redirect(301, target))
        .orElseGet(() -> Answer.html(404, "<h1>Not Found</h1>"));
  }

  private TorznabLinks links(URI root) {
    boolean prowlarr = face instanceof ProwlarrFace;
    return new TorznabLinks(
        root.resolve(face.downloadPath()),
        prowlarr ? "apikey" : "jackett_apikey",
        settings.key,
        prowlarr ? "link" : "path",
        settings.passkey,
        settings.passkeyPlace);
  }

  private Answer inTrouble(TorznabTrouble trouble, TorznabQuery query, TorznabLinks links, URI root)
      throws InterruptedException {
    return switch (trouble) {
      case LIMIT_REACHED ->
          TorznabFace.xml(200, "application/xml", TorznabFace.error(500, "Request limit reached"));
      case CHALLENGE -> Trouble.CHALLENGE.instead(well(query, links, root));
      case LOGIN_PAGE ->
          Answer.html(200, "<!doctype html><html><head><title>Login</title></head></html>");
      case BAD_GATEWAY -> Answer.html(502, "<h1>Bad Gateway</h1>");
      case TRUNCATED -> Trouble.TRUNCATED.instead(well(query, links, root));
      case GARBAGE -> Trouble.GARBAGE.instead(well(query, links, root));
      case HANGING -> hang();
      case BUSY, DISABLED, FAILING -> face.inTrouble(trouble);
    };
  }

  private static Answer hang() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new IllegalStateException("nobody opens this latch");
  }

  private synchronized Optional<TorznabTrouble> next(String function) {
    Optional<Rule> first =
        rules.stream().filter(rule -> function.startsWith(rule.function)).findFirst();
    first.filter(rule -> --rule.times == 0).ifPresent(rules::remove);
    return first.map(rule -> rule.trouble);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static final class Rule {
    private final String function;
    private final TorznabTrouble trouble;
    private int times;

    private Rule(String function, TorznabTrouble trouble, int times) {
      this.function = function;
      this.trouble = trouble;
      this.times = times;
    }
  }
}
