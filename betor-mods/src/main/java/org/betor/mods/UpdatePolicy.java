package org.betor.mods;

/** What becomes of a mod's older content while the newer one is fetched. */
public enum UpdatePolicy {
  /** It can be had until the newer one is there. */
  KEEP_UNTIL_READY,
  /** It goes first. */
  DELETE_FIRST
}
