package org.betor.benchmarks.race;

/**
 * Who answers questions.
 *
 * @param name as printed
 */
record Contestant(String name, Ask ask) {

  /** Answers. */
  interface Ask {
    Answer answer(Question question) throws Exception;
  }
}
