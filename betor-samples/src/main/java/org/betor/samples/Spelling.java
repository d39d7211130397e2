package org.betor.samples;

/** The ways in which pages spell one magnet link. */
enum Spelling {
  PLAIN,
  UPPER_CASE,
  BASE32,
  LOWER_BASE32,
  RAW_SPACES,
  RAW_AMPERSANDS,
  /** A tracker whose address starts with an asterisk. */
  STARRED_TRACKER,
  /** Half of the info-hash is gone. */
  BROKEN
}
