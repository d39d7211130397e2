package org.betor.mods;

/** Which end of a list comes first. */
public enum Direction {
  /** The least. */
  ASCENDING,
  /** The most. */
  DESCENDING
}
