package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.betor.api.model.Language;
import org.betor.site.AudioWords.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioWordsTest {
  private static final Language FRENCH = new Language("fr");

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "Português = [pt-BR]",
        "Português | Inglês = [pt-BR, en]",
        "Português, Inglês e Japonês = [pt-BR, en, ja]",
        "Inglês/Francês = [en, fr]",
        "Português – Inglês = [pt-BR, en]",
        "Português - Inglês = [pt-BR, en]",
        "Português 5.1 | Inglês 2.0 = [pt-BR, en]",
        "Português (Dublado) = [pt-BR]",
        "Inglês Legendado = [en]",
        "Português do Brasil = [pt-BR]",
        "Espanhol Latino = [es]",
        "PT-BR = [pt-BR]",
        "Dual Áudio = [pt-BR]",
        "Português, Português = [pt-BR]",
        "ptbr, eng = [pt-BR, en]"
      })
  void readsTheLanguagesOfAField(String field, String languages) {
    assertThat(AudioWords.languages(field)).hasToString(languages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "10 (5.1)", "Sem Legenda", "S/L", "Sim", "–", "N|D", "", "Klingon"})
  void whatIsNoLanguageIsLeftOut(String field) {
    assertThat(AudioWords.languages(field)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Dual Áudio, DUAL",
    "DUAL.5.1, DUAL",
    "Multi-Áudio, DUAL",
    "Dublado, DUBBED",
    "VERSÃO DUBLADA, DUBBED",
    "[DUB], DUBBED",
    "Nacional, DUBBED",
    "Legendado, SUBTITLED",
    "LEGENDADAS, SUBTITLED",
    "[LEG], SUBTITLED",
    "Dublado / Dual Áudio, DUAL",
    "Dual Áudio / Dublado, DUAL",
    "'Filme Dublado, agora Legendado', SUBTITLED"
  })
  void readsHowAFilmIsSpoken(String words, Spoken spoken) {
    assertThat(AudioWords.spoken(words)).contains(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Legenda: Português",
        "A dublagem",
        "Individual",
        "Internacional",
        "O filme não possui versão dublada"
      })
  void doesNotReadWhatIsNotSaid(String words) {
    assertThat(AudioWords.spoken(words)).isEmpty();
  }

  @Test
  void aHeadingForBothVersionsDecidesNothing() {
    assertThat(AudioWords.unambiguous("Dublado e Legendado")).isEmpty();
    assertThat(AudioWords.unambiguous("Dual Áudio / Dublado")).contains(Spoken.DUAL);
    assertThat(AudioWords.unambiguous("Legendado")).contains(Spoken.SUBTITLED);
  }

  @Test
  void theLanguagesOfAFileFollowFromThoseOfThePage() {
    List<Language> page = List.of(Language.BRAZILIAN_PORTUGUESE, FRENCH);

    assertThat(Spoken.DUAL.audio(page)).isEqualTo(page);
    assertThat(Spoken.DUBBED.audio(page)).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(Spoken.SUBTITLED.audio(page)).containsExactly(FRENCH);
    assertThat(Spoken.DUAL.audio(List.of()))
        .containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.UNKNOWN);
    assertThat(Spoken.SUBTITLED.audio(List.of())).isEmpty();
  }
}
