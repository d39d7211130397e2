package org.betor.mods.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A question over a connection of its own, and its answer. Blocks; an interrupt of the thread cuts
 * the connection at once, whatever it is doing, and no thread outlives it: the JDK's own clients
 * promise only one of the two.
 */
public final class Exchange implements Closeable {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final Socket connection;
  private final Head head;
  private final InputStream body;

  private Exchange(Socket connection, InputStream in) throws IOException {
    this.connection = connection;
    this.head = Head.read(in);
    this.body = body(head, in);
  }

  /** Asks, and reads the head of the answer. */
  public static Exchange open(Ask ask, Patience patience) throws IOException {
    Socket connection = connect(ask.address(), patience);
    try {
      connection.getOutputStream().write(bytes(ask));
      connection.getOutputStream().flush();
      InputStream in = new TimedInput(connection.getInputStream(), patience.total());
      return new Exchange(connection, new BufferedInputStream(in));
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The status. */
  public int status() {
    return head.status();
  }

  /** The first header of that name, in either case. */
  public Optional<String> header(String name) {
    return head.header(name);
  }

  /** How long the body is; empty if the answer does not say. */
  public OptionalLong length() {
    return head.isChunked() ? OptionalLong.empty() : head.length();
  }

  /** The body, of which the whole has to be read to know that it is one. */
  public InputStream body() {
    return body;
  }

  /** All headers. */
  Map<String, List<String>> headers() {
    return head.headers();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  private static InputStream body(Head head, InputStream in) {
    if (head.isChunked()) {
      return new ChunkedBody(in);
    }
    return head.length().isPresent() ? new CountedBody(in, head.length().getAsLong()) : in;
  }

  @SuppressWarnings("resource") // closing the socket closes its channel
  private static Socket connect(URI address, Patience patience) throws IOException {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    String host = address.getHost();
    if (host == null || !(secure || "http".equalsIgnoreCase(address.getScheme()))) {
      throw new IOException("it is no http or https address of a host");
    }
    int usual = secure ? HTTPS_PORT : HTTP_PORT;
    int port = address.getPort() < 0 ? usual : address.getPort();
    Socket plain = SocketChannel.open().socket();
    try {
      plain.connect(new InetSocketAddress(host, port), patience.connectMillis());
      plain.setSoTimeout(patience.silenceMillis());
      return secure ? secured(plain, host) : plain;
    } catch (UnresolvedAddressException e) {
      plain.close();
      throw (IOException) new UnknownHostException(host).initCause(e);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private static SSLSocket secured(Socket plain, String host) throws IOException {
    SSLSocketFactory tls = tls();
    SSLSocket secured = (SSLSocket) tls.createSocket(plain, host, plain.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static SSLSocketFactory tls() throws IOException {
    try {
      return SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("no TLS on this machine", e);
    }
  }

  private static byte[] bytes(Ask ask) {
    URI address = ask.address();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    byte[] body = ask.body().getBytes(UTF_8);
    StringBuilder head = new StringBuilder();
    head.append("%s %s%s HTTP/1.1\r\n".formatted(ask.method(), path, query));
    head.append("Host: %s%s\r\n".formatted(address.getHost(), port));
    head.append("User-Agent: Mozilla/5.0 (compatible; Betor; +https://betor.org)\r\n");
    head.append("Accept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
    ask.headers().forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    if (!ask.method().equals("GET")) {
      head.append("Content-Length: %d\r\n".formatted(body.length));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
