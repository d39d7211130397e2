package org.betor.testkit;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Change;
import org.junit.jupiter.api.Test;

/** That a catalogue answers random questions rightly: a part of {@link CatalogContract}. */
public interface CatalogOperations extends CatalogUnderTest {

  /** How many sequences of random operations are tried; each has a seed from 1. */
  default int trials() {
    return 20;
  }

  /** After any writes, removals and reopenings. A failure names its seed and few operations. */
  @Test
  default void answersAsMemoryCatalogDoes() {
    Trials trials = new Trials(this);
    for (int seed = 1; seed <= trials(); seed++) {
      trials.check(seed);
    }
  }

  /** Nor how many there are, in what order, or how they are spelt. */
  @Test
  default void whatIsHiddenChangesNoAnswer() {
    for (int seed = 1; seed <= trials() / 2; seed++) {
      RandomFilms films = new RandomFilms(new Random(seed));
      List<Change> changes = films.changes(40);
      Viewer viewer = new Viewer("viewer", films.number(2));
      Set<ReleaseKey> hidden = hiddenFrom(viewer, changes);
      List<Change> shown =
          changes.stream().filter(change -> !hidden.contains(change.key())).toList();
      try (TestedCatalog whole = new TestedCatalog(this, "whole-" + seed);
          TestedCatalog rest = new TestedCatalog(this, "rest-" + seed)) {
        whole.has(changes.toArray(Change[]::new));
        rest.has(shown.toArray(Change[]::new));
        new Twins(whole.catalog(), rest.catalog(), viewer, "seed " + seed).check(films);
      }
    }
  }

  /** All keys of releases that a viewer may not see. */
  private static Set<ReleaseKey> hiddenFrom(Viewer viewer, List<Change> changes) {
    MemoryCatalog oracle = new MemoryCatalog();
    oracle.put(changes);
    oracle.refresh();
    return changes.stream()
        .map(Change::key)
        .filter(key -> oracle.find(key, viewer).isEmpty())
        .collect(Collectors.toSet());
  }
}
