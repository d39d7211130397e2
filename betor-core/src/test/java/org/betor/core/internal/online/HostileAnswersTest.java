package org.betor.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.api.spi.TitleQuestion;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileAnswersTest {
  private static final URI HOME = URI.create("https://titles.example/");

  @TempDir private Path folder;

  @Test
  void anEntryOfTheWrongKindCostsOnlyItself() {
    List<Title> found =
        suggestions(
            """
            {"d": [7, "text", null, [], {"id": ["tt1727587"], "l": "List"},
              {"id": "tt12", "l": "Short id"}, {"id": "tt1727588", "l": " \\u00a0 "},
              {"id": "tt1727589", "l": "\\ud800"}, {"id": "tt1727590"},
              {"id": "tt1727587", "l": {"a": 1}, "l": "Sintel", "y": "soon", "yr": 3, "s": {}}]}
            """);

    assertThat(found)
        .singleElement()
        .satisfies(
            sintel -> {
              assertThat(sintel.name()).isEqualTo("Sintel");
              assertThat(sintel.year()).isEmpty();
              assertThat(sintel.cast()).isEmpty();
            });
  }

  @Test
  void numbersBeyondAllMeasureCountAsNotTold() {
    Title film =
        suggestions(
                """
                {"d": [{"id": "tt1727587", "l": "Sintel", "qid": "tvSeries",
                  "y": 99999999999999999999, "yr": "2010-9999"}]}
                """)
            .get(0);

    assertThat(film.year()).isEmpty();
    assertThat(film.lastYear()).isEmpty();
  }

  @Test
  void aNameWithoutEndIsCut() {
    Title film =
        suggestions(
                "{\"d\": [{\"id\": \"tt1727587\", \"l\": \"%s\"}]}".formatted("x".repeat(9_999)))
            .get(0);

    assertThat(film.name()).hasSizeLessThanOrEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "\"d\"", "{\"d\": [", "<html></html>", "{} {", "{\"d\": tru}"})
  void whatIsNoJsonObjectIsUnreadableOrSaysNothing(String body) {
    try {
      assertThat(suggestions(body)).isEmpty();
    } catch (SiteException e) {
      assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
      assertThat(e).hasMessageContaining("https://titles.example/suggestion/x/sintel.json");
    }
  }

  @Test
  void jsonTooDeepOrTooLongIsUnreadable() {
    for (String body :
        List.of("{\"d\":" + "[".repeat(5_000), "{\"d\":[" + "1,".repeat(600_000) + "1]}")) {
      assertThatThrownBy(() -> suggestions(body))
          .isInstanceOfSatisfying(
              SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
    }
  }

  @Test
  void aServiceThatRepeatsWhatItWasSentDoesNotGetItIntoAMessage() {
    assertThatThrownBy(() -> suggestions("secretsecret"))
        .hasMessageNotContaining("secretsecret")
        .hasNoCause();
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"TRUNCATED", "GARBAGE", "OTHER_LAYOUT"})
  void brokenAnswersAreUnreadableAndNameTheAddress(Trouble trouble) {
    assertReason(trouble, Reason.UNREADABLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Trouble.class,
      names = {"SERVER_ERROR", "BUSY", "LIMITED"})
  void aServiceInNeedOfPatienceIsUnavailable(Trouble trouble) {
    assertReason(trouble, Reason.UNAVAILABLE);
  }

  @Test
  void aCutConnectionIsNoAnswer() {
    assertReason(Trouble.CUT_CONNECTION, Reason.UNREACHABLE);
  }

  @Test
  void aMovedServiceIsFollowed() {
    try (House house = new House(folder)) {
      house.services.trouble("imdbapi-dev/titles/", Trouble.MOVED, 1);
      assertThat(new ImdbApiDev().find(TitleId.imdb("tt1727587"), house.of(new ImdbApiDev())))
          .isPresent();
    }
  }

  @Test
  void anObjectionToTheQuestionIsNoRefusalOfWhoAsks() {
    assertThatThrownBy(() -> suggestions(400, "{}"))
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
    assertThatThrownBy(() -> suggestions(401, "{}"))
        .isInstanceOfSatisfying(
            SiteException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
  }

  private void assertReason(Trouble trouble, Reason reason) {
    try (House house = new House(folder)) {
      house.services.trouble("imdbapi-dev/titles/", trouble);
      ImdbApiDev source = new ImdbApiDev();
      assertThatThrownBy(() -> source.find(TitleId.imdb("tt1727587"), house.of(source)))
          .isInstanceOfSatisfying(
              SiteException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessageContaining("imdbapi-dev/titles/tt1727587");
    }
  }

  /** What IMDb's suggestions say if that is their answer. */
  private List<Title> suggestions(String body) {
    return suggestions(200, body);
  }

  private List<Title> suggestions(int status, String body) {
    try (House house = new House(folder)) {
      house.set("imdb-suggest.home", HOME.toString());
      OwnHost host = (OwnHost) house.of(new ImdbSuggest());
      OwnHost answering =
          new OwnHost(
              host.id(),
              house,
              host.home(),
              home -> request -> Page.of(request.address(), status, Map.of(), body.getBytes(UTF_8)),
              () -> {});
      return new ImdbSuggest().candidates(TitleQuestion.of("Sintel").build(), answering);
    }
  }
}
