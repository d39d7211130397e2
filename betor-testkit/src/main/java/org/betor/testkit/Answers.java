package org.betor.testkit;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.betor.api.model.Release;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.api.spi.TitleGroup;

/**
 * All answers to one question.
 *
 * @param tested the catalogue under test
 * @param oracle what knows
 * @param viewer who asks
 */
record Answers(Catalog tested, Catalog oracle, Viewer viewer) {

  /**
   * Asks it all at once and in pages.
   *
   * @param limit the size of a page
   */
  void check(Question question, int limit) {
    Hits hits = tested.search(question.query().build(), viewer);
    Question meant = new Corrections(oracle, viewer).checked(question, hits.corrected());
    Hits expected = oracle.search(meant.query().build(), viewer);
    List<Release> found = hits.releases();

    assertThat(found)
        .as(says("results", question))
        .containsExactlyInAnyOrderElementsOf(expected.releases());
    if (!question.isByMatch()) {
      assertThat(values(found, question))
          .as(says("order", question))
          .isEqualTo(values(expected.releases(), question));
    }
    assertThat(hits.total()).as(says("total", question)).isEqualTo(expected.total());
    assertThat(hits.exact()).as(says("exact total", question)).isTrue();
    checkPages(question, limit, found);
    checkGroups(question, limit, found);
    checkCounts(question, meant, limit);
  }

  private void checkPages(Question question, int limit, List<Release> found) {
    assertThat(new PageWalk(tested, viewer).all(question.query().limit(limit)))
        .as(says("walk of pages of %d".formatted(limit), question))
        .isEqualTo(found);
    Hits page = tested.search(question.query().offset(limit).limit(limit).build(), viewer);
    assertThat(page.releases())
        .as(says("%d after the first %d".formatted(limit, limit), question))
        .isEqualTo(found.stream().skip(limit).limit(limit).toList());
    assertThat(page.next().isPresent())
        .as(says("cursor of the second %d".formatted(limit), question))
        .isEqualTo(found.size() > 2 * limit);
  }

  private void checkGroups(Question question, int limit, List<Release> found) {
    List<TitleGroup> groups =
        found.stream()
            .collect(groupingBy(Release::work, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(group -> new TitleGroup(group.get(0), group.size()))
            .toList();
    assertThat(tested.titles(question.query().build(), viewer))
        .as(says("groups", question))
        .isEqualTo(groups);
    assertThat(tested.titles(question.query().offset(1).limit(limit).build(), viewer))
        .as(says("groups after the first", question))
        .isEqualTo(groups.stream().skip(1).limit(limit).toList());
  }

  private void checkCounts(Question question, Question meant, int limit) {
    CatalogQuery asked = question.query().build();
    for (Facet facet : Facet.values()) {
      assertThat(tested.count(asked, facet, limit, viewer))
          .as(says("%d counts by %s".formatted(limit, facet), question))
          .isEqualTo(oracle.count(meant.query().build(), facet, limit, viewer));
    }
    Set<Facet> all = EnumSet.allOf(Facet.class);
    assertThat(tested.count(asked, all, limit, viewer))
        .as(says("%d counts by all facets at once".formatted(limit), question))
        .isEqualTo(oracle.count(meant.query().build(), all, limit, viewer));
  }

  private static List<Optional<BigDecimal>> values(List<Release> releases, Question question) {
    return releases.stream().map(release -> Order.value(release, question.sort())).toList();
  }

  private String says(String what, Question question) {
    return "%s of %s for level %d".formatted(what, question, viewer.level());
  }
}
