package org.betor.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModKey;
import org.betor.mods.ArchiveLoan;
import org.betor.mods.Local;
import org.betor.mods.ModArchive;
import org.betor.mods.ModLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands mods out. */
@Command(
    name = "download",
    description = "Copies mods out of the library, after fetching what is not there.",
    mixinStandardHelpOptions = true)
final class ModsDownloadCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "MOD", description = "Ids, or addresses of pages.")
  private List<String> mods = List.of();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the archives go; the current folder unless set.")
  private Path to = Path.of("");

  @Option(names = "--unpack", description = "Writes the files, each mod's in a folder of its own.")
  private boolean unpack;

  @Mixin private ModOptions options = new ModOptions();

  @Override
  public Integer call() throws Exception {
    return options.with(this::download);
  }

  private int download(ModLibrary library) throws IOException, InterruptedException {
    List<ModKey> keys = options.keys(library, mods);
    boolean all = new ModWishes(library, options.err()).fetch(keys);
    Files.createDirectories(to.toAbsolutePath());
    for (ModKey key : keys) {
      if (library.fetchLocal(key) instanceof Local.Ready ready) {
        try (ArchiveLoan archive = ready.archive()) {
          options.out().println(handOut(archive));
        }
      }
    }
    return all ? 0 : 1;
  }

  private Path handOut(ArchiveLoan archive) throws IOException {
    Path target = to.toAbsolutePath().normalize().resolve(archive.mod().id());
    if (unpack) {
      try (ModArchive files = ModArchive.open(archive.path())) {
        files.extractTo(target);
      }
      return target;
    }
    Path zip = target.resolveSibling(archive.mod().id() + ".zip");
    return Files.copy(archive.path(), zip, StandardCopyOption.REPLACE_EXISTING);
  }
}
