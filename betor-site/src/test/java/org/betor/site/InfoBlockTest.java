package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfoBlockTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Título Original:</b> Sintel",
        "<b>Título Original</b>: Sintel",
        "<strong><em>Título Original:</em></strong> Sintel",
        "<span>Título Original:</span> <span>Sintel</span>",
        "<b>Gênero:</b> Drama<b><br/>Título Original:</b> Sintel",
        "<b>Título&nbsp;Original&nbsp;:</b>&nbsp;Sintel",
        "Título Original:Sintel",
        "TITULO ORIGINAL: Sintel",
        "Ttulo original: Sintel",
        "» Título Original: Sintel",
        "<table><tr><td>Título Original:</td><td>Sintel</td></tr></table>",
        "<p>Título Original:</p><p>Sintel</p>",
        "<p>Título Original</p><p>Sintel</p>",
        "<dl><dt>Nome Original</dt><dd>Sintel</dd></dl>",
        "<b>Título Original:</b> <a href='/sintel/'>Sintel</a>"
      })
  void aLabelIsFoundInEveryDress(String html) {
    assertThat(block(html).find(Label.ORIGINAL_TITLE)).contains("Sintel");
  }

  @ParameterizedTest
  @CsvSource({
    "Lançamento, YEAR",
    "Ano de Lançamento, YEAR",
    "Release Date, YEAR",
    "Gêneros, GENRE",
    "Áudio, AUDIO",
    "Audio, AUDIO",
    "Idioma, AUDIO",
    "Languages, AUDIO",
    "Legendas, SUBTITLES",
    "Tamanho, SIZE",
    "Duração, RUNTIME",
    "Nota do Imdb, IMDB",
    "Baixar Série, TRANSLATED_TITLE",
    "Qualidade de Vídeo, OTHER",
    "Qualidade de Vdeo, OTHER",
    "Servidor Via, OTHER"
  })
  void sitesSpellTheirLabelsInManyWays(String label, Label meaning) {
    assertThat(labels().of(lines(label + ": algo").get(0))).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Qualidade de Áudio: 10", "Vídeo: 10 e Áudio: 10", "Qualidade Áudio e Vídeo: 10"})
  void aRatingOfTheSoundIsNoLanguage(String rating) {
    assertThat(block(rating).find(Label.AUDIO)).isEmpty();
  }

  @Test
  void ofSeveralLinesTheFirstThatHasAValueCounts() {
    InfoBlock block = block("Áudio:<br>Legenda: S/L<br>Áudio: Inglês<br>Áudio: Francês");

    assertThat(block.find(Label.AUDIO)).contains("Inglês");
    assertThat(block.find(Label.SUBTITLES)).contains("S/L");
    assertThat(block.line(Label.AUDIO)).map(Line::text).contains("Áudio:");
  }

  @Test
  void aSentenceThatStartsLikeALabelIsNone() {
    InfoBlock block =
        block("O áudio: bom<br>Ano passado eu vi<br>" + "x".repeat(50) + " Áudio: Inglês");

    assertThat(block.find(Label.AUDIO)).isEmpty();
    assertThat(block.find(Label.YEAR)).isEmpty();
  }

  @Test
  void aSiteMayHaveASpellingOfItsOwn() {
    Labels labels =
        new Labels(Map.of(Label.ORIGINAL_TITLE, List.of("Película"), Label.OTHER, List.of("Ano")));

    InfoBlock block = InfoBlock.of(lines("Película: Sintel<br>Ano: 2010"), labels);

    assertThat(block.find(Label.ORIGINAL_TITLE)).contains("Sintel");
    assertThat(block.find(Label.YEAR)).isEmpty();
  }

  private static InfoBlock block(String html) {
    return InfoBlock.of(lines(html), labels());
  }

  private static Labels labels() {
    return new Labels(Map.of());
  }

  private static List<Line> lines(String html) {
    return Transcript.of(Jsoup.parse(html).body());
  }
}
