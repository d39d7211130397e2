package org.betor.p2p.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.p2p.Encryption;

/** Transmission. It never dials a loopback address, so peers have to dial it. */
final class TransmissionClient implements Party {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Pattern PEER_PORT = Pattern.compile("\"peer-port\":\\s*(\\d+)");
  private static final Pattern SEEDING = Pattern.compile("\"status\":\\s*6");
  private static final String SETTINGS =
      """
      {"rpc-bind-address": "127.0.0.1", "rpc-port": %d, "rpc-whitelist-enabled": false,
       "rpc-host-whitelist-enabled": false, "rpc-authentication-required": false,
       "bind-address-ipv4": "127.0.0.1", "bind-address-ipv6": "::1",
       "peer-port-random-on-start": true, "peer-port-random-low": 20000,
       "peer-port-random-high": 32000, "port-forwarding-enabled": false,
       "dht-enabled": false, "lpd-enabled": false, "utp-enabled": false, "pex-enabled": false,
       "encryption": %d, "download-dir": "%s"}
      """;

  private final Program program;
  private final TransmissionRpc rpc;
  private final InetSocketAddress address;

  private TransmissionClient(Program program, TransmissionRpc rpc) throws InterruptedException {
    this.program = program;
    this.rpc = rpc;
    String session = program.ask(() -> rpc.call("session-get", ""), START);
    Matcher port = PEER_PORT.matcher(session);
    if (!port.find()) {
      throw new AssertionError("no port of peers in " + session);
    }
    this.address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
  }

  static void need() {
    Needed.program("transmission-daemon", "transmission-daemon", "--version");
  }

  static TransmissionClient start(Errand errand) throws Exception {
    TransmissionClient client;
    try {
      client = open(errand);
    } catch (AssertionError e) { // the free port may have been taken meanwhile
      client = open(errand);
    }
    client.add(errand);
    return client;
  }

  private static TransmissionClient open(Errand errand) throws Exception {
    int port = freePort();
    Files.createDirectories(errand.own());
    Files.writeString(
        errand.own().resolve("settings.json"),
        SETTINGS.formatted(port, encryption(errand.encryption()), errand.folder()));
    Program program =
        Program.start(List.of("transmission-daemon", "-f", "-g", errand.own().toString()));
    try {
      return new TransmissionClient(program, new TransmissionRpc(port));
    } catch (AssertionError | InterruptedException e) {
      program.close();
      throw e;
    }
  }

  private static int encryption(Encryption encryption) {
    return switch (encryption) {
      case OFF -> 0;
      case PREFERRED -> 1;
      case REQUIRED -> 2;
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void add(Errand errand) throws Exception {
    rpc.call("torrent-add", "\"filename\": \"%s\"".formatted(errand.source()));
    if (errand.complete()) {
      awaitAll();
    }
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void awaitAll() throws InterruptedException {
    program.ask(
        () ->
            rpc.call("torrent-get", "\"fields\": [\"status\"]")
                .filter(answer -> SEEDING.matcher(answer).find()),
        Program.PATIENCE);
  }

  @Override
  public void close() {
    program.close();
  }
}
