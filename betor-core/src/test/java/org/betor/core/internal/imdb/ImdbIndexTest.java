package org.betor.core.internal.imdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImdbIndexTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path temp;
  private ImdbIndex index;

  @BeforeEach
  void open() {
    index = ImdbIndex.open(temp.resolve("index"), InstantSource.fixed(NOW), 2);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void findsNothingAndWritesNothingBeforeTheFirstImport() {
    assertThat(index.find(TitleId.imdb("tt1727587"))).isEmpty();
    assertThat(index.candidates(TitleQuestion.of("Sintel").build(), 10)).isEmpty();
    assertThat(index.importedAt()).isEmpty();
    assertThat(index.size()).isZero();
    assertThat(temp.resolve("index")).doesNotExist();
  }

  @Test
  void givesAllThatTheFilesSayOfATitle() throws IOException {
    importFiles(ImdbFiles.classics(temp).packed());

    assertThat(title("tt1254207"))
        .isEqualTo(
            Title.of(TitleId.imdb("tt1254207"), "Big Buck Bunny")
                .called("Big Buck Bunny")
                .called("O Grande Coelho Bunny", "BR")
                .mediaType(MediaType.FILM)
                .year(2008)
                .runtime(Duration.ofMinutes(14))
                .rating(6.4, 6700)
                .build());
    assertThat(title("tt7654321").mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(title("tt7654321").lastYear()).hasValue(2016);
    assertThat(index.size()).isEqualTo(4);
    assertThat(index.importedAt()).contains(NOW);
  }

  @Test
  void keepsTheTitlesUntilTheNextImport() throws IOException {
    importFiles(ImdbFiles.classics(temp).plain());
    index.close();
    open();

    assertThat(title("tt1727587").name()).isEqualTo("Sintel");
    importFiles(List.of(new ImdbFiles(temp).film("tt1727587", "Sintel!", 2010).titles()));
    assertThat(title("tt1727587").name()).isEqualTo("Sintel!");
    assertThat(index.size()).isEqualTo(1);
    try (var folders = Files.list(temp.resolve("index"))) {
      assertThat(folders.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void knowsTheBrazilianNameAndFindsTheTitleByTheNameOfAnyCountry() throws IOException {
    importFiles(ImdbFiles.classics(temp).plain());

    assertThat(title("tt2285752").nameIn("BR")).isEqualTo("Lágrimas de Aço");
    assertThat(first("lagrimas de aco")).isEqualTo("tt2285752");
    assertThat(first("СИНТЕЛ")).isEqualTo("tt1727587");
  }

  @Test
  void takesACountryOnlyWhereThereIsOneAndNoneForTheOriginalName() throws IOException {
    importFiles(
        new ImdbFiles(temp)
            .film("tt1727587", "Sintel", 2010)
            .nameLine("tt1727587\t1\tSintel Mundial\tXWW\t\\N\t\\N\t\\N\t0")
            .nameLine("tt1727587\t2\tSintel Original\tNL\t\\N\toriginal\t\\N\t1")
            .nameLine("tt1727587\t3\tSintel Holanda\tNL\t\\N\t\\N\t\\N\t0")
            .plain());

    assertThat(title("tt1727587").names())
        .containsExactly(
            new Title.Name("Sintel", ""),
            new Title.Name("Sintel Mundial", ""),
            new Title.Name("Sintel Original", ""),
            new Title.Name("Sintel Holanda", "NL"));
  }

  @Test
  void needsNoNamesAndNoRatings() throws IOException {
    importFiles(List.of(ImdbFiles.classics(temp).titles()));

    assertThat(title("tt1254207").names()).hasSize(1);
    assertThat(title("tt1254207").votes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "movie, FILM",
    "short, FILM",
    "tvMovie, FILM",
    "tvSpecial, FILM",
    "video, FILM",
    "tvSeries, SERIES",
    "tvMiniSeries, SERIES",
    "holoMovie, UNKNOWN"
  })
  void tellsFilmsFromSeriesAndKeepsNewKinds(String kind, MediaType expected) throws IOException {
    importFiles(List.of(withKind(kind)));

    assertThat(title("tt1727587").mediaType()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"videoGame", "musicVideo", "podcastSeries", "podcastEpisode", "tvEpisode"})
  void leavesOutWhatIsNeitherFilmNorSeries(String kind) throws IOException {
    ImportReport report = importFiles(List.of(withKind(kind)));

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.titles()).isZero();
    assertThat(index.importedAt()).isPresent();
  }

  @Test
  void takesEpisodesWhenAsked() throws IOException {
    index.importFiles(
        List.of(withKind("tvEpisode")), ImportSelection.EPISODES_TOO, ImportProgress.NONE);

    assertThat(title("tt1727587").name()).isEqualTo("Sintel");
  }

  @Test
  void tellsIdsWithMoreDigitsApart() throws IOException {
    importFiles(
        List.of(
            new ImdbFiles(temp)
                .film("tt1000000", "Seven", 2001)
                .film("tt10000000", "Eight", 2002)
                .film("tt100000000", "Nine", 2003)
                .film("tt10000001", "Another", 2004)
                .film("tt1000001", "Last", 2005)
                .titles()));

    assertThat(title("tt1000000").name()).isEqualTo("Seven");
    assertThat(title("tt10000000").name()).isEqualTo("Eight");
    assertThat(title("tt100000000").name()).isEqualTo("Nine");
    assertThat(title("tt1000001").ids()).containsExactly(TitleId.imdb("tt1000001"));
    assertThat(index.find(TitleId.imdb("tt100000001"))).isEmpty();
    assertThat(index.find(new TitleId(TitleId.Authority.TMDB_FILM, "1000000"))).isEmpty();
  }

  @Test
  void answersNothingOnceClosed() {
    index.close();
    index.close();

    assertThatThrownBy(index::size)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(temp.resolve("index").toString());
  }

  private Path withKind(String kind) throws IOException {
    return new ImdbFiles(temp)
        .title("tt1727587\t" + kind + "\tSintel\tSintel\t0\t2010\t\\N\t14\tFantasy")
        .titles();
  }

  private ImportReport importFiles(List<Path> files) {
    return index.importFiles(files, ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE);
  }

  private Title title(String id) {
    return index.find(TitleId.imdb(id)).orElseThrow();
  }

  private String first(String name) {
    return index.candidates(TitleQuestion.of(name).build(), 1).get(0).ids().get(0).value();
  }
}
