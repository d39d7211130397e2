package org.betor.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSnapshot;
import org.betor.api.spi.TorrentSource;

/** Clients in the hands of a test: a seeder and a leecher. Closed at the end. */
final class TestedPeers implements AutoCloseable {
  /** Far more than anything here takes. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  static final SeedOptions SMALL_PIECES =
      SeedOptions.builder().pieceBytes(InventedFiles.PIECE).build();

  private final TorrentClientUnderTest opener;
  private final Path folder;
  private final List<TorrentClient> opened = new ArrayList<>();
  private final TorrentClient seeder;
  private TorrentClient leecher;

  TestedPeers(TorrentClientUnderTest opener, Path folder) throws IOException {
    this.opener = opener;
    this.folder = folder;
    this.seeder = open("seeder");
    this.leecher = open("leecher");
  }

  /** One more client, or one that was closed again. */
  TorrentClient open(String name) throws IOException {
    TorrentClient client = opener.open(folder.resolve(name));
    opened.add(client);
    return client;
  }

  TorrentClient seeder() {
    return seeder;
  }

  TorrentClient leecher() {
    return leecher;
  }

  /** Closes the leecher, and opens it again. */
  TorrentClient reopenLeecher() throws IOException {
    leecher.close();
    leecher = open("leecher");
    return leecher;
  }

  /** Where the seeder's files are. */
  Path source() {
    return folder.resolve("source");
  }

  /** Where the leecher's files go. */
  Path target() {
    return folder.resolve("target");
  }

  Torrent seed(InventedFiles files) throws IOException, InterruptedException {
    return seeder.seed(files.writeInto(source()), SMALL_PIECES);
  }

  /** The seeder's torrent, for others. */
  MagnetLink linkTo(Torrent seeded) {
    return opener.linkTo(seeder, seeded);
  }

  MagnetLink linkTo(TorrentClient client, Torrent torrent) {
    return opener.linkTo(client, torrent);
  }

  /** The leecher downloads what the seeder has. */
  Torrent leech(Torrent seeded) {
    return leech(seeded, options());
  }

  Torrent leech(Torrent seeded, AddOptions.Builder options) {
    return leecher.add(TorrentSource.of(linkTo(seeded)), options.build());
  }

  /** How the leecher adds a torrent, unless a test says more. */
  AddOptions.Builder options() {
    return AddOptions.builder(target());
  }

  /** The same, with the seeder for a peer: for a source that knows no peers. */
  AddOptions.Builder optionsFor(Torrent seeded) {
    return options().peers(linkTo(seeded).peers().stream().map(TestedPeers::address).toList());
  }

  /** The leecher has all that the seeder has. */
  Torrent leeched(InventedFiles files) throws Exception {
    Torrent torrent = leech(seed(files));
    await(torrent, TorrentSnapshot::isFinished);
    return torrent;
  }

  static TorrentSnapshot await(Torrent torrent, Predicate<TorrentSnapshot> until)
      throws InterruptedException, TimeoutException {
    return torrent.await(until, PATIENCE);
  }

  private static InetSocketAddress address(String peer) {
    int colon = peer.lastIndexOf(':');
    return new InetSocketAddress(
        peer.substring(0, colon), Integer.parseInt(peer.substring(colon + 1)));
  }

  @Override
  public void close() {
    opened.forEach(TorrentClient::close);
  }
}
