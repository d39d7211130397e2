package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.betor.testkit.FreeFilms.change;
import static org.betor.testkit.FreeFilms.key;
import static org.betor.testkit.FreeFilms.listing;
import static org.betor.testkit.FreeFilms.titled;
import static org.betor.testkit.TestedCatalog.ROOT;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Swarm;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.junit.jupiter.api.Test;

/** That a catalogue bears whatever comes from outside: a part of {@link CatalogContract}. */
public interface CatalogInputs extends CatalogUnderTest {

  /** Syntax of query languages, halves of letters, control characters. */
  @Test
  default void noTextIsRefused() {
    List<String> pieces =
        List.of(
            "\"", ":", "(", ")", "[", "{", "*", "?", "~", "^", "\\", "/", "AND", "NOT", "||",
            "sintel", " ", "-", "🎬", "\ud83c", "\udfac", "\u0000", "\u0301", "é", "words:", "\n");
    Random random = new Random(11);
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      for (int i = 0; i < 200; i++) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
          text.append(pieces.get(random.nextInt(pieces.size())));
        }
        answers(tested, text.toString());
      }
    }
  }

  /** A word of 10,000 letters, 5,000 words, 10,000 brackets. */
  @Test
  default void noTextIsTooLong() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      answers(tested, "s".repeat(10_000));
      answers(tested, "sintel ".repeat(100));
      answers(tested, "\"(:".repeat(3_500));
      answers(
          tested, String.join(" ", IntStream.range(0, 5_000).mapToObj(String::valueOf).toList()));
      answers(tested, "sontel ".repeat(5_000));
    }
  }

  private static void answers(TestedCatalog tested, String text) {
    CatalogQuery query =
        CatalogQuery.words(text).provider(text).tag(text).sort(Sort.NEWEST).build();
    assertThatCode(
            () -> {
              assertThat(tested.catalog().search(query, Viewer.ANYONE).releases()).isEmpty();
              assertThat(tested.catalog().count(query, Facet.TAG, 9, Viewer.ANYONE)).isEmpty();
              assertThat(tested.catalog().titles(query, Viewer.ANYONE)).isEmpty();
              assertThat(tested.found(text)).hasSizeLessThanOrEqualTo(1);
              assertThat(tested.catalog().suggest(text, 5, Viewer.ANYONE))
                  .hasSizeLessThanOrEqualTo(1);
            })
        .as("answers to %d characters: \"%.60s\"", text.length(), text)
        .doesNotThrowAnyException();
  }

  /** And is found by the rest of its words. */
  @Test
  default void noTitleIsRefused() {
    try (TestedCatalog tested = TestedCatalog.of(this)) {
      List<String> titles =
          List.of("Sintel 🎬", "Sintel \ud83c", "Sintel \u0000\u0301", "Sintel" + "s".repeat(400));
      for (int number = 0; number < titles.size(); number++) {
        tested.has(titled(number, titles.get(number)));
      }
      tested.reopen();

      assertThat(tested.found("sint")).containsExactlyInAnyOrder(0, 1, 2, 3);
      assertThat(tested.release(0).title()).isEqualTo("Sintel 🎬");
    }
  }

  /** Of 2,048 characters, with blanks and what looks like a query. */
  @Test
  default void noKeyIsRefused() {
    try (TestedCatalog tested = TestedCatalog.of(this)) {
      for (String guid : List.of("a b", "a:b*?\"", "ação 🎬", "x".repeat(2_000))) {
        ReleaseKey key = ReleaseKey.of("museum", guid);
        tested.has(new Change(key, listing(1, "Sintel")));
        tested.reopen();
        assertThat(tested.find(key)).as(guid).isPresent();
        tested.remove(key);
        assertThat(tested.find(key)).as(guid).isEmpty();
      }
    }
  }

  /** Numbers at the ends of their ranges. */
  @Test
  default void noNumberIsTooLarge() {
    Swarm crowd = new Swarm(Integer.MAX_VALUE, Integer.MAX_VALUE, FreeFilms.minute(1));
    CatalogQuery query =
        CatalogQuery.all()
            .seeders(Integer.MAX_VALUE)
            .years(Integer.MIN_VALUE, Integer.MAX_VALUE)
            .size(Long.MIN_VALUE, Long.MAX_VALUE)
            .build();
    try (TestedCatalog tested = TestedCatalog.having(this, change(1, crowd))) {
      assertThat(tested.numbers(CatalogQuery.all().seeders(Integer.MAX_VALUE))).containsExactly(1);
      assertThat(tested.catalog().search(query, ROOT).releases()).isEmpty();
      assertThat(tested.catalog().suggest("s", Integer.MAX_VALUE, ROOT)).isEmpty();
      assertThat(tested.catalog().count(query, Facet.YEAR, Integer.MAX_VALUE, ROOT)).isEmpty();
    }
  }

  /** They change nothing. */
  @Test
  default void writesOfNothingAreAccepted() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      tested.has();
      tested.remove();
      tested.remove(key(7), key(7));
      assertThat(tested.numbers(CatalogQuery.all())).containsExactly(1);
    }
  }
}
