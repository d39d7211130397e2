package org.betor.mods;

import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;

/**
 * An archive that was read again.
 *
 * @param bytes the size that it shall have
 * @param trouble what is wrong, for people; empty if it is whole
 */
public record VerifiedArchive(
    ModKey mod, ModVersion version, long bytes, State state, String trouble) {

  /** In what state it is. */
  public enum State {
    /** Byte by byte as it was stored. */
    WHOLE,
    /** Gone or changed: the library hands it out no more, and fetches the mod at the next wish. */
    DAMAGED,
    /** Nobody knows: it could not be read to its end. It stays as it is. */
    UNREADABLE
  }
}
