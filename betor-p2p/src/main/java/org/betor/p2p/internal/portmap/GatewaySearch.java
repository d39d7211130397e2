package org.betor.p2p.internal.portmap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.p2p.internal.bencode.MalformedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the local network for gateways, and reads their answers one after another. Blocks. */
final class GatewaySearch {
  private static final Logger LOG = LoggerFactory.getLogger(GatewaySearch.class);
  private static final int MAX_BYTES = 2_048;
  private static final int MOST_DATAGRAMS = 64;
  private static final int MOST_ANSWERS = 8;
  private static final List<String> WANTED =
      List.of(
          "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
          "urn:schemas-upnp-org:device:InternetGatewayDevice:2");
  private static final Pattern LOCATION =
      Pattern.compile(
          "^location:[ \\t]*(\\S+)[ \\t]*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final DatagramSocket socket;
  private final Set<URI> found = new HashSet<>();
  private int datagramsLeft = MOST_DATAGRAMS;

  private GatewaySearch(DatagramSocket socket) {
    this.socket = socket;
  }

  /** Asks. */
  static GatewaySearch begin(Ssdp ssdp, InetAddress local, Sockets sockets) throws IOException {
    DatagramSocket socket = sockets.datagrams();
    socket.setSoTimeout((int) ssdp.silence().toMillis());
    if (ssdp.group().getAddress().isMulticastAddress() && !local.isAnyLocalAddress()) {
      NetworkInterface network = NetworkInterface.getByInetAddress(local);
      if (network == null) {
        throw new IOException("no network has the address " + local.getHostAddress());
      }
      socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, network);
    }
    for (String wanted : WANTED) {
      byte[] question = question(ssdp, wanted);
      socket.send(new DatagramPacket(question, question.length, ssdp.group()));
    }
    return new GatewaySearch(socket);
  }

  private static byte[] question(Ssdp ssdp, String wanted) {
    return "M-SEARCH * HTTP/1.1\r\nHOST: %s:%d\r\nMAN: \"ssdp:discover\"\r\nMX: 2\r\nST: %s\r\n\r\n"
        .formatted(ssdp.group().getAddress().getHostAddress(), ssdp.group().getPort(), wanted)
        .getBytes(ISO_8859_1);
  }

  /** The next that answers; empty if none does any more. */
  Optional<Found> next() throws IOException {
    while (datagramsLeft-- > 0 && found.size() < MOST_ANSWERS) {
      DatagramPacket answer = new DatagramPacket(new byte[MAX_BYTES], MAX_BYTES);
      try {
        socket.receive(answer);
        GatewayHost host = new GatewayHost(answer.getAddress());
        URI location = location(host, answer);
        if (found.add(location)) {
          return Optional.of(new Found(host, location));
        }
      } catch (SocketTimeoutException e) {
        return Optional.empty();
      } catch (MalformedException e) {
        LOG.debug("An answer of {} is ignored: {}", answer.getAddress(), e.getMessage());
      }
    }
    return Optional.empty();
  }

  private static URI location(GatewayHost host, DatagramPacket answer) throws MalformedException {
    String text = new String(answer.getData(), 0, answer.getLength(), ISO_8859_1);
    Matcher location = LOCATION.matcher(text);
    if (!text.startsWith("HTTP/1.1 200") || !host.isLocal() || !location.find()) {
      throw new MalformedException("it is no answer of a gateway");
    }
    return host.read(location.group(1));
  }

  /**
   * Something that says it is a gateway.
   *
   * @param host who said it
   * @param location where it describes itself
   */
  record Found(GatewayHost host, URI location) {}
}
