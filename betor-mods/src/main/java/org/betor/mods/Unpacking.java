package org.betor.mods;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;

/**
 * An archive that came into a folder, of which the files shall be there in its place.
 *
 * @param mod whose it is
 */
record Unpacking(ModKey mod, Path folder) {
  private static final ModArchive.Limits LIMITS = new ModArchive.Limits(32L << 30, 100_000);

  /** Where it is until it is unpacked. */
  Path archive() {
    return folder.resolve(".betor-archive");
  }

  void run() throws IOException, InterruptedException {
    try {
      Path inner = extract();
      Files.delete(archive());
      moveUp(inner);
    } catch (ClosedByInterruptException interrupt) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException().initCause(interrupt);
    }
  }

  /** What cannot be read has a cause; what can be, and must not, has none. */
  private ModArchive open() throws IOException {
    try {
      return ModArchive.open(archive(), LIMITS);
    } catch (ZipException refused) {
      throw failure(refused.getCause() == null ? Reason.UNSAFE : Reason.DAMAGED, refused);
    }
  }

  /** Where the files are then. */
  private Path extract() throws IOException {
    try (ModArchive archive = open()) {
      Path inner = folder.resolve(freeName(archive));
      archive.extractTo(inner);
      return inner;
    } catch (ZipException damaged) {
      throw failure(Reason.DAMAGED, damaged);
    }
  }

  /** No file or folder at the top of the archive is called so. */
  private static String freeName(ModArchive archive) {
    List<String> taken =
        archive.entries().stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    StringBuilder name = new StringBuilder(".betor-files");
    while (taken.stream().anyMatch(file -> (file + "/").startsWith(name + "/"))) {
      name.append('_');
    }
    return name.toString();
  }

  private void moveUp(Path inner) throws IOException {
    List<Path> files;
    try (Stream<Path> top = Files.list(inner)) {
      files = top.toList();
    }
    for (Path file : files) {
      Files.move(file, folder.resolve(inner.relativize(file)));
    }
    Files.delete(inner);
  }

  private ModException failure(Reason reason, IOException cause) {
    return new ModException(
        reason,
        "the archive of %s cannot be unpacked: %s".formatted(mod, cause.getMessage()),
        Optional.empty(),
        cause);
  }
}
