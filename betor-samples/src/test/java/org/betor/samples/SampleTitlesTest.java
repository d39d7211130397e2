package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleTitlesTest {
  private static final String KEY = "00112233445566778899aabbccddeeff";

  private final List<Duration> pauses = new ArrayList<>();
  private final SampleTitles services =
      SampleTitles.builder().latency(Duration.ofSeconds(9)).pause(pauses::add).start();

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void tmdbFindsByWordsInAnyLanguageWithTheBestKnownFirst() {
    String films = tmdb("3/search/movie?query=%C3%BAltimo+farol").body();

    assertThat(films).containsSubsequence("990000009", "990000008").doesNotContain("990000010");
    assertThat(tmdb("3/search/movie?query=farol&year=1987").body()).doesNotContain("990000009");
    assertThat(tmdb("3/search/tv?query=farol&first_air_date_year=2019").body())
        .contains("990000010");
    assertThat(tmdb("3/search/multi?query=farol").body()).contains("\"person\"", "\"tv\"");
    assertThat(tmdb("3/search/multi?query=").body()).contains("\"total_results\":1");
  }

  @Test
  void tmdbKnowsFilmsByBothIds() {
    assertThat(tmdb("3/find/tt1727587?external_source=imdb_id").body()).contains("45745");
    assertThat(tmdb("3/movie/45745?append_to_response=external_ids,translations,credits").body())
        .contains("tt1727587", "translations", "Halina Reijn");
    assertThat(tmdb("3/movie/45745?").body()).doesNotContain("tt1727587");
    assertThat(tmdb("3/movie/1?").status()).isEqualTo(404);
  }

  @Test
  void tmdbLetsNobodyInWithoutItsKey() {
    Browser.Response refused = Browser.get(services.home("tmdb").resolve("3/movie/45745"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).contains("\"status_code\":7", "Invalid API key");
  }

  @Test
  void suggestionsNameFilmsPeopleAndGames() {
    String found = get("imdb-suggest", "suggestion/x/sintel.json").body();

    assertThat(found).contains("tt1727587", "\"y\":2010", "nm9900001", "videoGame");
    assertThat(get("imdb-suggest", "suggestion/x/tt1727587.json").body()).contains("Sintel");
    assertThat(get("imdb-suggest", "suggestion/x/matrix.json").body()).contains("\"d\":[]");
    assertThat(get("imdb-suggest", "suggestion/x/high%20tide.json").body()).contains("\"2021-\"");
  }

  @Test
  void theOtherServicesAnswerInTheirOwnWords() {
    assertThat(get("tmdb-site", "search/trending?query=Sintel").body())
        .startsWith("{\"results\":[\"Sintel\",{");
    assertThat(get("imdbapi-dev", "search/titles?query=farol").body()).contains("primaryTitle");
    assertThat(get("imdbapi-dev", "titles/tt1727587").body()).contains("\"runtimeSeconds\":900");
    assertThat(get("imdbapi-dev", "titles/tt0000001").status()).isEqualTo(404);
    assertThat(get("imdb-rapidapi", "api/imdb/tt1727587").status()).isEqualTo(401);
  }

  @Test
  void getsIntoTroubleForAWhile() {
    services.trouble("imdbapi-dev/titles/", Trouble.LIMITED, 1);

    Browser.Response limited = get("imdbapi-dev", "titles/tt1727587");

    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).contains("600");
    assertThat(get("imdbapi-dev", "titles/tt1727587").status()).isEqualTo(200);
    services.trouble("", Trouble.CUT_CONNECTION);
    assertThatThrownBy(() -> Browser.ask(services.home("tmdb").resolve("3/movie/1")))
        .isInstanceOf(IOException.class);
    services.heal();
    services.trouble("", Trouble.MOVED);
    assertThat(get("imdbapi-dev", "titles/tt1727587").header("Location"))
        .contains("/novo/imdbapi-dev/titles/tt1727587");
  }

  @Test
  void writesDownWhatWasAskedFor() {
    tmdb("3/movie/45745?");
    tmdb("3/movie/45745?");

    assertThat(services.requests("tmdb/3/movie/45745")).isEqualTo(2);
    assertThat(services.requests()).allMatch(request -> request.startsWith("tmdb/3/movie/"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(9));
  }

  @Test
  void tellsTheSettingsWithWhichItIsAsked() {
    assertThat(services.settings())
        .containsEntry("tmdb.home", services.home("tmdb").toString())
        .containsKeys("tmdb.token", "imdb-rapidapi.key", "imdb-suggest.home");
    assertThatIllegalArgumentException().isThrownBy(() -> services.home("imdb"));
  }

  private Browser.Response tmdb(String path) {
    return get("tmdb", path + "&api_key=" + KEY);
  }

  private Browser.Response get(String service, String path) {
    return Browser.get(services.home(service).resolve(path));
  }
}
