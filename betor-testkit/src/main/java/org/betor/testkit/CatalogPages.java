package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.betor.testkit.FreeFilms.swarm;
import static org.betor.testkit.FreeFilms.titled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Hits;
import org.junit.jupiter.api.Test;

/** What a catalogue promises of pages: a part of {@link CatalogContract}. */
public interface CatalogPages extends CatalogUnderTest {

  /** The total counts all. */
  @Test
  default void pagesFollowEachOtherByOffset() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(30))) {
      Hits page =
          tested
              .catalog()
              .search(
                  CatalogQuery.words("sintel").sort(Sort.NEWEST).offset(10).limit(5).build(),
                  Viewer.ANYONE);

      assertThat(TestedCatalog.numbers(page.releases())).containsExactly(20, 19, 18, 17, 16);
      assertThat(page.total()).isEqualTo(30);
      assertThat(page.exact()).isTrue();
      assertThat(tested.numbers(CatalogQuery.all().offset(30))).isEmpty();
      assertThat(tested.numbers(CatalogQuery.all().limit(10_000))).hasSize(30);
    }
  }

  /** In every order, with many equal values, each release comes once. */
  @Test
  default void pagesFollowEachOtherByCursor() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(23))) {
      for (Sort sort : Sort.values()) {
        for (int limit : List.of(1, 5, 23, 24)) {
          List<Integer> walked = walk(tested, CatalogQuery.words("sintel").sort(sort), limit);
          assertThat(walked)
              .as("by %s, %d at a time", sort, limit)
              .isEqualTo(tested.numbers(CatalogQuery.words("sintel").sort(sort)))
              .hasSize(23)
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  /** A full page may be the last. */
  @Test
  default void theLastPageHasNoCursor() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(4))) {
      for (CatalogQuery.Builder last :
          List.of(
              CatalogQuery.all().limit(4),
              CatalogQuery.all().limit(2).offset(2),
              CatalogQuery.all().limit(5),
              CatalogQuery.all().offset(4))) {
        assertThat(tested.catalog().search(last.build(), Viewer.ANYONE).next()).isEmpty();
      }
      Hits second =
          tested.catalog().search(CatalogQuery.all().offset(1).limit(1).build(), Viewer.ANYONE);
      assertThat(tested.numbers(CatalogQuery.all().after(second.next().orElseThrow())))
          .containsExactly(2, 1);
    }
  }

  /** The words that helped help on every page. */
  @Test
  default void pagesOfCorrectedWordsFollowEachOtherToo() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(7))) {
      assertThat(walk(tested, CatalogQuery.words("sontel").sort(Sort.NEWEST), 2))
          .containsExactly(7, 6, 5, 4, 3, 2, 1);
    }
  }

  /** Nothing is lost and nothing comes twice, where the order is not by relevance. */
  @Test
  default void whatIsWrittenMeanwhileMovesNothingElse() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(10))) {
      for (Sort sort : List.of(Sort.NEWEST, Sort.SEEDERS)) {
        List<Integer> before = tested.numbers(CatalogQuery.all().sort(sort).limit(50));
        Hits first =
            tested.catalog().search(CatalogQuery.all().sort(sort).limit(4).build(), Viewer.ANYONE);
        tested.has(titled(20 + before.size(), "Newer"), titled(1, "Sintel"));

        List<Integer> rest =
            new ArrayList<>(
                tested.numbers(
                    CatalogQuery.all().sort(sort).after(first.next().orElseThrow()).limit(50)));
        rest.retainAll(before);

        assertThat(rest).as("by %s", sort).isEqualTo(before.subList(4, before.size()));
      }
    }
  }

  /** Where offsets end. */
  @Test
  default void aCursorLeadsPastTenThousand() {
    int films = 10_003;
    Change[] changes =
        IntStream.rangeClosed(1, films)
            .mapToObj(number -> swarm(number, number % 7, number))
            .toArray(Change[]::new);
    try (TestedCatalog tested = TestedCatalog.having(this, changes)) {
      Hits first =
          tested
              .catalog()
              .search(CatalogQuery.all().sort(Sort.NEWEST).limit(10_000).build(), Viewer.ANYONE);
      assertThat(first.total()).isBetween(10_000L, (long) films);
      assertThat(first.exact()).isIn(false, first.total() == films);

      assertThat(
              tested.numbers(
                  CatalogQuery.all().sort(Sort.NEWEST).after(first.next().orElseThrow())))
          .containsExactly(3, 2, 1);
      assertThat(walk(tested, CatalogQuery.all().sort(Sort.SEEDERS), 4_000))
          .hasSize(films)
          .doesNotHaveDuplicates();
    }
  }

  /** For its reader, with a reason. */
  @Test
  default void aCursorOfNobodyIsRefused() {
    try (TestedCatalog tested = TestedCatalog.having(this, films(3))) {
      for (String cursor :
          List.of("", " ", "x", "1", "-1 ", "AAAA", "\ud83c", "9".repeat(10_000))) {
        CatalogQuery query = CatalogQuery.all().after(cursor).build();
        assertThatIllegalArgumentException()
            .as("cursor \"%.20s\"", cursor)
            .isThrownBy(() -> tested.catalog().search(query, Viewer.ANYONE));
      }
      String cursor =
          tested
              .catalog()
              .search(CatalogQuery.all().limit(1).build(), Viewer.ANYONE)
              .next()
              .orElseThrow();
      CatalogQuery groups = CatalogQuery.all().after(cursor).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> tested.catalog().titles(groups, Viewer.ANYONE));
    }
  }

  private static List<Integer> walk(TestedCatalog tested, CatalogQuery.Builder query, int limit) {
    return TestedCatalog.numbers(
        new PageWalk(tested.catalog(), Viewer.ANYONE).all(query.limit(limit)));
  }

  /** Some of equal values, some without. */
  private static Change[] films(int count) {
    return IntStream.rangeClosed(1, count)
        .boxed()
        .flatMap(
            number ->
                number % 3 == 0
                    ? List.of(titled(number, "Sintel"), swarm(number, number % 2, 0)).stream()
                    : List.of(titled(number, "Sintel")).stream())
        .toArray(Change[]::new);
  }
}
