package org.betor.mods;

/** How new a mod has to be. */
public enum Freshness {
  /** As new as the source says that there is. */
  NEWEST,
  /** Fetched anew even if nothing newer is told of: what a source tells may lag behind. */
  FORCE
}
