package org.betor.p2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamServerHostileTest {
  @TempDir private Path temp;

  private StreamServer server;
  private URI film;

  @BeforeEach
  void serve() throws Exception {
    Film made = Film.in(temp, 1000);
    server = StreamServer.open(new StreamedFiles(made.metainfo(), temp).arrive());
    film = server.address(0);
  }

  @AfterEach
  void staysUsable() throws IOException {
    assertThat(get(film.getPath(), "Connection: close")).startsWith("HTTP/1.1 200 OK\r\n");
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/%s",
        "/%s/",
        "/%s/..",
        "/%s/../Sintel.2010.mkv",
        "/%s/x/../Sintel.2010.mkv",
        "/%s/%%2e%%2e/%%2e%%2e/etc/passwd",
        "/%s/Sintel.2010.mkv/",
        "/%s//Sintel.2010.mkv",
        "//%s/Sintel.2010.mkv",
        "/%s/sintel.2010.mkv",
        "/%s/Sintel.2010.mkv%%00",
        "/%s/Sintel.2010.mkv%%",
        "/%s/%%ff%%fe",
        "/Sintel.2010.mkv",
        "/00000000000000000000000000000000/Sintel.2010.mkv",
        "*"
      })
  void saysOfEverythingElseThatItIsNotThereInTheSameWords(String path) throws IOException {
    String secret = Path.of(film.getPath()).getName(0).toString();

    String answer = get(path.formatted(secret), "Connection: close");

    assertThat(answer.replaceFirst("Date: .* GMT\r\n", ""))
        .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "X"})
  void answersOtherMethodsWithThoseItKnows(String method) throws IOException {
    assertThat(
            RawRequest.answer(
                film,
                method
                    + " "
                    + film.getPath()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"))
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
        .contains("\r\nAllow: GET, HEAD\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@127.0.0.1",
        "10.0.0.1",
        "0.0.0.0",
        "[::2]",
        ""
      })
  void refusesNamesThatAreNotThisMachine(String host) throws IOException {
    assertThat(RawRequest.answer(film, head(film.getPath(), "Host: " + host)))
        .startsWith("HTTP/1.1 421 Misdirected Request\r\n");
    assertThat(RawRequest.answer(film, head("http://" + host + film.getPath(), "Host: 127.0.0.1")))
        .startsWith("HTTP/1.1 421 Misdirected Request\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LocalHost:1", "127.0.0.1:8080", "127.1.2.3", "[::1]:9"})
  void answersToNamesOfThisMachine(String host) throws IOException {
    assertThat(RawRequest.answer(film, head(film.getPath(), "Host: " + host, "Connection: close")))
        .startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(
            RawRequest.answer(
                film, head("http://" + host + film.getPath(), "Host: a", "Connection: close")))
        .startsWith("HTTP/1.1 421");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: localhost\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /\u00e7 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: \u0000\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\n\n"
      })
  void refusesWhatIsNoRequest(String text) throws IOException {
    assertThat(RawRequest.answer(film, text)).startsWith("HTTP/1.1 400 Bad Request\r\n");
  }

  @Test
  void refusesOtherVersions() throws IOException {
    assertThat(RawRequest.answer(film, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
        .startsWith("HTTP/1.1 505 HTTP Version Not Supported\r\n");
  }

  @Test
  void answersAnOldClientAndCloses() throws IOException {
    assertThat(RawRequest.answer(film, "GET " + film.getPath() + " HTTP/1.0\n\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nConnection: close\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {16 << 10, 500_000})
  void refusesAHugeHead(int bytes) throws IOException {
    String filler = "a".repeat(bytes);
    String much = "HTTP/1.1 431 Request Header Fields Too Large\r\n";

    assertThat(RawRequest.answer(film, head(film.getPath(), "X: " + filler))).startsWith(much);
    assertThat(RawRequest.answer(film, filler)).startsWith(much);
    assertThat(RawRequest.answer(film, head("/" + filler, "Host: localhost"))).startsWith(much);
    assertThat(RawRequest.answer(film, head("/", "a:\r\n".repeat(bytes / 4)))).startsWith(much);
  }

  @Test
  void answersRequestsThatComeTogetherOrByteByByte() throws IOException {
    String request = head(film.getPath(), "Host: localhost", "Range: bytes=0-9");
    try (RawRequest connection = new RawRequest(film)) {
      connection.send(request + request);
      for (int i = 0; i < 2; i++) {
        assertThat(connection.head()).startsWith("HTTP/1.1 206 Partial Content\r\n");
        connection.read(10);
      }
      for (int i = 0; i < request.length(); i++) {
        connection.send(request.substring(i, i + 1));
      }
      assertThat(connection.head()).startsWith("HTTP/1.1 206 Partial Content\r\n");
    }
  }

  @Test
  void doesNotTakeABodyForARequest() throws IOException {
    String inner = head(film.getPath(), "Host: localhost");

    String answer =
        RawRequest.answer(
            film, head("/", "Host: localhost", "Content-Length: " + inner.length()) + inner);

    assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("200 OK");
  }

  @Test
  void keepsAnsweringAlthoughManyConnectionsSayNothing() throws IOException {
    List<RawRequest> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        silent.add(new RawRequest(film).send("GET "));
      }
      assertThat(get(film.getPath(), "Connection: close")).startsWith("HTTP/1.1 200 OK\r\n");
    } finally {
      for (RawRequest connection : silent) {
        connection.close();
      }
    }
  }

  @Test
  void listensAtTheLoopbackAddressAlone() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress other : others) {
      assertThatThrownBy(() -> new Socket(other, film.getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  private String get(String path, String... headers) throws IOException {
    return RawRequest.answer(film, head(path, "Host: 127.0.0.1", String.join("\r\n", headers)));
  }

  private static String head(String target, String... headers) {
    return "GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }
}
