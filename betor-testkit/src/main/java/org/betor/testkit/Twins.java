package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;

/**
 * Two catalogues that a viewer cannot tell apart.
 *
 * @param whole has more, which the viewer may not see
 * @param rest has what the viewer may see, and nothing else
 * @param viewer who looks
 * @param description for people
 */
record Twins(Catalog whole, Catalog rest, Viewer viewer, String description) {
  private static final int QUESTIONS = 30;

  /** Asks both. */
  void check(RandomFilms films) {
    for (ReleaseKey key : RandomFilms.keys()) {
      assertThat(whole.find(key, viewer)).as(description).isEqualTo(rest.find(key, viewer));
    }
    for (int i = 0; i < QUESTIONS; i++) {
      checkSearch(Question.random(films), 1 + films.number(4));
      String typed = films.text();
      assertThat(whole.suggest(typed, 5, viewer))
          .as("%s: suggest(\"%s\")", description, typed)
          .isEqualTo(rest.suggest(typed, 5, viewer));
    }
  }

  private void checkSearch(Question question, int limit) {
    String asked = description + ": " + question;
    CatalogQuery page = question.query().limit(limit).build();
    checkHits(asked, whole.search(page, viewer), rest.search(page, viewer));
    CatalogQuery all = question.query().build();
    checkHits(asked, whole.search(all, viewer), rest.search(all, viewer));
    assertThat(whole.titles(all, viewer)).as(asked).isEqualTo(rest.titles(all, viewer));
    for (Facet facet : Facet.values()) {
      assertThat(whole.count(all, facet, 9, viewer))
          .as(asked)
          .isEqualTo(rest.count(all, facet, 9, viewer));
    }
  }

  private static void checkHits(String asked, Hits one, Hits other) {
    assertThat(one.releases()).as(asked).isEqualTo(other.releases());
    assertThat(one.total()).as(asked).isEqualTo(other.total());
    assertThat(one.exact()).as(asked).isEqualTo(other.exact());
    assertThat(one.corrected()).as(asked).isEqualTo(other.corrected());
    assertThat(one.next().isPresent()).as(asked).isEqualTo(other.next().isPresent());
  }
}
