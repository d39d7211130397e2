package org.betor.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps the refresh token of who is logged in, for nobody but the owner of the file to read.
 *
 * @param folder where it is; made by the accounts
 */
record SessionFile(Path folder) {
  private static final String NAME = "logged-in";

  Optional<String> read() throws IOException {
    return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
  }

  /** A crash leaves the one before, or this one. */
  void write(String refreshToken) throws IOException {
    // Temporary files are made for their owner alone.
    Path draft = Files.createTempFile(folder.toAbsolutePath(), NAME, ".new");
    try {
      Files.writeString(draft, refreshToken);
      Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  void remove() throws IOException {
    Files.deleteIfExists(file());
  }

  private Path file() {
    return folder.resolve(NAME);
  }
}
