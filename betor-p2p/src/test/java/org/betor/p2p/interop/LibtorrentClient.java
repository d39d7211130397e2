package org.betor.p2p.interop;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** libtorrent, by its Python binding. */
final class LibtorrentClient implements Party {
  /** Not the first of the path, which may be a Python without Debian's packages. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final Pattern LISTENING = Pattern.compile("^listening (\\d+)$");
  private static final Pattern HAVE = Pattern.compile("^have ");

  private final Program program;
  private final InetSocketAddress address;

  private LibtorrentClient(Program program) throws InterruptedException {
    this.program = program;
    int port = Integer.parseInt(program.await(LISTENING).group(1));
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static void need() {
    Needed.program("python3-libtorrent", PYTHON, "-c", "import libtorrent");
  }

  /** Makes a torrent file with these options of the script. */
  static void make(Path content, Path torrent, List<String> options) throws Exception {
    List<String> command = script("make", content.toString(), torrent.toString());
    command.addAll(options);
    try (Program program = Program.start(command)) {
      program.awaitEnd();
    }
  }

  /** Shares with further options of the script. */
  static LibtorrentClient start(Errand errand, String... options) throws Exception {
    List<String> command = script("share", errand.folder().toString());
    command.add(errand.magnet().isPresent() ? "--magnet" : "--torrent");
    command.add(errand.source());
    command.add("--encryption");
    command.add(errand.encryption().name().toLowerCase(Locale.ROOT));
    errand.peers().forEach(peer -> command.addAll(List.of("--peer", hostAndPort(peer))));
    command.addAll(List.of(options));
    return new LibtorrentClient(Program.start(command));
  }

  private static List<String> script(String... arguments) {
    List<String> command = new ArrayList<>(List.of(PYTHON, scriptFile().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path scriptFile() {
    URL script = LibtorrentClient.class.getResource("/interop/libtorrent_client.py");
    return Path.of(URI.create(String.valueOf(script)));
  }

  private static String hostAndPort(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Waits until it is connected to a peer that listens there. */
  void awaitPeer(InetSocketAddress peer) throws InterruptedException {
    program.await(Pattern.compile("^peer .*:" + peer.getPort() + "$"));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public void awaitAll() throws InterruptedException {
    program.await(HAVE);
  }

  @Override
  public void close() {
    try (program) {
      program.endInput();
      program.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
