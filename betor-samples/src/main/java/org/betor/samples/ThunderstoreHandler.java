package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes requests down, gets into trouble, and answers as Thunderstore does. */
final class ThunderstoreHandler implements HttpHandler {
  private static final Pattern PACKAGE =
      Pattern.compile("api/experimental/package/([^/]+)/([^/]+)/");
  private static final Pattern DOWNLOAD = Pattern.compile("package/download/([^/]+/[^/]+/[^/]+/)");
  private static final Pattern ARCHIVE = Pattern.compile("repository/packages/(.+)\\.zip");
  private static final String GAME =
      "api/cyberstorm/community/%s/".formatted(ThunderstorePackages.COMMUNITY);

  private static final Map<String, Object> LISTING =
      Map.of(
          "has_nsfw_content",
          false,
          "categories",
          List.of("Tools", "Light & Shade"),
          "community",
          ThunderstorePackages.COMMUNITY,
          "review_status",
          "approved");

  private final Map<String, ThunderstorePackage> packages = new ConcurrentHashMap<>();
  private final Map<String, byte[]> archives = new ConcurrentHashMap<>();
  private final Map<String, String> sayings = new ConcurrentHashMap<>();
  private final Troubles troubles = new Troubles();
  private final Consumer<String> notebook;

  ThunderstoreHandler(Consumer<String> notebook) {
    this.notebook = notebook;
  }

  Troubles troubles() {
    return troubles;
  }

  void put(ThunderstorePackage one) {
    packages.put(one.fullName(), one);
    archives.put(one.fullName(), one.zip());
  }

  void send(String fullName, byte[] archive) {
    archives.put(fullName, archive);
  }

  void say(String fullName, String json) {
    sayings.put(fullName, json);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      notebook.accept(path);
      Optional<Trouble> trouble = troubles.next(path);
      Answer well = answer(path, home(exchange));
      send(exchange, trouble.map(it -> it.instead(well)).orElse(well), trouble);
    }
  }

  private Answer answer(String path, String home) {
    Matcher named = PACKAGE.matcher(path);
    if (named.matches()) {
      return told(named.group(1) + "-" + named.group(2), home);
    }
    Matcher download = DOWNLOAD.matcher(path);
    if (download.matches()) {
      return download(download.group(1), home);
    }
    Matcher archive = ARCHIVE.matcher(path);
    if (archive.matches() && archives.containsKey(archive.group(1))) {
      String latin = new String(archives.get(archive.group(1)), StandardCharsets.ISO_8859_1);
      return Answer.html(200, "").with("Content-Type", "application/zip").withBytes(latin);
    }
    return path.equals(GAME) ? Answer.json(Json.of(game(home))) : missing();
  }

  private Answer told(String fullName, String home) {
    if (sayings.containsKey(fullName)) {
      return Answer.json(sayings.get(fullName));
    }
    return Optional.ofNullable(packages.get(fullName))
        .map(one -> Answer.json(Json.of(document(one, home))))
        .orElseGet(ThunderstoreHandler::missing);
  }

  /** The archives are somewhere else, as they are at the real one. */
  private Answer download(String path, String home) {
    return packages.values().stream()
        .filter(one -> one.path().equals(path))
        .findFirst()
        .map(one -> Answer.redirect(302, home + "repository/packages/" + one.fullName() + ".zip"))
        .orElseGet(ThunderstoreHandler::missing);
  }

  private static Map<String, Object> document(ThunderstorePackage one, String home) {
    return Map.of(
        "namespace", one.namespace(),
        "name", one.name(),
        "full_name", one.fullName(),
        "owner", one.namespace(),
        "date_created", "2024-02-29T10:11:12.000001Z",
        "is_deprecated", one.isDeprecated(),
        "total_downloads", -1,
        "latest", one.latest(home),
        "community_listings", List.of(LISTING));
  }

  private static Map<String, Object> game(String home) {
    return Map.of(
        "name",
        "Moth Lighthouse",
        "identifier",
        ThunderstorePackages.COMMUNITY,
        "short_description",
        "Keep the light.",
        "description",
        "Keep the light, and the moths.",
        "cover_image_url",
        home + "cover.webp",
        "is_listed",
        true);
  }

  private static Answer missing() {
    return Answer.json(404, "{\"detail\":\"Not found.\"}");
  }

  private static String home(HttpExchange exchange) {
    InetSocketAddress local = exchange.getLocalAddress();
    return "http://%s:%d/".formatted(local.getAddress().getHostAddress(), local.getPort());
  }

  private static void send(HttpExchange exchange, Answer answer, Optional<Trouble> trouble)
      throws IOException {
    boolean cut = trouble.filter(Trouble.CUT_CONNECTION::equals).isPresent();
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(cut ? Arrays.copyOf(body, body.length / 2) : body);
    }
  }
}
