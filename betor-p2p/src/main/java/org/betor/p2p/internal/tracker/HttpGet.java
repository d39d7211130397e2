package org.betor.p2p.internal.tracker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One question over HTTP, redirects included. Blocks, until an answer is there or any thread closes
 * it: that cuts the connection whatever it is doing, which the JDK's own clients cannot promise,
 * and no connection or thread outlives it. The address that was checked is the one that is
 * connected.
 */
final class HttpGet implements Closeable {
  private static final int MAX_REDIRECTS = 5;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final Trackers.Surroundings surroundings;
  private final int patienceMillis;
  private final LocalHosts localHosts = new LocalHosts();
  private @Nullable Socket socket;
  private boolean closed;

  /** With the time that connecting may take, and that each wait for bytes may take. */
  HttpGet(Trackers.Surroundings surroundings, Duration patience) {
    this.surroundings = surroundings;
    this.patienceMillis = (int) Math.max(1, Math.min(patience.toMillis(), Integer.MAX_VALUE));
  }

  HttpAnswer get(URI address) throws IOException {
    URI next = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpAnswer answer = exchange(next);
      Optional<String> redirect = answer.redirect();
      if (redirect.isEmpty()) {
        return answer;
      }
      next = URI.create(next.resolve(redirect.get()).toASCIIString());
    }
    throw new IOException("it redirects more than %d times".formatted(MAX_REDIRECTS));
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }

  private HttpAnswer exchange(URI address) throws IOException {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    if (address.getHost() == null || !(secure || "http".equalsIgnoreCase(address.getScheme()))) {
      throw new IOException("it leads to an address that is none of HTTP");
    }
    InetAddress host = surroundings.names().expect(address.getHost());
    localHosts.check(address, host);
    try (Socket plain = open()) {
      plain.connect(new InetSocketAddress(host, port(address, secure)), patienceMillis);
      plain.setSoTimeout(patienceMillis);
      return exchange(address, secure ? secured(plain, address) : plain);
    }
  }

  private static HttpAnswer exchange(URI address, Socket connection) throws IOException {
    connection.getOutputStream().write(request(address).getBytes(ISO_8859_1));
    return new HttpInput(new BufferedInputStream(connection.getInputStream())).read();
  }

  private static String request(URI address) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String host = address.getPort() < 0 ? address.getHost() : host(address);
    return "GET %s%s HTTP/1.1\r\n".formatted(path, query)
        + "Host: %s\r\nUser-Agent: betor\r\nAccept: */*\r\n".formatted(host)
        + "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n";
  }

  private static String host(URI address) {
    return address.getHost() + ":" + address.getPort();
  }

  private static int port(URI address, boolean secure) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return secure ? HTTPS_PORT : HTTP_PORT;
  }

  private synchronized Socket open() throws IOException {
    if (closed) {
      throw new IOException("the question was given up");
    }
    Socket opened = new Socket();
    socket = opened;
    return opened;
  }

  private SSLSocket secured(Socket plain, URI address) throws IOException {
    SSLSocketFactory tls = surroundings.tls().get();
    SSLSocket secured =
        (SSLSocket) tls.createSocket(plain, address.getHost(), plain.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }
}
