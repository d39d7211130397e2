package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.betor.api.spi.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-02-06T05:56:55+00:00, 2026-02-06T05:56:55Z",
    "2026-02-06T05:56:55-03:00, 2026-02-06T08:56:55Z",
    "2026-02-06, 2026-02-06T00:00:00Z",
    "2026-02-06 05:56:55, 2026-02-06T00:00:00Z",
    "06/02/2026, 2026-02-06T00:00:00Z",
    "6-2-2026, 2026-02-06T00:00:00Z",
    "12 de outubro de 2022, 2022-10-12T00:00:00Z",
    "1º de Março de 2022 por admin, 2022-03-01T00:00:00Z",
    "02 de MARCO de 2022, 2022-03-02T00:00:00Z",
    "'Atualizado: Julho 11, 2021 — 8:53 pm', 2021-07-11T00:00:00Z",
    "https://films.example/catalog/sintel-2010-18-07-2025/, 2025-07-18T00:00:00Z"
  })
  void readsADateAsSitesWriteIt(String text, Instant date) {
    assertThat(PublishedDate.parse(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ontem",
        "31/02/2026",
        "12 de foo de 2022",
        "foo 12, 2022",
        "99/99/9999",
        "10548174"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(PublishedDate.parse(text)).isEmpty();
  }

  @Test
  void thePublicationCountsMoreThanTheLastChange() {
    assertThat(
            published(
                "<meta property='og:updated_time' content='2026-05-05T00:00:00Z'>"
                    + "<div class='entry-date'><a>12 de outubro de 2022</a></div>"))
        .contains(Instant.parse("2022-10-12T00:00:00Z"));
    assertThat(
            published(
                "<div class='entry-date'>12 de outubro de 2022</div>"
                    + "<meta property='article:published_time' content='2021-01-02T03:04:05Z'>"))
        .contains(Instant.parse("2021-01-02T03:04:05Z"));
  }

  @Test
  void searchEnginePluginsTellItInTheirData() {
    assertThat(
            published(
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\","
                    + "\"datePublished\": \"2026-02-06T05:56:55+00:00\"}]}</script>"))
        .contains(Instant.parse("2026-02-06T05:56:55Z"));
  }

  @Test
  void aDateThatCannotBeReadDoesNotHideTheNext() {
    assertThat(
            published(
                "<meta property='article:published_time' content='soon'>"
                    + "<time itemprop='datePublished' datetime='2021-03-19T13:38:32Z'>19</time>"))
        .contains(Instant.parse("2021-03-19T13:38:32Z"));
    assertThat(published("<p>12 de outubro de 2022</p>")).isEmpty();
  }

  @Test
  void theWordsOfADateMayStandApart() {
    assertThat(published("<div class='entry-date'> <i></i> <a>12 <b>de</b> maio</a> de 2022</div>"))
        .contains(Instant.parse("2022-05-12T00:00:00Z"));
  }

  @Test
  @Timeout(20)
  void aPageThatMarksEverythingAsItsDateCostsNoMoreThanOthers() {
    String dates = "99 de foo de 2022, ".repeat((1 << 20) / 19);

    assertThat(published("<div class='entry-date'>".repeat(400) + dates + "</div>".repeat(400)))
        .isEmpty();
  }

  private static Optional<Instant> published(String html) {
    return PublishedDate.of(SitePage.of(Page.html(MadeUpPage.HOME, html)));
  }
}
