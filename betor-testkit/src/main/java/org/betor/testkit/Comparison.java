package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;

/**
 * The answers of a catalogue beside those of the oracle.
 *
 * @param tested the catalogue under test
 * @param oracle what knows
 */
record Comparison(Catalog tested, Catalog oracle) {
  private static final int QUESTIONS = 8;
  private static final int LEVELS = 3;
  private static final List<Class<? extends Section>> KINDS =
      List.of(
          Listing.class,
          TitleMatch.class,
          Contents.class,
          Swarm.class,
          Upload.class,
          Identity.class,
          Block.class);

  /** Asks everything; the seed gives the questions. */
  void check(long seed) {
    RandomFilms films = new RandomFilms(new Random(seed));
    assertThat(scan(tested)).as("scan").containsExactlyInAnyOrderElementsOf(scan(oracle));
    KINDS.forEach(kind -> checkLacking(kind, films.seen(), 1 + films.number(4)));
    for (int level = 0; level < LEVELS; level++) {
      Viewer viewer = new Viewer("level-" + level, level);
      checkFind(viewer);
      for (int i = 0; i < QUESTIONS; i++) {
        new Answers(tested, oracle, viewer).check(Question.random(films), 1 + films.number(5));
        checkSuggest(films.text(), 1 + films.number(6), viewer);
      }
    }
  }

  private void checkFind(Viewer viewer) {
    for (ReleaseKey key : RandomFilms.keys()) {
      assertThat(tested.find(key, viewer))
          .as("find(%s) for level %d", key, viewer.level())
          .isEqualTo(oracle.find(key, viewer));
    }
  }

  private void checkSuggest(String typed, int limit, Viewer viewer) {
    assertThat(tested.suggest(typed, limit, viewer))
        .as("suggest(\"%s\", %d) for level %d", typed, limit, viewer.level())
        .isEqualTo(oracle.suggest(typed, limit, viewer));
  }

  /** Those equally old may come in any order. */
  private void checkLacking(Class<? extends Section> kind, Instant olderThan, int limit) {
    String question = "lacking(%s, %s)".formatted(kind.getSimpleName(), olderThan);
    List<ReleaseKey> expected = oracle.lacking(kind, olderThan, Integer.MAX_VALUE);
    List<ReleaseKey> all = tested.lacking(kind, olderThan, Integer.MAX_VALUE);

    assertThat(all).as(question).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(seen(kind, all)).as("times of " + question).isEqualTo(seen(kind, expected));
    assertThat(tested.lacking(kind, olderThan, limit))
        .as(question + ", at most " + limit)
        .isEqualTo(all.subList(0, Math.min(limit, all.size())));
  }

  private List<Optional<Instant>> seen(Class<? extends Section> kind, List<ReleaseKey> keys) {
    List<Release> releases = scan(oracle);
    return keys.stream()
        .flatMap(key -> releases.stream().filter(release -> release.key().equals(key)))
        .map(
            release ->
                release.sections().stream()
                    .filter(kind::isInstance)
                    .map(Section::seen)
                    .findFirst()) // the newest
        .toList();
  }

  private static List<Release> scan(Catalog catalog) {
    List<Release> all = new ArrayList<>();
    catalog.scan(all::add);
    return all;
  }
}
