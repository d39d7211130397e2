package org.betor.examples.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.core.Betor;
import org.betor.core.KnownTitle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a film or series with its releases. */
@Command(
    name = "title",
    description = "Shows a film or series and the releases of it that the index has.",
    mixinStandardHelpOptions = true)
final class TitleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "Such as tt1727587, or tmdb-film:45745.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private String id;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the index is kept; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data");

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting of the library, such as tmdb.token; may be given again.")
  private Map<String, String> settings = Map.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() {
    TitleId wanted = id();
    Betor.Builder library = Betor.builder(data).withoutDiscovery();
    settings.forEach(library::setting);
    try (Betor betor = library.open()) {
      betor
          .titles()
          .find(wanted, Viewer.ANYONE)
          .ifPresentOrElse(
              known -> print(known, betor),
              () -> out().println(wanted + ": nothing is known of it; try import-imdb"));
    }
    return 0;
  }

  private TitleId id() {
    try {
      return TitleId.parse(id);
    } catch (IllegalArgumentException misuse) {
      throw new ParameterException(spec.commandLine(), String.valueOf(misuse.getMessage()), misuse);
    }
  }

  private void print(KnownTitle known, Betor betor) {
    Title title = known.title();
    String year = title.year().isPresent() ? " (%d)".formatted(title.year().getAsInt()) : "";
    out().println(title.name() + year + ", " + title.mediaType().name().toLowerCase(Locale.ROOT));
    if (!title.nameIn("BR").equals(title.name())) {
      out().println("In Brazil: " + title.nameIn("BR"));
    }
    out().println(title.ids().stream().map(TitleId::toString).collect(joining(" ")));
    out().println();
    if (known.releases().releases().isEmpty()) {
      out().println("The index has no release of it.");
    } else {
      new ReleaseTable(known.releases().releases()).print(out());
    }
    betor.titles().notices().forEach(notice -> out().println(System.lineSeparator() + notice));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
