package org.betor.core.internal.imdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.ImportProgress;
import org.betor.core.ImportSelection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidatesTest {
  private static final int HOMES = 300;

  private ImdbIndex index;

  @BeforeAll
  void importTitles(@TempDir Path temp) throws IOException {
    ImdbFiles files =
        ImdbFiles.classics(temp)
            .film("tt8000001", "Cosmos Laundromat", 2015)
            .name("tt8000001", 1, "Cosmos Laundromat: First Cycle", "US")
            .film("tt8000002", "Elephants Dream", 2006)
            .film("tt8000003", "Elephants Dream II", 2009)
            .film("tt8000004", "The Guest of Sintel", 2011)
            .series("tt8000005", "The Lighthouse Keepers", 2001, "2008")
            .film("tt8000006", "The Lighthouse Keepers", 2004)
            .film("tt8000007", "Spring & Autumn", 2019)
            .film("tt8000008", "The A", 1999)
            .film("tt8000009", "!!!", 1998);
    for (int i = 0; i < HOMES; i++) {
      String id = "tt%07d".formatted(8_100_000 + i);
      files.film(id, i % 3 == 0 ? "The Home" : "Home", 1920 + i % 100);
      files.name(id, 1, "Lar", "BR");
      files.rating(id, "5.0", 1 + i * i * i);
    }
    index = ImdbIndex.open(temp.resolve("index"));
    index.importFiles(
        files.shuffled(1).plain(), ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE);
  }

  @AfterAll
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sintel                           | tt1727587
          Tears of Steel, The              | tt2285752
          LÁGRIMAS DE ACO                  | tt2285752
          As Lágrimas de Aço               | tt2285752
          Steel of Tears                   | tt2285752
          Elephants Dream 2                | tt8000003
          Elephants Dream Two              | tt8000003
          Spring and Autumn                | tt8000007
          Spring Autumn                    | tt8000007
          Cosmos Laundromat - First Cycle  | tt8000001
          Cosmos Laundromat: The Pilot     | tt8000001
          Laundromat First                 | tt8000001
          Grande Coelho                    | tt1254207
          O Grande Coelho Gordo Bunny      | tt1254207
          O Imenso Coelho Bunny            | tt1254207
          Sintell                          | tt1727587
          Cosmos Laundramat                | tt8000001
          Big Buck Buny                    | tt1254207
          The A                            | tt8000008
          !!!                              | tt8000009
          """)
  void findsTheTitleBehindAName(String name, String id) {
    assertThat(ids(TitleQuestion.of(name), 1)).containsExactly(id);
  }

  @Test
  void ofManyTitlesWithTheSameNameThoseOfTheYearComeFirst() {
    assertThat(ids(TitleQuestion.of("Home").year(1955), 3))
        .containsExactlyInAnyOrder("tt8100035", "tt8100135", "tt8100235");
    assertThat(ids(TitleQuestion.of("Home").year(1955), 9))
        .contains("tt8100034", "tt8100036", "tt8100134", "tt8100136", "tt8100234", "tt8100236");
  }

  @Test
  void withoutAYearTheBestKnownComeFirst() {
    assertThat(ids(TitleQuestion.of("Lar"), 20)).contains("tt8100299", "tt8100298", "tt8100297");
  }

  @Test
  void theKindAndTheYearsOfASeriesTellTitlesOfTheSameNameApart() {
    TitleQuestion.Builder question = TitleQuestion.of("Lighthouse Keepers");

    assertThat(ids(question.mediaType(MediaType.SERIES).year(2007), 5))
        .containsExactly("tt8000005", "tt8000006");
    assertThat(ids(question.mediaType(MediaType.FILM).year(2003), 5))
        .containsExactly("tt8000006", "tt8000005");
  }

  @Test
  void aWrongYearDoesNotHideTheTitle() {
    assertThat(ids(TitleQuestion.of("Elephants Dream").year(1970), 5)).contains("tt8000002");
  }

  @Test
  void aTitleThatHasBothNamesComesBeforeThoseThatHaveOne() {
    assertThat(ids(TitleQuestion.of("Home", "Lar").year(1930), 20))
        .hasSize(20)
        .contains("tt8100010");
    assertThat(ids(TitleQuestion.of("Sintel", "Lágrimas de Aço", "Tears of Steel"), 1))
        .containsExactly("tt2285752");
  }

  @Test
  void namesThatAreNotThereFindNothing() {
    assertThat(ids(TitleQuestion.of("Qwertzuiop"), 5)).isEmpty();
  }

  @Test
  void hostileQuestionsAreAnswered() {
    String[] names = new String[1_000];
    for (int i = 0; i < names.length; i++) {
      names[i] = "home " + "sintel ".repeat(i % 50) + i;
    }
    assertThat(ids(TitleQuestion.of(names), 5)).hasSize(5);
    assertThat(ids(TitleQuestion.of("a".repeat(100_000)), 5)).isEmpty();
    assertThat(ids(TitleQuestion.of("\ud83d\ude00".repeat(3_000)), 5)).isEmpty();
    assertThat(ids(TitleQuestion.of("home ".repeat(10_000)).year(Integer.MIN_VALUE), 5)).hasSize(5);
  }

  @Test
  void theSameQuestionHasTheSameAnswerEveryTime() {
    TitleQuestion.Builder question = TitleQuestion.of("Home").year(1980);

    assertThat(ids(question, 50)).hasSize(50).isEqualTo(ids(question, 50));
  }

  @Test
  void aLimitIsPositive() {
    assertThatThrownBy(() -> ids(TitleQuestion.of("Home"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> ids(TitleQuestion.Builder question, int limit) {
    return index.candidates(question.build(), limit).stream()
        .map(title -> title.ids().get(0).value())
        .toList();
  }
}
