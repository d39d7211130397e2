package org.betor.mods;

/** What becomes, when a library is opened, of mods that were on their way when it was closed. */
public enum Unfinished {
  /** They are fetched. */
  RESUME,
  /** They are forgotten. */
  FORGET
}
