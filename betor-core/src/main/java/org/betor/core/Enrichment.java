package org.betor.core;

/**
 * Finds out in the background what releases lack, such as which film each is. What is lacking
 * stands in the catalogue, so that a restart loses nothing; what could not be found out, or is old,
 * is asked about again after a while. Safe for use by several threads.
 */
public interface Enrichment {

  /** How many releases wait, for each thing that they lack; counted up to 10,000 for each. */
  int pending();

  /**
   * Stops after the releases at hand, until {@link #resume}; also what is found meanwhile waits.
   */
  void pause();

  /** Goes on after a pause. */
  void resume();

  /**
   * Waits until nothing can be done now: all is known, or {@link #pause} was called, or a source
   * has to be left alone for a while.
   *
   * @throws InterruptedException if the waiting thread is interrupted; the work goes on
   */
  void await() throws InterruptedException;
}
