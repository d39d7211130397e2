package org.betor.examples.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.betor.api.model.MagnetLink;
import org.betor.api.spi.SwarmReport;
import org.betor.p2p.SwarmScraper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks trackers how many share a torrent. */
@Command(
    name = "health",
    description = {
      "Asks the trackers of a magnet link how many peers share it, without joining them.",
      "Exits with 1 if none of them answered."
    },
    mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MAGNET", description = "A magnet link with trackers.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String magnet;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long the slowest may take; ${DEFAULT-VALUE} unless set.")
  private int patience = 15;

  @Option(names = "--json", description = "Prints the answers as JSON.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (patience < 1) {
      throw misuse("patience is 1 second or more, got " + patience);
    }
    HealthReport report = new HealthReport(scrape(link()));
    spec.commandLine().getOut().println(json ? report.json() : report.text());
    return report.isAnswered() ? 0 : 1;
  }

  private SwarmReport scrape(MagnetLink link) throws IOException, InterruptedException {
    try (SwarmScraper scraper = SwarmScraper.open()) {
      return scraper.scrape(link, Duration.ofSeconds(patience));
    }
  }

  private MagnetLink link() {
    MagnetLink link = parsed();
    if (link.trackers().isEmpty() || link.infoHash().isEmpty()) {
      throw misuse("nobody to ask: the link has no tracker, or no version 1 info-hash");
    }
    return link;
  }

  private MagnetLink parsed() {
    try {
      return MagnetLink.parse(magnet);
    } catch (IllegalArgumentException refused) {
      throw misuse(String.valueOf(refused.getMessage()));
    }
  }

  private ParameterException misuse(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
