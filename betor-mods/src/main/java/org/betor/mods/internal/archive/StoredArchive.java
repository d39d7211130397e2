package org.betor.mods.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.ZipException;
import org.betor.mods.ModArchive;

/**
 * An archive that was stored some time ago.
 *
 * @param sha256 of all its bytes at that time
 */
public record StoredArchive(Path path, String sha256) {
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Reads it again. If its bytes are the same, so are its files, since they were compared with
   * their checksums when it was stored; if not, their checksums tell which of them are others.
   *
   * @return what is wrong, for people; empty if nothing is
   * @throws IOException if it cannot be read
   */
  public Optional<String> damage() throws IOException, InterruptedException {
    try {
      return fingerprint().equals(sha256) ? Optional.empty() : Optional.of(difference());
    } catch (NoSuchFileException gone) {
      return Optional.of("%s is gone".formatted(path));
    } catch (ClosedByInterruptException interrupt) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException().initCause(interrupt);
    }
  }

  private String fingerprint() throws IOException, InterruptedException {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
    return Sha256.end(digest);
  }

  private String difference() throws IOException {
    try (ModArchive archive = ModArchive.open(path)) {
      archive.verify();
      return "%s has other bytes than were stored".formatted(path);
    } catch (ZipException | EOFException damage) {
      return String.valueOf(damage.getMessage());
    }
  }
}
