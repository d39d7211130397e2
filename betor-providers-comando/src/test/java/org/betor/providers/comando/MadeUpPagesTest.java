package org.betor.providers.comando;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.spi.PageRequest;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;

/** Pages written for these tests, with all that is peculiar to the theme. */
class MadeUpPagesTest {
  private static final String HOME = "https://comando1.com/";
  private static final String FILM = "/made-up-pages/post-film-2021.html";
  private static final String SERIES = "/made-up-pages/post-series-2026.html";

  @Test
  void readsAFilmInTheMarkupOf2021() {
    Post post = read(FILM);

    assertThat(post.heading())
        .isEqualTo(
            "Sintel Torrent (2010) Dual Áudio / Dublado WEB-DL 720p | 1080p | 4K – Download");
    assertThat(post.translatedTitle()).contains("Sintel: A Busca do Dragão");
    assertThat(post.originalTitle()).contains("Sintel");
    assertThat(post.year()).hasValue(2010);
    assertThat(post.mediaType()).isEqualTo(MediaType.FILM);
    assertThat(post.ids()).isEmpty();
    assertThat(post.genres()).containsExactly("Animação", "Fantasia");
    assertThat(post.runtime()).contains(Duration.ofMinutes(15));
    assertThat(post.audio()).containsExactly(Language.BRAZILIAN_PORTUGUESE, Language.ENGLISH);
    assertThat(post.subtitles()).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(post.published()).contains(Instant.parse("2021-07-10T00:00:00Z"));
    assertThat(post.offers())
        .extracting(MadeUpPagesTest::summary)
        .containsExactly(
            "08ada5a7a6183aae1e09d831df6748d566095a10 WEB-DL 720p 129 MB [pt-BR, en]",
            "0191500000000000000000000000000000000001 WEB-DL 1080p 1126 MB [pt-BR, en]",
            "2010000000000000000000000000000000000720 WEB-DL 720p 680 MB [en]",
            "2010000000000000000000000000000000001080 WEB-DL 1080p 1946 MB [en]");
    assertThat(post.offers())
        .allSatisfy(
            offer -> assertThat(offer.subtitles()).containsExactly(Language.BRAZILIAN_PORTUGUESE));
    assertThat(post.offers())
        .extracting(Offer::context)
        .containsExactly(
            "DUAL ÁUDIO / DUBLADO · WEB-DL 720p Dual Áudio (MKV) | 129 MB · MAGNET LINK",
            "DUAL ÁUDIO / DUBLADO · WEB-DL 1080p S/ COMPACTAÇÃO (MKV) | 1.1 GB · MAGNET LINK",
            "LEGENDADO · WEB-DL Legendado 720p (MKV) | 680 MB · MAGNET LINK",
            "LEGENDADO · WEB-DL Legendado 1080p (MKV) | 1.9 GB · MAGNET LINK");
  }

  @Test
  void readsASeriesInTheMarkupOf2026() {
    Post post = read(SERIES);

    assertThat(post.heading()).isEqualTo("O Império Fantasma (1935) Legendado WEB-DL 1080p");
    assertThat(post.translatedTitle()).contains("O Império Fantasma");
    assertThat(post.originalTitle()).contains("The Phantom Empire");
    assertThat(post.year()).hasValue(1935);
    assertThat(post.mediaType()).isEqualTo(MediaType.SERIES);
    assertThat(post.ids()).isEmpty();
    assertThat(post.genres()).containsExactly("Faroeste", "Ficção Científica");
    assertThat(post.runtime()).contains(Duration.ofMinutes(20));
    assertThat(post.audio()).containsExactly(Language.ENGLISH);
    assertThat(post.subtitles()).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(post.published()).contains(Instant.parse("2026-03-02T00:00:00Z"));
    assertThat(post.offers())
        .extracting(MadeUpPagesTest::summary)
        .containsExactly(
            "1935000000000000000000000000000000000001 S01 WEB-DL 720p 3482 MB [en]",
            "1935000000000000000000000000000000000002 S01E01 WEB-DL 1080p 290 MB [en]",
            "1935000000000000000000000000000000000003 S01E02 WEB-DL 1080p 301 MB [en]",
            "1935000000000000000000000000000000000004 S01E03-E04 WEB-DL 1080p 610 MB [en]");
    assertThat(post.offers())
        .extracting(Offer::context)
        .contains("LEGENDADO · WEB-DL 1080p | 290 MB · DOWNLOAD");
  }

  @Test
  void asksForEveryPostOfAListingOnceThoughOneSticksToItsTop() {
    RecordedVisit visit =
        RecordedSite.of(getClass())
            .home(HOME)
            .page(HOME, "/made-up-pages/listing.html")
            .page(HOME + "sintel-torrent/", FILM)
            .visit();

    new ComandoProvider().latest(1, visit);

    assertThat(visit.fetched()).doesNotHaveDuplicates().hasSize(1 + 21);
    assertThat(visit.posts()).extracting(Post::address).containsExactly(uri("sintel-torrent/"));
    assertThat(visit.problems()).hasSize(20).allMatch(gone -> gone.message().contains("-torrent/"));
  }

  private static Post read(String resource) {
    URI address = uri(resource.equals(FILM) ? "sintel-torrent/" : "o-imperio-fantasma/");
    RecordedVisit visit =
        RecordedSite.of(MadeUpPagesTest.class).page(address.toString(), resource).visit();
    return new ComandoProvider().read(visit.fetch(PageRequest.get(address)));
  }

  private static String summary(Offer offer) {
    String hash = offer.link() instanceof Link.Magnet magnet ? magnet.infoHash().hex() : "shut";
    return String.join(
            " ",
            hash,
            offer.episodes().toString(),
            offer.quality().toString(),
            Math.round(offer.sizeBytes().orElse(0) / (double) (1 << 20)) + " MB",
            offer.audio().toString())
        .replaceAll(" +", " ");
  }

  private static URI uri(String path) {
    return URI.create(HOME + path);
  }
}
