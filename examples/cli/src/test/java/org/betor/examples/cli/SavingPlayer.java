package org.betor.examples.cli;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Plays nothing: saves what it is given to a file. */
final class SavingPlayer {
  private SavingPlayer() {}

  /** Takes the file, and then the address. */
  public static void main(String[] args) throws Exception {
    try (InputStream film = URI.create(args[1]).toURL().openStream()) {
      Files.copy(film, Path.of(args[0]), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
