package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  @Test
  void aBlockOrABreakEndsALine() {
    assertThat(texts("um<br>dois<p>três</p>quatro<div>cinco<div>seis</div></div><li>sete"))
        .containsExactly("um", "dois", "três", "quatro", "cinco", "seis", "sete");
  }

  @Test
  void blanksOfAllKindsAreOneBlankAndEmptyLinesAreNone() {
    assertThat(texts("<p> Título&nbsp;Original:\n\t Sintel </p><p>&nbsp;</p><br><br>fim&#8203;"))
        .containsExactly("Título Original: Sintel", "fim");
  }

  @Test
  void unclosedAndMisnestedTagsDoNotMatter() {
    assertThat(
            texts("<b>Gênero:</b> Drama<b><br />Ano:</b> 2010<span><br>Áudio: <em>Inglês</span>"))
        .containsExactly("Gênero: Drama", "Ano: 2010", "Áudio: Inglês");
  }

  @Test
  void scriptsStylesAndFramesAreSilent() {
    assertThat(
            texts(
                "a<script>var b;</script><style>c{}</style><noscript>d</noscript>"
                    + "<iframe>e</iframe><svg><text>f</text></svg>g"))
        .allSatisfy(line -> assertThat(line).doesNotContain("b", "c", "d", "e", "f"));
  }

  @Test
  void aLineIsStrongIfAllItsWordsAreBold() {
    List<Line> lines =
        lines("<p><strong><em>VERSÃO</em></strong> <b>DUBLADA</b> –</p><b>um</b> dois");

    assertThat(lines).extracting(Line::strong).containsExactly(true, false);
  }

  @Test
  void headingsOfThePageAreHeadings() {
    assertThat(lines("<h2>um</h2><p>dois</p><h3>três</h3>"))
        .extracting(Line::heading)
        .containsExactly(true, false, true);
  }

  @Test
  void aLinkKnowsItsPlaceInTheLine() {
    Line line = lines("EPISÓDIO 01: <a href='/a'>720p</a> | <a href='/b'>1080p</a> fim").get(0);

    assertThat(line.anchors())
        .extracting(anchor -> line.text().substring(anchor.start(), anchor.end()))
        .containsExactly("720p", "1080p");
  }

  @Test
  void anImageAtTheEndOfALineIsWithinIt() {
    Line line = lines("EPISÓDIO 01: <a href='/a'><img alt='baixar'></a>").get(0);

    assertThat(line.text()).isEqualTo("EPISÓDIO 01:");
    assertThat(line.anchors())
        .singleElement()
        .satisfies(anchor -> assertThat(anchor.start()).isEqualTo(line.text().length()))
        .satisfies(anchor -> assertThat(anchor.end()).isEqualTo(line.text().length()));
  }

  @Test
  void theLabelOfALinkIsAllThatItShowsOnce() {
    assertThat(
            anchors(
                "<a href='/a' title='Baixar'><img title='Magnet' alt='Magnet'> 1080p</a>"
                    + "<a href='/b'><img alt='capa'></a>"))
        .extracting(Anchor::label)
        .containsExactly("Baixar Magnet 1080p", "capa");
  }

  @Test
  void aLinkWithoutWordsAndImageCannotBePressed() {
    assertThat(anchors("<a href='/a'> &nbsp;</a><a href='/b'>b</a><a href='/c'><img></a>"))
        .extracting(Anchor::visible)
        .containsExactly(false, true, true);
  }

  @Test
  void aButtonMayCarryItsLinkAsData() {
    assertThat(
            anchors(
                "<a data-u='abc'>um</a><button data-link='def'>dois</button>"
                    + "<a href='/x' data-url='ghi'>três</a><button>quatro</button><a name='n'>5</a>"))
        .extracting(Anchor::data)
        .containsExactly("abc", "def", "ghi");
  }

  @Test
  void aLinkAroundBlocksStandsBehindTheirLines() {
    List<Line> lines = lines("<a href='/a'><div>WEB-DL 1080p</div><div>2 GB</div></a>");

    assertThat(lines).extracting(Line::text).containsExactly("WEB-DL 1080p", "2 GB", "");
    assertThat(lines.get(2).anchors())
        .extracting(Anchor::label)
        .containsExactly("WEB-DL 1080p 2 GB");
  }

  @Test
  void fiftyThousandNestedTagsAreReadLikeAnyOther() {
    assertThat(texts("<div>".repeat(50_000) + "fundo")).containsExactly("fundo");
    assertThat(texts("<b>".repeat(5_000) + "fundo")).containsExactly("fundo");
  }

  @Test
  void aLineOfEightMebibytesIsCut() {
    List<Line> lines =
        lines("<p>" + "linha ".repeat((8 << 20) / 6) + "<a href='/a'>fim</a></p><p>depois</p>");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).text()).hasSizeLessThan(5_000);
    assertThat(lines.get(0).anchors()).hasSize(1);
    assertThat(lines.get(1).text()).isEqualTo("depois");
  }

  @Test
  void theWordsOfALinkThatIsNeverClosedAreCut() {
    assertThat(anchors("<a href='/a'>" + "palavra ".repeat(100_000)))
        .singleElement()
        .satisfies(anchor -> assertThat(anchor.label()).hasSizeLessThan(200));
  }

  private static List<Line> lines(String html) {
    return Transcript.of(Jsoup.parse(html).body());
  }

  private static List<String> texts(String html) {
    return lines(html).stream().map(Line::text).toList();
  }

  private static List<Anchor> anchors(String html) {
    return lines(html).stream().flatMap(line -> line.anchors().stream()).toList();
  }
}
