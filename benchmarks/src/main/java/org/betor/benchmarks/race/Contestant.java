package org.betor.benchmarks.race;

/**
 * Who answers questions.
 *
 * @param name as printed
 * @param isApart whether it is asked apart from the others, because it reads the same files as one
 *     of them, or its records with the same code
 */
record Contestant(String name, boolean isApart, Ask ask) {

  /** Answers. */
  interface Ask {
    Answer answer(Question question) throws Exception;
  }
}
