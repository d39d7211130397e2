package org.betor.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes requests down, waits, gets into trouble, and answers with one of the services. */
final class TitlesHandler implements HttpHandler {
  private static final String MOVED = "novo/";

  private final SampleTitles.Builder settings;
  private final Map<String, TitleService> services;
  private final Consumer<String> notebook;
  private final Troubles troubles = new Troubles();

  TitlesHandler(
      SampleTitles.Builder settings,
      Map<String, TitleService> services,
      Consumer<String> notebook) {
    this.settings = settings;
    this.services = services;
    this.notebook = notebook;
  }

  Troubles troubles() {
    return troubles;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String address = exchange.getRequestURI().toString().substring(1);
      notebook.accept(address);
      settings.pause.pause(settings.latency);
      Optional<Trouble> trouble =
          address.startsWith(MOVED) ? Optional.empty() : troubles.next(address);
      send(exchange, answer(exchange, address, trouble), trouble);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the services are closing").initCause(e);
    }
  }

  private Answer answer(HttpExchange exchange, String address, Optional<Trouble> trouble) {
    if (trouble.filter(Trouble.MOVED::equals).isPresent()) {
      return Answer.redirect(301, "/" + MOVED + address);
    }
    String here = address.startsWith(MOVED) ? address.substring(MOVED.length()) : address;
    TitleRequest request = TitleRequest.of(exchange, here);
    TitleService service = services.get(request.service());
    Answer well =
        service == null ? Answer.html(404, "<h1>Not Found</h1>") : service.answer(request);
    return trouble.map(it -> it.instead(well)).orElse(well);
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
