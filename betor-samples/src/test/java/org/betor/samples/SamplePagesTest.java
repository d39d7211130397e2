package org.betor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.junit.jupiter.api.Test;

class SamplePagesTest {
  private static final URI HOME = URI.create("http://127.0.0.1/bludv/");

  @Test
  void everyKindOfLabelDressGateAndSpellingOccurs() {
    List<Draft> drafts =
        Stream.of(SamplePosts.bludv(), SamplePosts.comando())
            .flatMap(List::stream)
            .map(SamplePost::draft)
            .toList();

    assertThat(drafts).extracting(Draft::labels).containsAll(EnumSet.allOf(Labels.class));
    assertThat(drafts).extracting(Draft::dress).containsAll(EnumSet.allOf(Draft.Dress.class));
    assertThat(drafts.stream().flatMap(Draft::buttons))
        .extracting(Version.Button::gate)
        .containsAll(EnumSet.allOf(Gate.class));
    assertThat(drafts.stream().flatMap(Draft::buttons))
        .extracting(button -> button.torrent().spelling())
        .containsAll(EnumSet.allOf(Spelling.class));
  }

  @Test
  void everySpellingIsAMagnetLinkToTheTorrentSaveTheBrokenOne() {
    InfoHash hash = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
    for (Spelling spelling : EnumSet.complementOf(EnumSet.of(Spelling.BROKEN))) {
      String magnet = new SampleTorrent("Sintel 2010", hash, spelling).magnet();

      assertThat(MagnetLink.parse(magnet).infoHash()).as(magnet).contains(hash);
      assertThat(MagnetLink.parse(magnet).name()).as(magnet).contains("Sintel 2010");
    }
  }

  @Test
  void leavesTheSpanOfTheImdbLineOpen() {
    String page = page("sintel");

    assertThat(page)
        .contains("/title/tt1727587/?ref_=tt_plg_rt\" target=\"_blank\">7,4</a><br>")
        .contains("&gt;&gt;INFORMAÇÕES DO ARQUIVO&lt;&lt;");
  }

  @Test
  void hidesTheDownloadsOf2016() {
    assertThat(page("o-grande-coelho-bunny"))
        .contains(
            "<div id=\"bludv-protected\" hidden>", "SERVIDORES PARA DOWNLOAD Blu-ray Rip 720p")
        .contains("/bludv/torrent/dd8255ecdc7ca55fb0bbf81323d87062db1f6d1c.torrent");
  }

  @Test
  void writesTheInformationHeaderOfComandoEitherWayRound() {
    assertThat(comandoPage("sintel"))
        .contains("<span style=\"color: #0000ff;\"><strong>»INFORMAÇÕES«</strong></span>");
    assertThat(comandoPage("o-grande-coelho-bunny"))
        .contains("/>»INFORMAÇÕES«</span></strong>", "/title/tt0012349/?ref_=tt_plg_rt");
  }

  @Test
  void datesOlderPostsOfComandoInPortuguese() {
    assertThat(comandoPage("a-general"))
        .contains("13 de março de 2026")
        .doesNotContain("article:published_time");
    assertThat(comandoPage("lagrimas-de-aco"))
        .contains("article:published_time", "content=\"2026-09-28T09:04:05+00:00\"");
  }

  @Test
  void repeatsATorrentOfComandoAndSpellsItsHashInBase32() {
    assertThat(comandoPage("sintel"))
        .containsPattern("btih:[A-Z2-7]{32}&amp;")
        .contains("129 MB", "WEB-DL 4K 2160p HDR (MKV)</strong> | 4.3 GB")
        .contains("700 MB / 129 MB");
    assertThat(comando("sintel").infoHashes()).hasSize(3);
  }

  @Test
  void someTorrentsAreOnBothSites() {
    assertThat(comando("sintel").infoHashes()).containsAnyElementsOf(post("sintel").infoHashes());
    assertThat(comando("o-imperio-fantasma").infoHashes())
        .hasSize(13)
        .allMatch(post("o-imperio-fantasma").infoHashes()::contains);
  }

  @Test
  void tellsWhichTorrentsAPostLeadsTo() {
    assertThat(post("sintel").infoHashes()).hasSize(3);
    assertThat(post("o-grande-coelho-bunny").infoHashes()).hasSize(2);
    assertThat(post("lagrimas-de-aco").infoHashes()).hasSize(4);
    assertThat(post("lavanderia-cosmica").infoHashes()).hasSize(4);
    assertThat(post("a-noite-dos-mortos-vivos").infoHashes()).isEmpty();
    assertThat(post("o-imperio-fantasma").infoHashes()).hasSize(25);
  }

  @Test
  void generatesTheSamePostsFromTheSameSeed() {
    List<SamplePost> posts = SamplePosts.generate(200);

    assertThat(posts).extracting(SamplePost::slug).doesNotHaveDuplicates();
    assertThat(posts).allMatch(post -> post.matches("amostra") && !post.infoHashes().isEmpty());
    assertThat(SamplePosts.generate(200))
        .extracting(post -> SamplePages.bludvPost(HOME, post))
        .isEqualTo(posts.stream().map(post -> SamplePages.bludvPost(HOME, post)).toList());
    assertThat(SamplePosts.generate(200, 1))
        .extracting(SamplePost::heading)
        .isNotEqualTo(posts.stream().map(SamplePost::heading).toList());
  }

  @Test
  void fillsAPageForBenchmarks() {
    assertThat(SamplePages.bludvPost(HOME, post("sintel"), 130_000)).hasSizeGreaterThan(130_000);
  }

  private static String page(String slug) {
    return SamplePages.bludvPost(HOME, post(slug));
  }

  private static String comandoPage(String slug) {
    return SamplePages.comandoPost(HOME, comando(slug));
  }

  private static SamplePost comando(String slug) {
    return find(SamplePosts.comando(), slug);
  }

  private static SamplePost post(String slug) {
    return find(SamplePosts.bludv(), slug);
  }

  private static SamplePost find(List<SamplePost> posts, String slug) {
    return posts.stream().filter(post -> post.slug().startsWith(slug)).findFirst().orElseThrow();
  }
}
