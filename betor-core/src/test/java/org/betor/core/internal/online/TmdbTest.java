package org.betor.core.internal.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.TitleQuestion;
import org.betor.samples.SampleTitles;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TmdbTest {
  private static final String KEY = "00112233445566778899aabbccddeeff";
  private static final TitleId SINTEL = new TitleId(Authority.TMDB_FILM, "45745");

  private final Tmdb tmdb = new Tmdb();
  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(folder, SampleTitles.builder().key(KEY));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tellsAFilmWithBothIdsAndItsNamesByCountry() {
    Title bunny =
        candidates(TitleQuestion.of("O Grande Coelho Bunny").year(2008).mediaType(MediaType.FILM))
            .get(0);

    assertThat(bunny.ids())
        .containsExactlyInAnyOrder(
            new TitleId(Authority.TMDB_FILM, "10378"), TitleId.imdb("tt1254207"));
    assertThat(bunny.name()).isEqualTo("Big Buck Bunny");
    assertThat(bunny.nameIn("BR")).isEqualTo("O Grande Coelho Bunny");
    assertThat(bunny.nameIn("NL")).isEqualTo("Peach: The Open Movie");
    assertThat(bunny.mediaType()).isEqualTo(MediaType.FILM);
    assertThat(bunny.year()).hasValue(2008);
    assertThat(bunny.runtime()).contains(Duration.ofMinutes(10));
    assertThat(bunny.rating()).hasValue(6.6);
    assertThat(bunny.votes()).hasValue(1_400);
  }

  @Test
  void tellsASeriesWithItsYearsAndSeasons() {
    Title ended = find(new TitleId(Authority.TMDB_SERIES, "990000010"));
    Title running = find(new TitleId(Authority.TMDB_SERIES, "990000011"));

    assertThat(ended.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(ended.year()).hasValue(2019);
    assertThat(ended.lastYear()).hasValue(2022);
    assertThat(ended.seasons()).hasValue(3);
    assertThat(ended.runtime()).contains(Duration.ofMinutes(45));
    assertThat(running.lastYear()).isEmpty();
  }

  @Test
  void findsByTheIdsOfBothDatabases() {
    assertThat(find(SINTEL).ids()).contains(SINTEL, TitleId.imdb("tt1727587"));
    assertThat(find(TitleId.imdb("tt1727587"))).isEqualTo(find(SINTEL));
    assertThat(find(SINTEL).cast()).startsWith("Halina Reijn");
    assertThat(tmdb.find(TitleId.imdb("tt0000001"), house.of(tmdb))).isEmpty();
    assertThat(tmdb.find(new TitleId(Authority.TMDB_FILM, "1"), house.of(tmdb))).isEmpty();
    assertThat(tmdb.find(new TitleId(Authority.TVMAZE, "1"), house.of(tmdb))).isEmpty();
  }

  @Test
  void putsTheFilmOfTheYearBeforeOthersOfItsName() {
    List<Title> found = candidates(TitleQuestion.of("O Último Farol").year(1987));

    assertThat(found).hasSize(3);
    assertThat(found.get(0).year()).hasValue(1987);
  }

  @Test
  void asksForTheYearFirstAndForAnyYearIfThereIsNone() {
    candidates(TitleQuestion.of("High Tide").year(2021).mediaType(MediaType.SERIES));
    assertThat(house.services.requests("tmdb/3/search/multi")).isZero();

    List<Title> found =
        candidates(TitleQuestion.of("High Tide").year(2023).mediaType(MediaType.SERIES));

    assertThat(found).extracting(Title::name).containsExactly("High Tide");
    assertThat(house.services.requests("tmdb/3/search/tv?")).isEqualTo(2);
    assertThat(house.services.requests("tmdb/3/search/multi")).isEqualTo(1);
  }

  @Test
  void searchesByTheTranslatedAndTheOriginalName() {
    List<Title> found = candidates(TitleQuestion.of("Outro Nome", "Tears of Steel", "Sintel"));

    assertThat(found).extracting(Title::name).containsExactly("Tears of Steel");
  }

  @Test
  void looksAtNoMoreThanFiveWorksClosely() {
    List<Title> many =
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> Title.of(new TitleId(Authority.TMDB_FILM, "" + number), "Maré"))
            .map(title -> title.mediaType(MediaType.FILM).build())
            .toList();
    try (House other = new House(folder.resolve("other"), SampleTitles.builder().titles(many))) {
      assertThat(tmdb.candidates(TitleQuestion.of("Maré").build(), other.of(tmdb))).hasSize(12);
      assertThat(other.services.requests("tmdb/3/movie/")).isEqualTo(5);
    }
  }

  @Test
  void leavesThePeopleOutThatASearchFinds() {
    assertThat(candidates(TitleQuestion.of("nobody made this"))).isEmpty();
  }

  @Test
  void sendsATokenInAHeaderAndAKeyInTheAddress() {
    find(SINTEL);
    assertThat(house.services.requests()).allMatch(request -> !request.contains("api_key"));

    house.set("tmdb.token", " " + KEY + " ");

    find(SINTEL);
    assertThat(house.services.requests("tmdb/3/movie/45745?api_key=" + KEY)).isEqualTo(1);
  }

  @Test
  void needsAToken() {
    assertThat(tmdb.isReady(Settings.NONE)).isFalse();
    assertThat(tmdb.isReady(Settings.of(Map.of("token", KEY)))).isTrue();
  }

  @Test
  void showsNoKeyWhenItIsRefusedOrTheServiceFails() {
    String wrong = "ffeeddccbbaa99887766554433221100";
    house.set("tmdb.token", wrong);
    assertThatThrownBy(() -> find(SINTEL))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.reason()).isEqualTo(SiteException.Reason.REFUSED))
        .hasMessageContaining("api_key=")
        .hasMessageNotContaining(wrong);

    house.set("tmdb.token", KEY);
    house.services.trouble("tmdb/", Trouble.GARBAGE);
    assertThatThrownBy(() -> find(SINTEL))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("tmdb/3/movie/45745")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void sendsNoTokenThatNoHeaderCanCarry() {
    house.set("tmdb.token", "two\r\nlines");

    assertThatThrownBy(() -> find(SINTEL))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.reason()).isEqualTo(SiteException.Reason.REFUSED))
        .hasMessageNotContaining("lines");
    assertThat(house.services.requests()).isEmpty();
  }

  private Title find(TitleId id) {
    return tmdb.find(id, house.of(tmdb)).orElseThrow();
  }

  private List<Title> candidates(TitleQuestion.Builder question) {
    return tmdb.candidates(question.build(), house.of(tmdb));
  }
}
