package org.betor.core.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceTest {
  private static final URI PAGE = URI.create("https://films.example/post/");
  private static final Link LINK =
      new Link.Magnet(MagnetLink.of(new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10")));

  @ParameterizedTest
  @CsvSource({
    "sintel, Sintel (2010) Torrent – BluRay 1080p Dual Áudio",
    "sint, Sintel",
    "Sintel 2010 1080p dublado, Sintel Torrent",
    "the cabinet of dr caligari, O Gabinete do Dr. Caligari",
    "canção do mar, Cancao do Mar (1931)",
    "CANCAO DO MAR, Canção do Mar",
    "bigbuckbunny, Big Buck Bunny (2008)",
    "big buck bunny, BigBuckBunny_124",
    "one step beyond 2ª temporada, One Step Beyond - 2ª Temporada Completa",
    "one step beyond S02E03, One Step Beyond",
    "One Step Beyond season 2, One Step Beyond",
    "the it, It",
    "24 season 1, 24 Horas - 1ª Temporada",
    "8 1/2, 8½ (1963)",
    "seven, Se7en",
    "se7en, Seven",
    "ocean's 11, Oceans Eleven",
    "a.i., AI",
    "ai, A.I. Artificial Intelligence",
    "七人, 七人の侍",
    "lodz, Łódź",
    "Łódź, Lodz",
    "straße, Strasse",
    "rocky 4, Rocky IV",
    "1984, 1984",
    "Метрополис, Метрополис 1927",
    "雨月物語, 雨月物語 (1953)",
  })
  void whatWasAskedForCounts(String question, String heading) {
    assertThat(worth(Query.text(question), Post.at(PAGE, heading).build())).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "sintel, Big Buck Bunny (2008) Torrent",
    "big buck bunny, The Bunny Game",
    "night of the living dead, The Night of the Hunter",
    "1984, Metropolis (1927)",
    "one step beyond 1ª temporada, The Phantom Empire 1ª Temporada",
  })
  void whatIsPlainlySomethingElseDoesNot(String question, String heading) {
    assertThat(worth(Query.text(question), Post.at(PAGE, heading).build())).isZero();
  }

  @Test
  void aTranslatedTitleCountsAsMuchAsTheOriginalOne() {
    Post post =
        Post.at(PAGE, "Nosferatu")
            .originalTitle("Nosferatu, eine Symphonie des Grauens")
            .translatedTitle("Nosferatu, uma Sinfonia do Horror")
            .build();

    assertThat(worth(Query.text("sinfonia do horror"), post)).isGreaterThan(0.5);
    assertThat(worth(Query.text("symphonie grauens"), post)).isGreaterThan(0.5);
  }

  @Test
  void theNameInTheMagnetLinkMaySayWhatItIs() {
    Link named =
        new Link.Magnet(
            MagnetLink.parse(
                "magnet:?xt=urn:btih:08ada5a7a6183aae1e09d831df6748d566095a10"
                    + "&dn=Night.of.the.Living.Dead.1968.1080p"));

    assertThat(
            worth(
                Query.text("night of the living dead"),
                Post.at(PAGE, "A Noite dos Mortos-Vivos").build(),
                Offer.of(named).build()))
        .isPositive();
  }

  @Test
  void aYearMayBeAPartOfTheTitle() {
    Query query = Query.text("blade runner 2049");

    assertThat(worth(query, Post.at(PAGE, "Blade Runner 2049").build()))
        .isGreaterThan(worth(query, Post.at(PAGE, "Blade Runner").build()));
    assertThat(worth(Query.text("rocky 4"), Post.at(PAGE, "Rocky IV").build()))
        .isEqualTo(worth(Query.text("rocky 4"), Post.at(PAGE, "Rocky 4").build()));
  }

  @Test
  void aSeasonMayBeYearsYoungerThanItsSeries() {
    Query query = Query.text("dark").year(2017).season(3);
    Post third = Post.at(PAGE, "Dark 3ª Temporada").year(2020).mediaType(MediaType.SERIES).build();

    assertThat(worth(query, third)).isPositive();
  }

  @Test
  void whoAsksForAGenreGetsIt() {
    Post post = Post.at(PAGE, "The Kid").genres(List.of("Comedy", "Drama")).build();

    assertThat(worth(Query.text("comedy"), post))
        .isPositive()
        .isLessThan(worth(Query.text("the kid"), post));
  }

  @Test
  void theNearerTheTitleTheBetter() {
    Query query = Query.text("toy story 2");

    double same = worth(query, Post.at(PAGE, "Toy Story 2").build());
    double withNoise = worth(query, Post.at(PAGE, "Toy Story 2 Torrent 1080p").build());
    double sequel = worth(query, Post.at(PAGE, "Toy Story 3").build());

    assertThat(same).isGreaterThan(withNoise);
    assertThat(withNoise).isGreaterThan(sequel);
    assertThat(sequel).isPositive();
  }

  @Test
  void theIdDecidesWhateverTheWords() {
    TitleId sintel = TitleId.imdb("tt1727587");
    Query query = Query.text("durian").id(sintel);

    assertThat(worth(query, Post.at(PAGE, "Sintel").ids(List.of(sintel)).build()))
        .isGreaterThan(worth(query, Post.at(PAGE, "Durian").build()));
    assertThat(
            worth(query, Post.at(PAGE, "Durian").ids(List.of(TitleId.imdb("tt1254207"))).build()))
        .isZero();
  }

  @Test
  void whatContradictsTheQueryIsSomethingElse() {
    Post.Builder metropolis = Post.at(PAGE, "Metropolis").mediaType(MediaType.FILM).year(1927);
    Query query = Query.text("metropolis");

    assertThat(worth(query.year(1926), metropolis.build())).isPositive();
    assertThat(worth(query.year(2001), metropolis.build())).isZero();
    assertThat(worth(query.mediaType(MediaType.SERIES), metropolis.build())).isZero();
    assertThat(worth(query.year(2001), Post.at(PAGE, "Metropolis").build()))
        .as("a page that names no year")
        .isPositive();
  }

  @Test
  void aPackHoldsTheEpisodeThatWasAskedForAndAnotherEpisodeIsNone() {
    Query query = Query.text("one step beyond").episode(2, 3);

    assertThat(worth(query, episodes(List.of(2), List.of()))).isPositive();
    assertThat(worth(query, episodes(List.of(2), List.of(1, 2, 3)))).isPositive();
    assertThat(worth(query, episodes(List.of(2), List.of(4)))).isZero();
    assertThat(worth(query, episodes(List.of(1), List.of()))).isZero();
    assertThat(worth(query, episodes(List.of(), List.of()))).isPositive();
  }

  private static Offer episodes(List<Integer> seasons, List<Integer> numbers) {
    return Offer.of(LINK).episodes(Episodes.of(seasons, numbers)).build();
  }

  private static double worth(Query query, Offer offer) {
    return worth(query, Post.at(PAGE, "One Step Beyond").build(), offer);
  }

  private static double worth(Query query, Post post) {
    return worth(query, post, Offer.of(LINK).build());
  }

  private static double worth(Query query, Post post, Offer offer) {
    return new Relevance(query).of(new Listing("films", post, offer, Instant.EPOCH));
  }
}
