package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.betor.api.model.TitleId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImdbLinksTest {
  private static final String RATING =
      "<b>IMDb:</b> <a href='https://www.imdb.com/title/tt1727587/'>7</a>";
  private static final String WIDGET =
      "<a href='https://www.imdb.com/title/tt1254207/?ref_=tt_plg_rt'><img></a>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.imdb.com/title/tt1727587/",
        "http://imdb.com/title/tt1727587",
        "https://m.imdb.com/title/tt1727587/?ref_=fn_al_tt_1",
        "http://akas.imdb.com/title/tt1727587/",
        "https://www.imdb.com/pt/title/tt1727587/",
        "//www.imdb.com/title/tt1727587/",
        "www.imdb.com/title/tt1727587/",
        "HTTPS://WWW.IMDB.COM/title/tt1727587/",
        "https://www.opensubtitles.org/pb/search/sublanguageid-pob/imdbid-1727587",
        "https://opensubtitles.org/pb/search/sublanguageid-all/imdbid-tt1727587",
        "https://yifysubtitles.ch/movie-imdb/tt1727587"
      })
  void everyAddressOfTheWorkNamesIt(String address) {
    assertThat(find("<a href='" + address + "'>7,5</a>", false))
        .contains(TitleId.imdb("tt1727587"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.google.com/",
        "https://www.imdb.com/name/nm1727587/",
        "https://www.imdb.com/title/tt12/",
        "https://www.imdb.com/title/tt1234567890/",
        "https://films.example/?u=https://www.imdb.com/title/tt1727587/"
      })
  void otherAddressesNameNothing(String address) {
    assertThat(find("<a href='" + address + "'>x</a>", true)).isEmpty();
  }

  @Test
  void aCopiedRatingWidgetIsNotBelieved() {
    assertThat(find(WIDGET, false)).isEmpty();
    assertThat(find(WIDGET.replace("tt_plg_rt", "plg_rt_1"), false)).isEmpty();
    assertThat(find("<b>IMDb:</b> " + WIDGET, false)).isEmpty();
    assertThat(find(RATING + "<p>" + WIDGET, false)).contains(TitleId.imdb("tt1727587"));
  }

  @Test
  void whereTheWidgetIsTheSitesOwnItIsBelieved() {
    assertThat(find(WIDGET, true)).contains(TitleId.imdb("tt1254207"));
  }

  @Test
  void whereTheWidgetIsTheSitesOwnTheLineOfTheRatingCountsMostOfTwoIds() {
    String other = "<p>Veja <a href='https://www.imdb.com/title/tt1254207/'>outro</a></p>";

    assertThat(find(other + RATING, true)).contains(TitleId.imdb("tt1727587"));
  }

  @Test
  void whereWidgetsAreCopiedTheLineOfTheRatingIsNoBetterThanTheOthers() {
    String other = "<p>Veja <a href='https://www.imdb.com/title/tt1254207/'>outro</a></p>";

    assertThat(find(other + RATING, false)).isEmpty();
  }

  @Test
  void ofTwoIdsWithoutARatingNoneIsClaimed() {
    assertThat(
            find(
                "<a href='https://www.imdb.com/title/tt1254207/'>a</a>"
                    + "<a href='https://www.imdb.com/title/tt1727587/'>b</a>",
                true))
        .isEmpty();
  }

  private static Optional<TitleId> find(String html, boolean trustsWidgets) {
    List<Line> lines = Transcript.of(Jsoup.parse(html).body());
    return ImdbLinks.of(lines, InfoBlock.of(lines, new Labels(Map.of())), trustsWidgets);
  }
}
