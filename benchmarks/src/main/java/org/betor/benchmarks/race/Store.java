package org.betor.benchmarks.race;

import java.util.List;

/** What keeps the entries on disk, and who answers from it. Puts may come from two threads. */
interface Store {
  /** As printed. */
  String name();

  /** Writes, sooner or later. */
  void put(List<Entry> entries) throws Exception;

  /** Makes all durable and findable. */
  void settle() throws Exception;

  /** Puts the index into its best shape, so that all answer out of one piece. */
  void compact() throws Exception;

  /** Opens it again after it was closed. */
  void open() throws Exception;

  /** Writes one and returns when no crash can take it away. */
  void putDurably(Entry entry) throws Exception;

  /** Makes what was written findable, and tells whether the entry is. */
  boolean shows(Entry entry) throws Exception;

  /** The best answer first: whole releases, and totals as the catalogue promises them. */
  List<Contestant> contestants();

  /** Ends it; {@link #open} begins it again. */
  void close() throws Exception;
}
