package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.betor.api.mod.ModDetails;
import org.jspecify.annotations.Nullable;

/**
 * Where one run of SteamCMD works: an installation of its own, so that no two runs meet and nothing
 * is remembered that is not there any more. It stays for the next try if time was too short.
 */
final class Workplace {
  static final String NAME = ".betor-steamcmd";

  private final Path root;

  private Workplace(Path root) {
    this.root = root;
  }

  static Workplace in(Path folder) throws IOException {
    return new Workplace(Files.createDirectories(folder.toAbsolutePath().resolve(NAME)));
  }

  /** Whether one was left there for the next try. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME));
  }

  Path root() {
    return root;
  }

  Path home() {
    return root.resolve("home");
  }

  Path installation() {
    return root.resolve("installation");
  }

  Path workshop() {
    return installation().resolve("steamapps").resolve("workshop");
  }

  Path content(ModDetails mod) {
    return workshop().resolve("content").resolve(mod.game().orElseThrow()).resolve(mod.key().id());
  }

  Path staging(ModDetails mod) {
    return workshop()
        .resolve("downloads")
        .resolve(mod.game().orElseThrow())
        .resolve(mod.key().id());
  }

  void delete() throws IOException {
    if (Files.exists(root)) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
