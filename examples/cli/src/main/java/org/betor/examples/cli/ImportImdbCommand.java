package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.betor.core.Titles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in the files that IMDb publishes. */
@Command(
    name = "import-imdb",
    description = {
      "Takes in IMDb's files title.basics, title.akas and title.ratings (.tsv or .tsv.gz),",
      "so that films and series are told without a network."
    },
    mixinStandardHelpOptions = true)
final class ImportImdbCommand implements Callable<Integer> {
  private static final long SHOW_EVERY = 100_000;

  @Parameters(arity = "1..*", paramLabel = "FILES", description = "In any order.")
  private List<Path> files = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where they are kept; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data");

  @Option(names = "--episodes", description = "Takes in every episode of every series, too.")
  private boolean episodes;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Titles.IMDB_TERMS);
    try (Titles titles = Titles.open(data)) {
      ImportSelection selection =
          episodes ? ImportSelection.EPISODES_TOO : ImportSelection.FILMS_AND_SERIES;
      ImportReport report = titles.importImdb(files, selection, progress());
      out.printf("%d titles with %d names%n", report.titles(), report.names());
      out.printf("%d lines left out, %d malformed%n", report.skipped(), report.malformed());
      report.examples().forEach(malformed -> out.println("  " + malformed));
    }
    return 0;
  }

  private ImportProgress progress() {
    PrintWriter err = spec.commandLine().getErr();
    return new ImportProgress() {
      private long shown;

      @Override
      public void at(long titles, long bytes, long allBytes) {
        if (titles >= shown + SHOW_EVERY) {
          shown = titles;
          err.printf("%d titles, %d %% of the files%n", titles, 100 * bytes / allBytes);
        }
      }
    };
  }
}
