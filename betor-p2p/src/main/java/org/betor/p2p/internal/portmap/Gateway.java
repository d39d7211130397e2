package org.betor.p2p.internal.portmap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.http.HttpAnswer;

/**
 * A service of a gateway that maps ports. What it does blocks.
 *
 * @param host the gateway
 * @param control where it is asked
 * @param service what it calls itself
 * @param client our address, as the gateway sees us
 * @see <a href="https://upnp.org/specs/gw/UPnP-gw-WANIPConnection-v1-Service.pdf">UPnP
 *     WANIPConnection:1</a>
 */
record Gateway(GatewayHost host, URI control, String service, InetAddress client) {
  private static final int LEASE_SECONDS = 3_600;
  private static final int FOR_EVER = 0;
  private static final int HTTP_ERROR = 500;

  /** Those that a description names. */
  static List<Gateway> of(GatewayHost host, URI location, Sockets sockets) throws IOException {
    Sockets.Answer answer = sockets.ask(host, "GET", location, "", new byte[0]);
    if (!answer.http().isOk()) {
      throw new MalformedException("it does not describe itself");
    }
    Description description = Description.read(answer.http().body());
    URI base = description.base().isEmpty() ? location : host.read(description.base());
    List<Gateway> gateways = new ArrayList<>();
    for (Description.Service each : description.services()) {
      URI control = host.read(base, each.control());
      gateways.add(new Gateway(host, control, each.type(), answer.local()));
    }
    return gateways;
  }

  /**
   * Maps a port to the same port here, for an hour, or for ever where nothing else is to be had.
   *
   * @throws RefusedException if it does not
   */
  void add(Protocol protocol, int port, Sockets sockets) throws IOException {
    try {
      add(protocol, port, LEASE_SECONDS, sockets);
    } catch (RefusedException e) {
      if (e.code() != RefusedException.ONLY_PERMANENT_LEASES) {
        throw e;
      }
      add(protocol, port, FOR_EVER, sockets);
    }
  }

  private void add(Protocol protocol, int port, int leaseSeconds, Sockets sockets)
      throws IOException {
    call(
        "AddPortMapping",
        """
        <NewRemoteHost></NewRemoteHost>\
        <NewExternalPort>%d</NewExternalPort>\
        <NewProtocol>%s</NewProtocol>\
        <NewInternalPort>%d</NewInternalPort>\
        <NewInternalClient>%s</NewInternalClient>\
        <NewEnabled>1</NewEnabled>\
        <NewPortMappingDescription>betor</NewPortMappingDescription>\
        <NewLeaseDuration>%d</NewLeaseDuration>\
        """
            .formatted(port, protocol, port, client.getHostAddress(), leaseSeconds),
        sockets);
  }

  /** Takes a mapping back. */
  void delete(Protocol protocol, int port, Sockets sockets) throws IOException {
    call(
        "DeletePortMapping",
        """
        <NewRemoteHost></NewRemoteHost>\
        <NewExternalPort>%d</NewExternalPort>\
        <NewProtocol>%s</NewProtocol>\
        """
            .formatted(port, protocol),
        sockets);
  }

  private void call(String action, String arguments, Sockets sockets) throws IOException {
    byte[] body =
        """
        <?xml version="1.0"?>
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" \
        s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>\
        <u:%s xmlns:u="%s">%s</u:%s></s:Body></s:Envelope>
        """
            .formatted(action, service, arguments, action)
            .getBytes(UTF_8);
    String headers =
        "Content-Type: text/xml; charset=\"utf-8\"\r\nContent-Length: %d\r\nSOAPAction: \"%s#%s\"\r\n"
            .formatted(body.length, service, action);
    HttpAnswer answer = sockets.ask(host, "POST", control, headers, body).http();
    if (answer.status() == HTTP_ERROR) {
      throw new RefusedException(errorCode(answer.body()));
    }
    if (!answer.isOk()) {
      throw new IOException("it answers with HTTP status " + answer.status());
    }
  }

  private static int errorCode(byte[] fault) throws MalformedException {
    AtomicInteger code = new AtomicInteger();
    BoundedXml.read(
        fault,
        (element, text) -> {
          if (element.equals("errorCode") && text.matches("\\d{1,5}")) {
            code.set(Integer.parseInt(text));
          }
        });
    return code.get();
  }
}
