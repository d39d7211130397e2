package org.betor.p2p.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.betor.p2p.Encryption;

/** aria2. It dials none but the peers that trackers tell of. */
final class Aria2Client implements Party {
  private static final Pattern LISTENING =
      Pattern.compile("IPv4 BitTorrent: listening on TCP port (\\d+)");

  /** What echo prints: the download's number, how many files, and the first of them. */
  private static final Pattern COMPLETE = Pattern.compile("^[0-9a-f]{16} \\d+ ");

  private final Program program;
  private final InetSocketAddress address;

  private Aria2Client(Program program) throws InterruptedException {
    this.program = program;
    int port = Integer.parseInt(program.await(LISTENING).group(1));
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static void need() {
    Needed.program("aria2", "aria2c", "--version");
  }

  static Aria2Client start(Errand errand) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "aria2c",
                "--no-conf",
                "--interface=127.0.0.1",
                "--listen-port=20000-32000",
                "--enable-dht=false",
                "--enable-dht6=false",
                "--bt-enable-lpd=false",
                "--enable-peer-exchange=false",
                "--disable-ipv6=true",
                "--file-allocation=none",
                "--show-console-readout=false",
                "--summary-interval=0",
                "--enable-color=false",
                "--on-bt-download-complete=/bin/echo",
                "--seed-ratio=0"));
    command.add("--dir=" + errand.folder());
    command.add("--bt-seed-unverified=" + errand.complete());
    command.add("--bt-force-encryption=" + (errand.encryption() == Encryption.REQUIRED));
    command.add(
        "--bt-min-crypto-level=" + (errand.encryption() == Encryption.OFF ? "plain" : "arc4"));
    command.add(errand.source());
    return new Aria2Client(Program.start(command));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void awaitAll() throws InterruptedException {
    program.await(COMPLETE);
  }

  @Override
  public void close() {
    program.close();
  }
}
