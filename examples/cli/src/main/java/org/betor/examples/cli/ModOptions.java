package org.betor.examples.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;
import org.betor.api.spi.Settings;
import org.betor.mods.ModLibrary;
import org.betor.mods.ModSources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that all commands about mods have: where they are kept, and where they come from. */
final class ModOptions {
  private static final String SAMPLES =
      "Sample mods on this machine; --live asks the real Steam Workshop and Thunderstore.";
  private static final String LIVE = "Real mods, over the internet; mind their authors' licences.";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the library is kept; ${DEFAULT-VALUE} unless set.")
  private Path data = Path.of("betor-data", "mods");

  @Option(names = "--live", description = "Asks the real Steam Workshop and Thunderstore.")
  private boolean live;

  @Option(
      names = "--steamcmd",
      paramLabel = "PROGRAM",
      description = "Your SteamCMD, for --live; its arguments may follow, each as an option again.")
  private List<String> steamCmd = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting of a source, for --live, such as steam.key; may be given again.")
  private Map<String, String> settings = Map.of();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  /** Works with the library until it is done, or the program is ended. */
  int with(Task task) throws Exception {
    int[] code = {0};
    try {
      EndOfProgram.interrupts(() -> code[0] = live ? withReal(task) : withSamples(task));
    } catch (InterruptedException ended) {
      err().println("Ended; what was on its way goes on at the next run.");
    }
    return code[0];
  }

  /** The mods that texts name. */
  List<ModKey> keys(ModLibrary library, List<String> texts) {
    List<ModKey> keys = new ArrayList<>();
    for (String text : texts) {
      keys.add(
          library
              .parse(text)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "no mod is named \"%s\"".formatted(text))));
    }
    return keys;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private int withReal(Task task) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    if (!steamCmd.isEmpty()) {
      all.put("steam.steamcmd", String.join("\n", steamCmd));
    }
    ModSources sources =
        ModSources.in(
            ModOptions.class.getClassLoader(), data.resolve("live-sources"), Settings.of(all));
    err().println(LIVE);
    sources.failures().forEach(err()::println);
    return with("live", sources.found(), task);
  }

  private int withSamples(Task task) throws Exception {
    try (SampleMods samples = SampleMods.start(data.resolve("samples-steamcmd"))) {
      err().println(SAMPLES);
      return with("samples", samples.sources(), task);
    }
  }

  /** Invented mods and real ones are never in one library. */
  private int with(String folder, List<ModSource> sources, Task task) throws Exception {
    try (ModLibrary library =
        ModLibrary.open(data.resolve(folder), sources.toArray(ModSource[]::new))) {
      return task.run(library);
    }
  }

  /** What is done with a library. */
  @FunctionalInterface
  interface Task {

    /** Does it; the program's exit code. */
    int run(ModLibrary library) throws Exception;
  }
}
