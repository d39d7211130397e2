package org.betor.mods;

/** How a list of mods is ordered; equal ones in the order in which they first came. */
public enum ModSort {
  /** In the order in which they first came. */
  ADDED("id"),
  /** By their names. */
  NAME("name"),
  /** By the size that their sources tell. */
  SIZE("size_bytes"),
  /** By when they were first published. */
  DATE_CREATION("created"),
  /** By when their content changed. */
  DATE_UPDATE("updated"),
  /** By when they were last handed out. */
  DATE_REQUEST("requested"),
  /** By their sources. */
  SOURCE("source"),
  /** By how often they were handed out. */
  DOWNLOADS("downloads");

  private final String column;

  ModSort(String column) {
    this.column = column;
  }

  /** Of the table of mods. */
  String column() {
    return column;
  }
}
