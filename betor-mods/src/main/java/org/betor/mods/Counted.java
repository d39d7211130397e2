package org.betor.mods;

/** What a library counts. */
public enum Counted {
  /** The library was opened. */
  START,
  /** A mod was wished for. */
  REQUEST,
  /** A mod was asked for without asking its source. */
  FETCH_LOCAL,
  /** An archive was handed out. */
  FILE_SENT,
  /** What was asked for was not here. */
  NOT_HERE,
  /** What was asked for had lost its file. */
  DAMAGED,
  /** A newer content was queued. */
  UPDATING,
  /** A mod was fetched. */
  FETCHED,
  /** A mod could not be fetched. */
  FETCH_FAILED
}
