package org.betor.mods.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
@Timeout(60)
class ExchangeTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nclock and more",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nclo\r\n2;x=y\r\nck\r\n0\r\n\r\n",
        "HTTP/1.0 200\r\n\r\nclock",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\nContent-Length: 5\n\nclock"
      })
  void readsBodiesOfEveryLength(String answer) throws Exception {
    assertThat(body(answer)).isEqualTo("clock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SSH-2.0-clock\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nclock",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nclock\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nclocks\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nclock\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno header at all\r\n\r\nclock"
      })
  void takesABrokenAnswerForNone(String answer) {
    assertThatThrownBy(() -> body(answer)).isInstanceOf(IOException.class);
  }

  @Test
  void readsNoHeadWithoutEnd() {
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\n" + "x: y".repeat(1_000_000)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> body("HTTP/1.1 200 OK\r\n" + headers(100_000)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> body("HTTP/1.1 100 Continue\r\n\r\n".repeat(100_000)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void waitsNoLongerThanItsPatience() throws Exception {
    try (RawServer silent = new RawServer("HTTP/1.1 200 OK\r\n", true)) {
      assertThatThrownBy(() -> Exchange.open(Ask.get(silent.address()), SHORT))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void isCutOffByAnInterrupt() throws Exception {
    try (RawServer silent = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", true)) {
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                try (Exchange exchange = Exchange.open(Ask.get(silent.address()), Patience.FILE)) {
                  exchange.body().read();
                } catch (IOException e) {
                  end.set(e);
                }
              });
      reader.start();
      silent.visited.await();
      reader.interrupt();
      reader.join();

      assertThat(end.get()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void speaksTlsToWhomItTrusts(@TempDir Path folder) throws Exception {
    SSLContext usual = SSLContext.getDefault();
    SSLContext own = context(folder);
    ServerSocket socket =
        own.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (RawServer server = new RawServer(socket, "HTTP/1.1 200 OK\r\n\r\nclock", false)) {
      URI address = URI.create("https://localhost:%d/".formatted(server.port()));
      URI otherName = URI.create("https://127.0.0.1:%d/".formatted(server.port()));
      assertThatThrownBy(() -> read(address)).isInstanceOf(SSLException.class);
      SSLContext.setDefault(own);
      assertThat(read(address)).isEqualTo("clock");
      assertThatThrownBy(() -> read(otherName)).isInstanceOf(SSLException.class);
    } finally {
      SSLContext.setDefault(usual);
    }
  }

  private static SSLContext context(Path folder) throws Exception {
    Path store = folder.resolve("keys");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    new ProcessBuilder(
            tool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "a",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static String headers(int count) {
    StringBuilder headers = new StringBuilder();
    for (int index = 0; index < count; index++) {
      headers.append("x-").append(index).append(": y\r\n");
    }
    return headers.append("\r\n").toString();
  }

  private static String body(String answer) throws Exception {
    try (RawServer server = new RawServer(answer, false)) {
      return read(server.address());
    }
  }

  private static String read(URI address) throws IOException {
    try (Exchange exchange = Exchange.open(Ask.get(address), Patience.PAGE)) {
      return new String(exchange.body().readAllBytes(), UTF_8);
    }
  }
}
