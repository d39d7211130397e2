package org.betor.mods;

/** How a list of games is ordered; equal ones in the order in which they first came. */
public enum GameSort {
  /** By their names. */
  NAME("name"),
  /** By what they are. */
  TYPE("type"),
  /** By when the library first had a mod of them. */
  CREATION_DATE("added"),
  /** By their sources. */
  SOURCE("source"),
  /** By how many mods of them are here. */
  MODS_COUNT("mods"),
  /** By how often mods of them were handed out. */
  MODS_DOWNLOADS("downloads");

  private final String column;

  GameSort(String column) {
    this.column = column;
  }

  /** Of the table of games. */
  String column() {
    return column;
  }
}
