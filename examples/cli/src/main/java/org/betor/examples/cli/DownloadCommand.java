package org.betor.examples.cli;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Downloads a torrent. */
@Command(
    name = "download",
    description = {
      "Downloads a torrent, and uploads what it has of it meanwhile.",
      "Interrupted, it goes on where it was when it is run again."
    },
    mixinStandardHelpOptions = true)
final class DownloadCommand implements Callable<Integer> {
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
      names = "--files",
      split = ",",
      paramLabel = "INDEX",
      description = "Only these files, such as 0,2; those of the link, or all, unless set.")
  private Set<Integer> files = Set.of();

  @Option(
      names = "--sequential",
      description = "From the first piece to the last, to look at a file while it comes.")
  private boolean sequential;

  @Option(
      names = "--peer",
      paramLabel = "HOST:PORT",
      converter = PeerAddress.class,
      description = "A peer that is known already; may be given again.")
  private List<InetSocketAddress> peers = List.of();

  @ArgGroup private @Nullable Seeding seeding;

  @Mixin private WireOptions wire = new WireOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Download download =
        new Download(source, options(), spec.commandLine().getOut(), spec.commandLine().getErr());
    try {
      EndOfProgram.interrupts(() -> run(download));
    } catch (InterruptedException ended) {
      spec.commandLine().getErr().println("Ended; run it again to go on.");
    }
    return 0;
  }

  private void run(Download download) throws Exception {
    try (TorrentClient client = wire.open(source, folder())) {
      download.run(client);
    }
  }

  private AddOptions options() {
    AddOptions.Builder options = AddOptions.builder(folder()).peers(peers).goal(goal());
    if (sequential) {
      options.order(PieceOrder.SEQUENTIAL);
    }
    Set<Integer> chosen =
        files.isEmpty() ? Set.copyOf(SourceText.link(source).selectedFiles()) : files;
    if (!chosen.isEmpty()) {
      options.files(chosen);
    }
    return options.build();
  }

  private Path folder() {
    return to.toAbsolutePath().normalize();
  }

  private SeedingGoal goal() {
    return seeding == null ? SeedingGoal.WHEN_FINISHED : seeding.goal();
  }

  /** What comes after the download; without it, nothing. */
  static final class Seeding {
    @Option(names = "--seed", description = "Seeds until it is interrupted.")
    private boolean always;

    @Option(
        names = "--seed-ratio",
        paramLabel = "RATIO",
        converter = Ratio.class,
        description = "Seeds until so much was uploaded for each byte that was downloaded.")
    private @Nullable SeedingGoal ratio;

    SeedingGoal goal() {
      return always || ratio == null ? SeedingGoal.NONE : ratio;
    }
  }

  /** Reads a ratio to seed to. */
  static final class Ratio implements ITypeConverter<SeedingGoal> {
    @Override
    public SeedingGoal convert(String text) {
      try {
        return SeedingGoal.ratio(Double.parseDouble(text));
      } catch (IllegalArgumentException refused) {
        throw new TypeConversionException(
            "a ratio is a number such as 1.5, 0 or more, got \"" + text + "\"");
      }
    }
  }
}
