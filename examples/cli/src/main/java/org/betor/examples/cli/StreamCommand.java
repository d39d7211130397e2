package org.betor.examples.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a torrent while it downloads. */
@Command(
    name = "stream",
    description = {
      "Prints the address of a torrent's film, at which players on this machine can play it",
      "while it downloads. Ends with Ctrl-C, or with the player that it started."
    },
    mixinStandardHelpOptions = true)
final class StreamCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "MAGNET|FILE|INFOHASH",
      description = "A magnet link, a torrent file, or an info-hash.",
      converter = SourceText.class)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private TorrentSource source;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where its file or folder goes; the current folder unless set.")
  private Path to = Path.of("");

  @Option(
      names = "--file",
      paramLabel = "INDEX",
      description = "This file, from 0; the largest video unless set.")
  private @Nullable Integer file;

  @Option(
      names = "--open",
      description = "Starts a player: mpv, VLC, or what the desktop opens addresses with.")
  private boolean open;

  @Option(
      names = "--player",
      paramLabel = "COMMAND",
      description = "Starts this player, with the address as its last argument.")
  private @Nullable String player;

  @Option(
      names = "--peer",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "A peer that is known already; may be given again.")
  private List<InetSocketAddress> peers = List.of();

  @Mixin private WireOptions wire = new WireOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try {
      EndOfProgram.interrupts(this::stream);
    } catch (InterruptedException ended) {
      spec.commandLine().getErr().println("Ended; run it again to go on.");
    }
    return 0;
  }

  private void stream() throws Exception {
    Streaming streaming =
        new Streaming(
            source,
            AddOptions.builder(folder()).peers(peers).build(),
            file == null ? OptionalInt.empty() : OptionalInt.of(file),
            player(),
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    try (TorrentClient client = wire.open(source, folder())) {
      streaming.run(client);
    }
  }

  private Optional<Player> player() {
    if (player != null) {
      return Optional.of(Player.of(player));
    }
    return open ? Optional.of(Player.installed()) : Optional.empty();
  }

  private Path folder() {
    return to.toAbsolutePath().normalize();
  }
}
