package org.betor.p2p.internal.session;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.betor.api.spi.TorrentException.Reason;

/**
 * Why a file cannot be read or written, in words for people.
 *
 * @param reason what kind of trouble it is
 * @param message what happened and what to do
 */
record DiskTrouble(Reason reason, String message) {
  private static final long LITTLE_ROOM_BYTES = 1 << 20;

  static DiskTrouble of(IOException cause, Path folder) {
    if (isFull(cause, folder)) {
      return new DiskTrouble(
          Reason.DISK_FULL, "the disk of %s is full: make room and resume".formatted(folder));
    }
    if (cause instanceof NoSuchFileException) {
      return new DiskTrouble(
          Reason.FILES,
          "%s is gone: put it back, or resume to fetch it again".formatted(cause.getMessage()));
    }
    String what =
        cause instanceof AccessDeniedException
            ? cause.getMessage() + " must not be touched"
            : String.valueOf(cause.getMessage());
    return new DiskTrouble(
        Reason.FILES, "%s: see to the files in %s and resume".formatted(what, folder));
  }

  private static boolean isFull(IOException cause, Path folder) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("not enough space")) {
      return true;
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < LITTLE_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}
