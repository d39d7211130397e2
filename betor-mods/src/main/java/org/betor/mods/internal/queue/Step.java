package org.betor.mods.internal.queue;

/** What was done last on the way of a mod; between any two, the program may be killed. */
public enum Step {
  /** The wish is durable. */
  QUEUED,
  /** The source told the details, and the folder for the files is there. */
  RESOLVED,
  /** The files are there. */
  FETCHED,
  /** The archive is written and checked. */
  PACKED,
  /** The archive is in its place. */
  PLACED,
  /** The rows speak of it. */
  PUBLISHED,
  /** The rows are on the disk. */
  FORCED,
  /** What is not needed any more is deleted. */
  SWEPT
}
