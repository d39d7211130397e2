package org.betor.mods;

import java.nio.file.Path;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;

/**
 * A mod's files in one ZIP archive, on loan: the file stays where it is until this is closed,
 * whatever becomes of the mod meanwhile. What is never closed stays until the library is opened
 * again. Safe for use by several threads.
 */
public interface ArchiveLoan extends AutoCloseable {

  /** Which mod it is. */
  ModKey mod();

  /** The mod's name; no name of a file. */
  String name();

  /** Which content it is. */
  ModVersion version();

  /** Where it is, to be read only, such as with {@link ModArchive#open}. */
  Path path();

  /** Its size. */
  long bytes();

  /** How many files are in it. */
  int entries();

  /** The SHA-256 of the archive, as 64 hexadecimal digits in lower case. */
  String sha256();

  /** Gives it back. More than once is the same as once. */
  @Override
  void close();
}
