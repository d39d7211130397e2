package org.betor.core.internal.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Identification;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final Title NOSFERATU = film("tt0013442", "Nosferatu", 1922).build();
  private static final Title REMAKE = film("tt9000001", "Nosferatu", 1979).build();
  private static final Title SERIES =
      film("tt9000002", "Nosferatu", 1985).mediaType(MediaType.SERIES).lastYear(1988).build();

  private static Title.Builder film(String id, String name, int year) {
    return Title.of(TitleId.imdb(id), name).mediaType(MediaType.FILM).year(year);
  }

  private static TitleQuestion.Builder nosferatu() {
    return TitleQuestion.of("Nosferatu").mediaType(MediaType.FILM);
  }

  private static Identification among(TitleQuestion.Builder question, Title... works) {
    return Decision.of(question.build(), List.of(works), true);
  }

  @Test
  void theYearTellsARemakeFromItsOriginal() {
    assertThat(among(nosferatu().year(1979), NOSFERATU, REMAKE).title()).hasValue(REMAKE);
    assertThat(among(nosferatu().year(1922), NOSFERATU, REMAKE).title()).hasValue(NOSFERATU);
    assertThat(among(nosferatu().year(1980), NOSFERATU, REMAKE).title()).hasValue(REMAKE);
    assertThat(among(nosferatu().year(2010), NOSFERATU, REMAKE).title()).isEmpty();
  }

  @Test
  void ofTwoThatAreAsLikelyNeitherIsClaimed() {
    Identification answer = among(nosferatu(), NOSFERATU, REMAKE);

    assertThat(answer.title()).isEmpty();
    assertThat(answer.reason()).contains("2 works");
    assertThat(answer.candidates()).hasSize(2);
  }

  @Test
  void oneThatIsByFarBetterKnownIsWhatPeopleMean() {
    Title known = NOSFERATU.toBuilder().rating(7.9, 110_000).build();
    Title obscure = REMAKE.toBuilder().rating(5, 900).build();

    assertThat(among(nosferatu(), obscure, known).title()).hasValue(known);
    assertThat(among(nosferatu(), obscure.toBuilder().rating(7, 60_000).build(), known).title())
        .isEmpty();
  }

  @Test
  void theTypeTellsAFilmFromASeries() {
    assertThat(among(nosferatu(), SERIES, NOSFERATU).title()).hasValue(NOSFERATU);
    assertThat(among(nosferatu(), SERIES).title()).isEmpty();
  }

  @Test
  void theYearOfASeasonIsWithinThoseOfItsSeries() {
    TitleQuestion.Builder season = nosferatu().mediaType(MediaType.SERIES).year(1987).season(3);

    assertThat(among(season, SERIES, NOSFERATU).title()).hasValue(SERIES);
    assertThat(among(season.year(1999), SERIES).title()).isEmpty();
    assertThat(among(season.year(1987), SERIES.toBuilder().seasons(2).build()).title()).isEmpty();
  }

  @Test
  void twoNamesTellMoreThanOne() {
    Title other = film("tt9000003", "Night Call", 1979).called("O Vampiro", "BR").build();
    Title right = REMAKE.toBuilder().called("O Vampiro", "BR").build();

    assertThat(among(TitleQuestion.of("O Vampiro", "Nosferatu").year(1979), other, right).title())
        .hasValue(right);
    assertThat(among(TitleQuestion.of("O Vampiro").year(1979), other, right).title()).isEmpty();
  }

  @Test
  void aSequelIsNotTheFirstPart() {
    Title second = film("tt9000004", "Caminandes 2: Gran Dillama", 2013).build();

    assertThat(among(TitleQuestion.of("Caminandes").year(2013), second).title()).isEmpty();
    assertThat(among(TitleQuestion.of("Caminandes II - Gran Dillama").year(2013), second).title())
        .hasValue(second);
  }

  @Test
  void castAndRuntimeSpeakForAndAgainst() {
    Title one = REMAKE.toBuilder().cast(List.of("Klaus Kinski", "Isabelle Adjani")).build();
    Title two = film("tt9000005", "Nosferatu", 1979).runtime(Duration.ofMinutes(12)).build();
    TitleQuestion.Builder question = nosferatu().year(1979);

    assertThat(among(question.cast(List.of("Isabelle Adjani", "Klaus KINSKI")), one, two).title())
        .hasValue(one);
    assertThat(among(question.runtime(Duration.ofMinutes(107)), one, two).title()).hasValue(one);
  }

  @Test
  void theExplanationNamesWhatSpeaksForAndAgainst() {
    assertThat(among(nosferatu().year(1922), NOSFERATU, REMAKE).explain())
        .contains("Nosferatu (1922, imdb:tt0013442): clearly the likeliest")
        .contains("called \"Nosferatu\" +60, same year +25, same type +10")
        .contains("57 years off -45");
  }

  @Test
  void aQuestionThatNobodyKnowsSaysSo() {
    assertThat(among(nosferatu()).reason()).contains("no source knows [Nosferatu]");
  }
}
