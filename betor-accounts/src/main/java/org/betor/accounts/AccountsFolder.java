package org.betor.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.betor.accounts.AccountsException.Reason;

/**
 * The folder of the accounts. What is in it nobody uses but its owner, where the system can do
 * that.
 */
final class AccountsFolder {
  private static final String ROWS = "accounts";
  private static final String ENDING_OF_H2 = ".mv.db";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> LETS_OTHERS_REPLACE_FILES =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private AccountsFolder() {}

  /** Makes it if need be, for its owner alone. One that others can write to is refused. */
  static Path open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, only(folder, "rwx------"));
      }
      checkOthersCannotWrite(folder);
      return folder;
    } catch (IOException failure) {
      throw new AccountsException(
          Reason.DATABASE,
          "cannot keep accounts in %s: choose a folder that can be written".formatted(folder),
          failure);
    }
  }

  private static void checkOthersCannotWrite(Path folder) throws IOException {
    if (isPosix(folder)
        && Files.getPosixFilePermissions(folder).stream()
            .anyMatch(LETS_OTHERS_REPLACE_FILES::contains)) {
      throw new AccountsException(
          Reason.DATABASE,
          "others than its owner can replace files in %s, also keys: take that from them (chmod go-w), or choose a folder in it that is not there yet"
              .formatted(folder));
    }
  }

  /**
   * The file of rows, without the ending that H2 gives it: its owner's alone, also if it was there
   * before.
   */
  static Path rows(Path folder) {
    Path file = open(folder).resolve(ROWS + ENDING_OF_H2);
    try {
      if (!Files.exists(file)) {
        Files.createFile(file, only(file, "rw-------")); // H2 begins in an empty one
      } else if (isPosix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        Files.setPosixFilePermissions(file, OWNERS);
      }
      return folder.resolve(ROWS);
    } catch (IOException failure) {
      throw new AccountsException(
          Reason.DATABASE,
          "cannot keep %s from others than its owner: open it as its owner".formatted(file),
          failure);
    }
  }

  private static FileAttribute<?>[] only(Path place, String permissions) {
    return isPosix(place)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
