package org.betor.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.p2p.BtClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a torrent and seeds it. */
@Command(
    name = "seed",
    description = {
      "Makes a torrent of a file or folder, prints its magnet link, and seeds it until interrupted."
    },
    mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "The file or folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path content;

  @Option(
      names = "--tracker",
      paramLabel = "URL",
      description = "A tracker to announce it to; may be given again.")
  private List<URI> trackers = List.of();

  @Option(names = "--private", description = "Peers come from the trackers alone.")
  private boolean isPrivate;

  @Option(
      names = "--piece-bytes",
      paramLabel = "BYTES",
      description = "The size of a piece, a power of two; fits the content unless set.")
  private @Nullable Integer pieceBytes;

  @Option(
      names = "--out",
      paramLabel = "FILE.torrent",
      description = "Writes the torrent file, too.")
  private @Nullable Path torrentFile;

  @Mixin private WireOptions wire = new WireOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    SeedOptions options = options();
    try {
      EndOfProgram.interrupts(() -> seed(options));
    } catch (InterruptedException ended) {
      err().println("Ended.");
    }
    return 0;
  }

  private void seed(SeedOptions options) throws Exception {
    try (BtClient client = wire.open("made of " + content.toAbsolutePath().normalize())) {
      Torrent torrent = client.seed(content, options);
      forgetEarlierOnes(client, torrent);
      publish(torrent.metainfo().orElseThrow());
      err().println("Peers reach it at port " + client.port() + ".");
      show(torrent);
    }
  }

  private void show(Torrent torrent) throws Exception {
    try (LiveProgress live = LiveProgress.of(torrent, err())) {
      live.until(interrupted -> false);
    }
  }

  /** Of the same path, with other content or options. */
  private static void forgetEarlierOnes(BtClient client, Torrent torrent) {
    client.torrents().stream()
        .filter(other -> !other.infoHash().equals(torrent.infoHash()))
        .forEach(Torrent::remove);
  }

  private SeedOptions options() {
    try {
      SeedOptions.Builder options =
          SeedOptions.builder()
              .trackers(trackers.stream().map(List::of).toList())
              .progress(new HashingProgress(err()));
      if (isPrivate) {
        options.onlyFromTrackers();
      }
      if (pieceBytes != null) {
        options.pieceBytes(pieceBytes);
      }
      return options.build();
    } catch (IllegalArgumentException misuse) {
      throw new ParameterException(spec.commandLine(), String.valueOf(misuse.getMessage()), misuse);
    }
  }

  private void publish(Metainfo metainfo) throws IOException {
    if (torrentFile != null) {
      Files.write(torrentFile, TorrentFile.of(metainfo));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(metainfo.magnet());
    out.flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
