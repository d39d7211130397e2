package org.betor.p2p.internal.portmap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway on the loopback address: SSDP over UDP, its description and SOAP over HTTP. */
public final class FakeGateway implements AutoCloseable {
  static final String WANIP = "urn:schemas-upnp-org:service:WANIPConnection:1";

  /** What other devices say; so much of it that a search is over without a wait. */
  private static final int CHATTER = 40;

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Pattern LENGTH =
      Pattern.compile("(?i)content-length: *(\\d+)"); // of a question

  private final DatagramSocket ssdp = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
  private final ServerSocket http = new ServerSocket(0, 50, LOOPBACK);
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<Thread> threads =
      List.of(new Thread(this::answerSearches), new Thread(this::answerQuestions));

  volatile String location = "http://127.0.0.1:%d/desc.xml".formatted(http.getLocalPort());
  volatile String description = description(service(WANIP, "/ctl"));
  private volatile boolean silent;

  /** The error of an action, such as {@code add TCP 6881 3600}; 0 is none. */
  volatile Function<String, Integer> errors = action -> 0;

  /** Begins to answer. */
  public FakeGateway() throws IOException {
    threads.forEach(Thread::start);
  }

  /** Where it is looked for. */
  public Ssdp ssdp() {
    return new Ssdp((InetSocketAddress) ssdp.getLocalSocketAddress(), Duration.ofSeconds(20));
  }

  /** What was asked of it, in order: such as {@code add TCP 6881 3600}. */
  public List<String> calls() {
    return calls;
  }

  /** Takes questions over HTTP from now on, and answers none. */
  public void fallSilent() {
    silent = true;
  }

  /** Answers again. */
  void speak() {
    silent = false;
  }

  /** Waits until somebody asks over HTTP. */
  public void awaitQuestion() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String service(String type, String control) {
    return """
    <service><serviceType>%s</serviceType><serviceId>urn:upnp-org:serviceId:WANIPConn1</serviceId>\
    <controlURL>%s</controlURL><eventSubURL>/evt</eventSubURL></service>
    """
        .formatted(type, control);
  }

  static String description(String services) {
    return """
    <?xml version="1.0"?>
    <root xmlns="urn:schemas-upnp-org:device-1-0"><device>
    <deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>
    <serviceList>
    %s
    %s
    </serviceList></device></root>
    """
        .formatted(service("urn:schemas-upnp-org:service:Layer3Forwarding:1", "/l3"), services);
  }

  private void answerSearches() {
    try {
      while (true) {
        DatagramPacket search = new DatagramPacket(new byte[2_048], 2_048);
        ssdp.receive(search);
        String text = new String(search.getData(), 0, search.getLength(), ISO_8859_1);
        if (text.startsWith("M-SEARCH * HTTP/1.1\r\n") && text.contains("ssdp:discover")) {
          say(
              "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nLocation: %s\r\n\r\n"
                  .formatted(location),
              search.getSocketAddress());
          for (int i = 0; i < CHATTER; i++) {
            say("NOTIFY * HTTP/1.1\r\n\r\n", search.getSocketAddress());
          }
        }
      }
    } catch (IOException over) {
      // it is closed
    }
  }

  private void say(String text, SocketAddress to) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    ssdp.send(new DatagramPacket(bytes, bytes.length, to));
  }

  private void answerQuestions() {
    while (!http.isClosed()) {
      try (Socket connection = http.accept()) {
        asked.countDown();
        answer(connection);
      } catch (IOException gone) {
        // the next one
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    String head = head(in);
    Matcher length = LENGTH.matcher(head);
    String body = length.find() ? body(in, Integer.parseInt(length.group(1))) : "";
    if (silent) {
      in.transferTo(OutputStream.nullOutputStream()); // until the other side goes
    } else if (head.startsWith("GET /desc.xml ")) {
      send(connection, 200, description);
    } else if (head.startsWith("POST /ctl") && head.contains("SOAPAction: \"" + WANIP + "#")) {
      call(connection, body);
    } else {
      calls.add(head.lines().findFirst().orElse(""));
      send(connection, 404, "");
    }
  }

  private void call(Socket connection, String body) throws IOException {
    String protocol = argument(body, "NewProtocol");
    String port = argument(body, "NewExternalPort");
    String action = "delete %s %s".formatted(protocol, port);
    if (body.contains("<u:AddPortMapping")) {
      action = "add %s %s %s".formatted(protocol, port, argument(body, "NewLeaseDuration"));
      boolean toUs = argument(body, "NewInternalClient").equals("127.0.0.1");
      if (!toUs || !argument(body, "NewInternalPort").equals(port)) {
        action = "wrong: " + body;
      }
    }
    calls.add(action);
    int error = errors.apply(action);
    if (error == 0) {
      send(connection, 200, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>");
    } else {
      send(connection, 500, fault(error));
    }
  }

  private static String fault(int error) {
    return """
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
    <faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>
    <UPnPError xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>%d</errorCode></UPnPError>
    </detail></s:Fault></s:Body></s:Envelope>
    """
        .formatted(error);
  }

  private static String argument(String body, String name) {
    Matcher value = Pattern.compile("<%s>([^<]*)</%s>".formatted(name, name)).matcher(body);
    return value.find() ? value.group(1) : "none";
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("it ended early");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  private static String body(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), UTF_8);
  }

  private static void send(Socket connection, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 %d X\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, bytes.length);
    connection.getOutputStream().write(head.getBytes(ISO_8859_1));
    connection.getOutputStream().write(bytes);
  }

  @Override
  public void close() throws IOException {
    for (Closeable socket : List.of(ssdp, http)) {
      socket.close();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
