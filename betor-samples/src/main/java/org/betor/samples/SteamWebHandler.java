package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Writes requests down, waits, gets into trouble, and answers as the service of the path does. */
final class SteamWebHandler implements HttpHandler {
  private static final Pattern DETAILS =
      Pattern.compile("ISteamRemoteStorage/GetPublishedFileDetails/v(1|0001)/");
  private static final Pattern COLLECTIONS =
      Pattern.compile("ISteamRemoteStorage/GetCollectionDetails/v(1|0001)/");
  private static final Pattern WITH_KEY = Pattern.compile("IPublishedFileService/GetDetails/v1/");

  private final FakeSteamWeb.Builder settings;
  private final SteamShelf shelf;
  private final Consumer<SteamRequest> notebook;
  private final SteamRemoteStorage storage;
  private final SteamPublishedFiles files;
  private final Troubles troubles = new Troubles();
  private final Set<String> adult = ConcurrentHashMap.newKeySet();

  SteamWebHandler(
      FakeSteamWeb.Builder settings, SteamShelf shelf, Consumer<SteamRequest> notebook) {
    this.settings = settings;
    this.shelf = shelf;
    this.notebook = notebook;
    this.storage = new SteamRemoteStorage(shelf, settings.oldStyle);
    this.files = new SteamPublishedFiles(shelf, storage, settings.key);
  }

  Troubles troubles() {
    return troubles;
  }

  void askForAge(long id) {
    adult.add(Long.toString(id));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      SteamRequest request = SteamRequest.of(exchange);
      notebook.accept(request);
      settings.pause.pause(settings.latency);
      Optional<Trouble> trouble = troubles.next(request.address());
      Answer well = answer(request, root(exchange));
      send(exchange, trouble.map(it -> it.instead(well)).orElse(well), trouble);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the services are closing").initCause(e);
    }
  }

  private Answer answer(SteamRequest request, URI root) {
    String path = request.path();
    if (DETAILS.matcher(path).matches()) {
      return storage.details(request, root);
    }
    if (COLLECTIONS.matcher(path).matches()) {
      return storage.collections(request);
    }
    if (WITH_KEY.matcher(path).matches()) {
      return files.details(request, root);
    }
    return switch (path) {
      case "api/appdetails" -> SteamStore.appDetails(request);
      case "sharedfiles/filedetails/" ->
          adult.contains(request.query().get("id"))
              ? SteamPage.adult()
              : SteamPage.answer(request, shelf);
      default -> SteamFiles.answer(request, shelf);
    };
  }

  private static URI root(HttpExchange exchange) {
    InetSocketAddress local = exchange.getLocalAddress();
    return URI.create(
        "http://%s:%d/".formatted(local.getAddress().getHostAddress(), local.getPort()));
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
