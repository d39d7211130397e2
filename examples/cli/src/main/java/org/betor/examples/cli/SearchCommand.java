package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.betor.api.model.Release;
import org.betor.api.model.TitleMatch;
import org.betor.api.spi.Query;
import org.betor.core.Betor;
import org.betor.core.Report;
import org.betor.core.Search;
import org.betor.samples.SampleSites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches, shows what comes as it comes, and then all of it as a table. */
@Command(
    name = "search",
    description = "Searches the sample sites on this machine, or the real ones.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final List<String> USUAL_SITES = List.of("archive");
  private static final String SAMPLES =
      "Searching sample sites on this machine; --live asks the real Internet Archive.";
  private static final String LIVE = "Searching real sites, over the internet.";

  @Parameters(arity = "0..*", paramLabel = "WORDS", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--live",
      description = "Asks the Internet Archive instead of the samples, or the sites of --site.")
  private boolean live;

  @Option(
      names = "--site",
      split = ",",
      paramLabel = "ID",
      description = "Asks only this site, such as bludv; may be given again.")
  private List<String> sites = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the index is kept; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data");

  @Option(
      names = "--by-title",
      description = "Finds out which films and series these are, and prints a table for each.")
  private boolean byTitle;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting of the library, such as archive.home; may be given again.")
  private Map<String, String> settings = Map.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Query query = query();
    return live ? searchLive(query) : searchSamples(query);
  }

  private Query query() {
    try {
      return Query.text(String.join(" ", words));
    } catch (IllegalArgumentException misuse) {
      throw new ParameterException(
          spec.commandLine(), "what to search for? " + misuse.getMessage());
    }
  }

  private int searchSamples(Query query) throws InterruptedException {
    try (SampleSites samples = SampleSites.start()) {
      Betor.Builder library = library();
      samples.ids().forEach(id -> library.setting(id + ".home", samples.home(id).toString()));
      return search(library, sites.isEmpty() ? samples.ids() : sampled(samples), SAMPLES, query);
    }
  }

  private int searchLive(Query query) throws InterruptedException {
    return search(library(), sites.isEmpty() ? USUAL_SITES : sites, LIVE, query);
  }

  /** The chosen sites, none of which may be a real one by mistake. */
  private List<String> sampled(SampleSites samples) {
    for (String site : sites) {
      if (!samples.ids().contains(site)) {
        throw new ParameterException(
            spec.commandLine(),
            "no sample of the site \"%s\"; there are %s".formatted(site, samples.ids()));
      }
    }
    return sites;
  }

  private Betor.Builder library() {
    Betor.Builder library = Betor.builder(data);
    settings.forEach(library::setting);
    return library;
  }

  private int search(Betor.Builder library, Collection<String> ids, String notice, Query query)
      throws InterruptedException {
    try (Betor betor = open(library.only(ids.toArray(String[]::new)))) {
      err().println(notice);
      return search(betor, query);
    }
  }

  private Betor open(Betor.Builder library) {
    try {
      return library.open();
    } catch (IllegalArgumentException misuse) {
      throw new ParameterException(spec.commandLine(), String.valueOf(misuse.getMessage()), misuse);
    }
  }

  private int search(Betor betor, Query query) throws InterruptedException {
    Search search = betor.search(query, new Progress(err()));
    Report report = byTitle ? identified(betor, search.report()) : search.report();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonReport.of(report, betor.health().folder()));
    } else if (byTitle) {
      new TextReport(report, betor.health().folder()).printByTitle(out);
    } else {
      new TextReport(report, betor.health().folder()).print(out);
    }
    return 0;
  }

  /** The report with the film or series of each release, as far as that is sure. */
  private static Report identified(Betor betor, Report report) {
    return new Report(
        report.query(),
        report.known(),
        report.releases().stream().map(release -> identified(betor, release)).toList(),
        report.outcomes(),
        report.took());
  }

  private static Release identified(Betor betor, Release release) {
    return betor
        .titles()
        .identify(release)
        .title()
        .map(title -> new TitleMatch(title.ids(), title.nameIn("BR"), Instant.now()))
        .map(release::with)
        .orElse(release);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
