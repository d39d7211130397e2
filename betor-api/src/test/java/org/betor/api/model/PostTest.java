package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostTest {
  private static final URI ADDRESS = URI.create("https://films.example/sintel/");
  private static final Offer OFFER =
      Offer.of(
              new Link.Magnet(
                  MagnetLink.of(new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10"))))
          .build();

  @Test
  void whatThePageDoesNotSayIsEmpty() {
    Post post = Post.at(ADDRESS, "Sintel").build();

    assertThat(post.originalTitle()).isEmpty();
    assertThat(post.translatedTitle()).isEmpty();
    assertThat(post.year()).isEmpty();
    assertThat(post.mediaType()).isEqualTo(MediaType.UNKNOWN);
    assertThat(post.runtime()).isEmpty();
    assertThat(post.published()).isEmpty();
    assertThat(post.offers()).isEmpty();
  }

  @Test
  void aBuilderStartsFromAPostAndLeavesItAsItIs() {
    Post post = full();

    Post again = post.toBuilder().build();
    Post other = post.toBuilder().year(2011).offers(List.of()).build();

    assertThat(again).isEqualTo(post).hasSameHashCodeAs(post).hasToString(post.toString());
    assertThat(other).isNotEqualTo(post);
    assertThat(post.year()).hasValue(2010);
    assertThat(post.offers()).containsExactly(OFFER);
  }

  @Test
  void textIsKeptOnOneLineWithoutBlanksAround() {
    Post post =
        Post.at(ADDRESS, " Sintel \u00a0\n Torrent\u0000 ")
            .originalTitle("\u00a0")
            .genres(List.of(" Drama ", "Drama", "", "Animação\r\ncurta"))
            .build();

    assertThat(post.heading()).isEqualTo("Sintel Torrent");
    assertThat(post.originalTitle()).isEmpty();
    assertThat(post.genres()).containsExactly("Drama", "Animação curta");
  }

  @Test
  void otherFactsAreKeptByName() {
    Post post =
        full().toBuilder()
            .fact("licence", List.of(" CC BY\n3.0 "))
            .fact("mood", List.of("sad"))
            .fact("mood", List.of(""))
            .build();

    assertThat(post.facts()).containsExactly(Map.entry("licence", List.of("CC BY 3.0")));
    assertThat(post.toBuilder().build()).isEqualTo(post);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post.toBuilder().fact("Licence URL", List.of("x")))
        .withMessageContaining("Licence URL");
  }

  @Test
  void noSiteMakesMoreThanAHundredFacts() {
    Post.Builder post = Post.at(ADDRESS, "Sintel");

    IntStream.range(0, 1_000).forEach(i -> post.fact("fact-" + i, List.of("x")));

    assertThat(post.build().facts()).hasSize(100).containsKey("fact-99");
  }

  @Test
  void hostileTextIsCut() {
    List<String> genres = IntStream.range(0, 1_000).mapToObj(i -> "gênero " + i).toList();

    Post post = Post.at(ADDRESS, "x".repeat(1_000_000)).genres(genres).build();

    assertThat(post.heading()).hasSize(500);
    assertThat(post.genres()).hasSize(100);
  }

  @Test
  void listsAreCopied() {
    List<Offer> offers = new ArrayList<>(List.of(OFFER));
    Post post = Post.at(ADDRESS, "Sintel").offers(offers).build();

    offers.clear();

    assertThat(post.offers()).hasSize(1);
  }

  @Test
  void eachValueIsCheckedWhereItIsSet() {
    Post.Builder post = Post.at(ADDRESS, "Sintel");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Post.at(URI.create("/sintel/"), "Sintel"))
        .withMessageContaining("absolute address, got /sintel/");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post.year(1869))
        .withMessageContaining("1869");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post.year(2201))
        .withMessageContaining("2201");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post.runtime(Duration.ZERO))
        .withMessageContaining("positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> post.offers(Collections.nCopies(5_001, OFFER)))
        .withMessageContaining("at most 5000 offers")
        .withMessageContaining(ADDRESS.toString());
  }

  private static Post full() {
    return Post.at(ADDRESS, "Sintel (2010)")
        .originalTitle("Sintel")
        .translatedTitle("Sintel")
        .year(2010)
        .mediaType(MediaType.FILM)
        .ids(List.of(TitleId.imdb("tt1727587")))
        .audio(List.of(Language.ENGLISH))
        .subtitles(List.of(Language.BRAZILIAN_PORTUGUESE))
        .genres(List.of("Animação"))
        .runtime(Duration.ofMinutes(15))
        .published(Instant.parse("2026-09-29T10:00:00Z"))
        .offers(List.of(OFFER))
        .build();
  }

  @Test
  void aHeadingThatEndsInHalfALetterIsCutBeforeTheBlankToo() {
    Post post = Post.at(URI.create("https://films.example/1"), "Sintel \ud83d").build();

    assertThat(post.heading()).isEqualTo("Sintel");
  }
}
