package org.betor.core.internal.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Settings;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImdbSourcesTest {
  private static final TitleId SINTEL = TitleId.imdb("tt1727587");

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void suggestionsTellFilmsAndSeriesAndNoPeopleOrGames() {
    List<Title> found = candidates(new ImdbSuggest(), "The Last Lighthouse");

    assertThat(found).extracting(Title::name).containsOnly("The Last Lighthouse").hasSize(3);
    assertThat(found)
        .extracting(Title::mediaType)
        .containsExactlyInAnyOrder(MediaType.FILM, MediaType.FILM, MediaType.SERIES);
    assertThat(found)
        .filteredOn(title -> title.mediaType() == MediaType.SERIES)
        .allSatisfy(
            series -> {
              assertThat(series.year()).hasValue(2019);
              assertThat(series.lastYear()).hasValue(2022);
            });
  }

  @Test
  void suggestionsAreAskedInPlainLetters() {
    candidates(new ImdbSuggest(), "  O Último/Farol: 2? ");

    assertThat(house.services.requests())
        .containsExactly("imdb-suggest/suggestion/x/o%20ultimo%20farol%202.json");
  }

  @Test
  void suggestionsKnowAnIdThatIsAskedForLikeAName() {
    Title sintel = new ImdbSuggest().find(SINTEL, house.of(new ImdbSuggest())).orElseThrow();

    assertThat(sintel.name()).isEqualTo("Sintel");
    assertThat(sintel.year()).hasValue(2010);
    assertThat(sintel.cast()).containsExactly("Halina Reijn", "Thom Hoffman");
    assertThat(find(new ImdbSuggest(), TitleId.imdb("tt0000001"))).isEmpty();
    assertThat(find(new ImdbSuggest(), new TitleId(Authority.TMDB_FILM, "45745"))).isEmpty();
  }

  @Test
  void rapidApiTellsTheFactsOfAFilm() {
    Title sintel = find(new ImdbRapidApi(), SINTEL).get(0);

    assertThat(sintel.runtime()).contains(Duration.ofMinutes(15));
    assertThat(sintel.cast()).containsExactly("Halina Reijn", "Thom Hoffman");
    assertThat(sintel.rating()).hasValue(7.3);
    assertThat(sintel.votes()).hasValue(1_100);
    assertThat(find(new ImdbRapidApi(), TitleId.imdb("tt0000001"))).isEmpty();
    assertThat(candidates(new ImdbRapidApi(), "Sintel")).isEmpty();
  }

  @Test
  void rapidApiRefusesAWrongKeyWhichIsNotShown() {
    house.set("imdb-rapidapi.key", "another-key");

    assertThatThrownBy(() -> find(new ImdbRapidApi(), SINTEL))
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageNotContaining("another-key");
    assertThat(new ImdbRapidApi().isReady(Settings.NONE)).isFalse();
  }

  @Test
  void whatNobodyDocumentsIsOffUntilItIsSwitchedOn() {
    for (TitleSource source : List.of(new TmdbSite(), new ImdbApiDev())) {
      assertThat(source.isReady(Settings.NONE)).isFalse();
      assertThat(source.isReady(Settings.of(Map.of("enabled", "true")))).isTrue();
    }
  }

  @Test
  void imdbApiDevTellsFilmsBothWays() {
    assertThat(candidates(new ImdbApiDev(), "Último Farol")).hasSize(3);
    assertThat(find(new ImdbApiDev(), SINTEL).get(0).runtime()).contains(Duration.ofMinutes(15));
    assertThat(find(new ImdbApiDev(), TitleId.imdb("tt0000001"))).isEmpty();
  }

  @Test
  void theSiteOfTmdbTellsFilmsAmongBareTexts() {
    List<Title> found = candidates(new TmdbSite(), "Sintel");

    assertThat(found)
        .singleElement()
        .satisfies(sintel -> assertThat(sintel.ids().get(0).value()).isEqualTo("45745"));
    assertThat(find(new TmdbSite(), SINTEL)).isEmpty();
  }

  @Test
  void everySourceSaysWhoseDataItIsAndWhatItNeeds() {
    for (TitleSource source :
        List.of(
            new Tmdb(), new ImdbSuggest(), new ImdbRapidApi(), new TmdbSite(), new ImdbApiDev())) {
      assertThat(source.notice()).containsAnyOf("TMDB", "IMDb", "The Movie Database");
      assertThat(source.settings()).anyMatch(setting -> setting.name().equals("home"));
      assertThat(source.settings()).allMatch(setting -> !setting.about().isBlank());
    }
    assertThat(new Tmdb().notice())
        .contains("This product uses the TMDB API but is not endorsed or certified by TMDB");
  }

  private List<Title> candidates(TitleSource source, String name) {
    return source.candidates(TitleQuestion.of(name).build(), house.of(source));
  }

  private List<Title> find(TitleSource source, TitleId id) {
    return source.find(id, house.of(source)).stream().toList();
  }
}
