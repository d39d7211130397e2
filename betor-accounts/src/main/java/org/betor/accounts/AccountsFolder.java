package org.betor.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.betor.accounts.AccountsException.Reason;

/** The folder of the accounts, which nobody reads but its owner where the system can do that. */
final class AccountsFolder {
  private AccountsFolder() {}

  /** Makes it if need be; one that is there stays as it is. */
  static Path open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder, ownerOnly(folder));
      }
      return folder;
    } catch (IOException failure) {
      throw new AccountsException(
          Reason.DATABASE,
          "cannot keep accounts in %s: choose a folder that can be written".formatted(folder),
          failure);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
