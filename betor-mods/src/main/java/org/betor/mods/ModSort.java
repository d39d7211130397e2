package org.betor.mods;

/** How a list of mods is ordered; equal ones in the order in which they first came. */
public enum ModSort {
  /** In the order in which they first came. */
  ADDED,
  /** By their names, in upper or lower case. */
  NAME,
  /** By the size that their sources tell. */
  SIZE,
  /** By when they were first published. */
  DATE_CREATION,
  /** By when their content changed. */
  DATE_UPDATE,
  /** By when they were last handed out. */
  DATE_REQUEST,
  /** By their sources. */
  SOURCE,
  /** By how often they were handed out. */
  DOWNLOADS
}
