package org.betor.p2p.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Questions over HTTP, one after another, redirects included. Blocks, until an answer is there or
 * any thread closes it: that cuts the connection whatever it is doing, which the JDK's own clients
 * cannot promise, and no connection or thread outlives it. The address that was checked is the one
 * that is connected.
 */
public final class HttpGet implements Closeable {
  private static final int MAX_REDIRECTS = 5;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final NameService names;
  private final Supplier<SSLSocketFactory> tls;
  private final LocalHosts localHosts;
  private final int patienceMillis;
  private @Nullable Socket socket;
  private boolean closed;

  /**
   * Asks nothing yet.
   *
   * @param names finds hosts
   * @param tls secures connections; asked for on a thread that may block
   * @param localHosts knows which hosts must not be asked
   * @param patience the time that connecting may take, and that each wait for bytes may take
   */
  public HttpGet(
      NameService names, Supplier<SSLSocketFactory> tls, LocalHosts localHosts, Duration patience) {
    this.names = names;
    this.tls = tls;
    this.localHosts = localHosts;
    this.patienceMillis = (int) Math.max(1, Math.min(patience.toMillis(), Integer.MAX_VALUE));
  }

  /** The whole answer, whose body is bounded. */
  public HttpAnswer get(URI address) throws IOException {
    return get(address, "Accept-Encoding: gzip", WholeAnswer::read);
  }

  /** What a reader makes of the answer to a question with one header more. */
  public <A> A get(URI address, String header, HttpReader<A> reader) throws IOException {
    URI next = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Turn<A> turn = exchange(next, header, reader);
      if (turn.answer.isPresent()) {
        return turn.answer.get();
      }
      next = URI.create(next.resolve(turn.redirect).toASCIIString());
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

  private <A> Turn<A> exchange(URI address, String header, HttpReader<A> reader)
      throws IOException {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    if (address.getHost() == null || !(secure || "http".equalsIgnoreCase(address.getScheme()))) {
      throw new IOException("it leads to an address that is none of HTTP");
    }
    InetAddress host = names.expect(address.getHost());
    localHosts.check(address, host);
    try (Socket plain = open()) {
      plain.connect(new InetSocketAddress(host, port(address, secure)), patienceMillis);
      plain.setSoTimeout(patienceMillis);
      Socket connection = secure ? secured(plain, address) : plain;
      String question = RequestHead.of("GET", address) + "Accept: */*\r\n" + header + "\r\n\r\n";
      connection.getOutputStream().write(question.getBytes(ISO_8859_1));
      return read(connection.getInputStream(), reader);
    }
  }

  private static <A> Turn<A> read(InputStream in, HttpReader<A> reader) throws IOException {
    HttpInput input = new HttpInput(new BufferedInputStream(in));
    HttpAnswer head = input.head();
    Optional<String> redirect = head.redirect();
    return redirect.isPresent()
        ? new Turn<>(Optional.empty(), redirect.get())
        : new Turn<>(Optional.of(reader.read(head, input.content(head))), "");
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
    SSLSocket secured =
        (SSLSocket) tls.get().createSocket(plain, address.getHost(), plain.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** One exchange: an answer, or where it is. */
  private record Turn<A>(Optional<A> answer, String redirect) {}
}
