package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Hits;

/**
 * Whether words were corrected rightly. Which of several corrections is taken is the catalogue's
 * choice.
 *
 * @param oracle what knows
 * @param viewer who asks
 */
record Corrections(Catalog oracle, Viewer viewer) {

  /** The question as it was meant, after checks of how it was corrected. */
  Question checked(Question question, Optional<String> corrected) {
    Hits expected = oracle.search(question.query().build(), viewer);
    assertThat(corrected.isPresent())
        .as("%s is corrected to %s; the oracle: %s", question, corrected, expected.corrected())
        .isEqualTo(expected.corrected().isPresent());
    return corrected.map(words -> checked(question, words)).orElse(question);
  }

  private Question checked(Question question, String corrected) {
    List<String> typed = Words.in(question.words()).wanted();
    List<String> meant = Words.in(corrected).wanted();
    assertThat(corrected).as("words of %s", question).isEqualTo(String.join(" ", meant));
    assertThat(meant).as("words of %s", question).hasSameSizeAs(typed);
    for (int i = 0; i < typed.size(); i++) {
      assertThat(meant.get(i).equals(typed.get(i)) || Misspelling.of(typed.get(i), meant.get(i)))
          .as("\"%s\" is at most one letter away from %s", meant.get(i), question)
          .isTrue();
    }
    Question other = question.in(corrected);
    Hits helped = oracle.search(other.query().build(), viewer);
    assertThat(helped.releases()).as("what \"%s\" finds", corrected).isNotEmpty();
    assertThat(helped.corrected()).as("\"%s\" needs no correction", corrected).isEmpty();
    return other;
  }
}
