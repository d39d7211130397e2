package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.site.MadeUpPage.magnet;
import static org.betor.site.MadeUpPage.post;
import static org.betor.site.MadeUpPage.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostReaderTest {
  private static final String BUTTON = "<p><a href='" + magnet(1) + "'>Magnet</a></p>";

  @Test
  void readsAFilmWhoseLabelsStandInSpansThatAreNeverClosed() {
    Post post = read("post-film-in-spans.html");

    assertThat(post.heading())
        .isEqualTo("Sintel Torrent – Blu-ray Rip 720p e 1080p Dublado (2010)");
    assertThat(post.translatedTitle()).contains("Sintel");
    assertThat(post.originalTitle()).contains("Sintel");
    assertThat(post.year()).hasValue(2010);
    assertThat(post.mediaType()).isEqualTo(MediaType.FILM);
    assertThat(post.ids()).containsExactly(TitleId.imdb("tt1727587"));
    assertThat(post.audio()).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(post.subtitles()).isEmpty();
    assertThat(post.genres()).containsExactly("Animação", "Fantasia");
    assertThat(post.runtime()).contains(Duration.ofMinutes(65));
    assertThat(post.published()).contains(Instant.parse("2026-09-29T13:30:00Z"));
    assertThat(summaries(post))
        .containsExactly("BluRay 720p 1.60 GB pt-BR", "BluRay 1080p 1.71 GB pt-BR");
  }

  @Test
  void readsAFilmWhoseLabelsAreBoldAndWhoseVersionsHaveHeadings() {
    Post post = read("post-film-in-bold.html");

    assertThat(post.translatedTitle()).contains("O Grande Coelho");
    assertThat(post.originalTitle()).contains("Big Buck Bunny");
    assertThat(post.year()).hasValue(2008);
    assertThat(post.ids()).isEmpty();
    assertThat(post.genres()).containsExactly("Animação", "Comédia");
    assertThat(summaries(post))
        .containsExactly(
            "WEB-DL 1080p 2.70 GB pt-BR+en",
            "WEB-DL 2160p 5.20 GB pt-BR+en",
            "WEB-DL 720p 1.20 GB en",
            "WEB-DL 1080p 7.00 GB en");
  }

  @Test
  void readsASeriesWithAHeadingForEachQuality() {
    Post post = read("post-series-by-quality.html");

    assertThat(post.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(post.translatedTitle()).contains("Os Vampiros");
    assertThat(post.runtime()).contains(Duration.ofMinutes(40));
    assertThat(summaries(post))
        .containsExactly(
            "S01E01 HDTV 720p pt-BR+fr",
            "S01E02 HDTV 720p pt-BR+fr",
            "S01 HDTV 720p pt-BR+fr",
            "S01E01 HDTV 1080p pt-BR+fr",
            "S01E02 HDTV 1080p pt-BR+fr",
            "S01 HDTV 1080p pt-BR+fr");
  }

  @Test
  void readsASeriesWithAHeadingForEachVersion() {
    Post post = read("post-series-by-version.html");

    assertThat(post.translatedTitle()).contains("Os Vampiros");
    assertThat(post.originalTitle()).contains("Les Vampires");
    assertThat(post.genres()).containsExactly("Crime", "Mistério");
    assertThat(summaries(post))
        .containsExactly(
            "S02E01 WEB-DL 720p pt-BR+fr",
            "S02E01 WEB-DL 1080p pt-BR+fr",
            "S02E02 WEB-DL 720p pt-BR+fr",
            "S02E02 WEB-DL 1080p pt-BR+fr",
            "S02E04-E06 WEB-DL 1080p pt-BR+fr",
            "S02E01 WEB-DL 720p fr",
            "S02E01 WEB-DL 1080p fr",
            "S02E02 WEB-DL 720p fr",
            "S02E02 WEB-DL 1080p fr",
            "S02E04-E06 WEB-DL 1080p fr");
  }

  @Test
  void readsSeveralSeasonsOfASeriesWhoseTitleEndsInANumber() {
    Post post = read("post-seasons.html");

    assertThat(post.translatedTitle()).contains("Estação 6");
    assertThat(post.originalTitle()).contains("Fantômas");
    assertThat(post.year()).hasValue(1913);
    assertThat(summaries(post))
        .containsExactly(
            "S01 BluRay 720p 1.50 GB pt-BR",
            "S01 BluRay 1080p 4.25 GB pt-BR",
            "S02 BluRay 720p 0.88 GB pt-BR",
            "S02 BluRay 1080p 3.00 GB pt-BR");
  }

  @ParameterizedTest
  @CsvSource({
    "Lançamento: 2010, 2010",
    "Ano de Lançamento: 12/06/2010, 2010",
    "Lançamento: 2008-2013, 2008",
    "Data de Lançamento: 4 de outubro de 2010, 2010",
    "Lançamento: Vários anos, 2012",
    "Gênero: Drama, 2012"
  })
  void theYearIsThatOfTheInformationElseThatOfTheHeading(String line, int year) {
    assertThat(post("Sintel (2012) 1080p", line + BUTTON).year()).hasValue(year);
  }

  @Test
  void aHeadingWithoutAYearGivesNone() {
    assertThat(post("Metrópolis 2049 1080p", BUTTON).year()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 H 45 Min., PT1H45M",
    "1h 00 Min., PT1H",
    "30 Min./Ep., PT30M",
    "138 min., PT2H18M",
    "2h, PT2H",
    "1h 14 Minutos, PT1H14M"
  })
  void theRuntimeHasManyForms(String words, Duration runtime) {
    assertThat(post("Sintel", "Duração: " + words + BUTTON).runtime()).contains(runtime);
  }

  @Test
  void aRuntimeOfNothingIsNone() {
    assertThat(post("Sintel", "Duração: –" + BUTTON).runtime()).isEmpty();
    assertThat(post("Sintel", "Duração: 0 Min." + BUTTON).runtime()).isEmpty();
  }

  @Test
  void theCategoryTellsFilmFromSeries() {
    String film = "<a rel='category tag' href='/category/filmes/'>Filmes</a>";
    String series = "<a rel='category tag' href='/category/series/'>Séries</a>";

    assertThat(post("Sintel S01", film + BUTTON).mediaType()).isEqualTo(MediaType.FILM);
    assertThat(post("Sintel", series + BUTTON).mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(post("Sintel 1ª Temporada", film + series + BUTTON).mediaType())
        .isEqualTo(MediaType.SERIES);
    assertThat(post("Sintel", "1ª TEMPORADA: " + BUTTON).mediaType()).isEqualTo(MediaType.SERIES);
  }

  @ParameterizedTest
  @CsvSource({
    "Sintel (2010), Gênero: Drama, UNKNOWN",
    "Sintel (2010), Duração: 24 Min., UNKNOWN",
    "Sintel (2010), Duração: 1h 05 Min., FILM",
    "Sintel (2010), Duração: 65 Min./Ep., SERIES",
    "Sintel (2010), Duração: 65 min. (cada ep.), SERIES",
    "Sintel Minissérie (2010), Duração: 1h 05 Min., SERIES",
    "Sintel – Episódio 4 (2010), Duração: 1h 05 Min., UNKNOWN",
    "Sintel – Série (2010), Duração: 1h 05 Min., UNKNOWN",
    "Baixar Filme Sintel Torrent (2010), Gênero: Drama, FILM",
    "Sintel – O Filme (2010), Gênero: Drama, UNKNOWN"
  })
  void withoutACategoryAFilmIsWhatSaysSo(String heading, String line, MediaType type) {
    assertThat(post(heading, line + BUTTON).mediaType()).isEqualTo(type);
  }

  @Test
  void aButtonForAnEpisodeIsNoFilm() {
    assertThat(post("Sintel", "Duração: 1h 05 Min.<p>EPISÓDIO 01:</p>" + BUTTON).mediaType())
        .isEqualTo(MediaType.UNKNOWN);
  }

  @Test
  void aLogoThatIsAHeadingIsNotTheTitle() {
    Post post =
        MadeUpPage.blog()
            .read(
                Page.html(
                    MadeUpPage.HOME.resolve("a-post/"),
                    "<h1><a href='/'><img src='logo.png'></a></h1><h1>Sintel (2010)</h1>"
                        + BUTTON));

    assertThat(post.translatedTitle()).contains("Sintel");
  }

  @Test
  void aFrameWithoutButtonsIsPassedOver() {
    Post post =
        MadeUpPage.blog()
            .read(
                Page.html(
                    MadeUpPage.HOME.resolve("a-post/"),
                    "<div class='content'>Menu</div><h1>Sintel (2010)</h1><section>Áudio: Inglês"
                        + BUTTON
                        + "</section>"));

    assertThat(post.audio()).containsExactly(Language.ENGLISH);
    assertThat(post.offers()).hasSize(1);
    assertThat(post.offers().get(0).context()).isEqualTo("Magnet");
  }

  @Test
  void wherePagesMakeTheirButtonsByScriptTheScriptIsRead() {
    String script =
        "<script>var links = ['"
            + magnet(1)
            + "&dn=Sintel.720p','"
            + magnet(2)
            + "\\u0026dn=Sintel.1080p', '"
            + magnet(1)
            + "&dn=Sintel.720p'];</script>";

    assertThat(summaries(post("Sintel", script))).containsExactly("720p", "1080p");
    assertThat(summaries(post("Sintel", script + BUTTON))).containsExactly("");
  }

  @Test
  void aPageWithoutATitleIsNoPost() {
    Page page = Page.html(MadeUpPage.HOME, "<p>Manutenção</p>");

    assertThatThrownBy(() -> MadeUpPage.blog().read(page))
        .isInstanceOf(SiteException.class)
        .hasMessageContaining("div.post div.title h1")
        .hasMessageContaining(MadeUpPage.HOME.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- – | : ",
        "Episódio 1, 2, 3 ",
        "<a href='/x'>x</a>",
        "<p>1ª 2ª 3ª 1, 2, 3</p>",
        "<a href='https://x.example/go?id=%'>"
      })
  void aMebibyteOfNoiseCostsNoPost(String noise) {
    String content = noise.repeat((1 << 20) / noise.length());

    assertThat(post("Sintel", content + "<p>" + BUTTON).heading()).isEqualTo("Sintel");
  }

  private static List<String> summaries(Post post) {
    return post.offers().stream().map(MadeUpPage::summary).toList();
  }
}
