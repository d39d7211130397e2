package org.betor.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleTest {
  private static final TitleId BUNNY = TitleId.imdb("tt1254207");

  private final Title title =
      Title.of(BUNNY, "Big Buck Bunny")
          .id(new TitleId(TitleId.Authority.TMDB_FILM, "10378"))
          .called("O Grande Coelho Bunny", "br")
          .called("Peach")
          .mediaType(MediaType.FILM)
          .year(2008)
          .runtime(Duration.ofMinutes(10))
          .rating(6.4, 4_500)
          .build();

  @Test
  void hasANameForEachCountryAndTheBestKnownElsewhere() {
    assertThat(title.nameIn("BR")).isEqualTo("O Grande Coelho Bunny");
    assertThat(title.nameIn("FR")).isEqualTo("Big Buck Bunny");
    assertThat(title.names()).extracting(Title.Name::country).containsExactly("", "BR", "");
  }

  @Test
  void isTheSameAfterBeingTakenApartAndPutTogether() {
    assertThat(title.toBuilder().build()).isEqualTo(title).hasSameHashCodeAs(title);
    assertThat(title.toBuilder().year(2009).build()).isNotEqualTo(title);
  }

  @Test
  void aPlaceholderSaysThatItIsOne() {
    Title placeholder = Title.placeholder(BUNNY);

    assertThat(placeholder.isPlaceholder()).isTrue();
    assertThat(placeholder.ids()).isEqualTo(List.of(BUNNY));
    assertThat(placeholder.name()).isEqualTo("tt1254207");
    assertThat(title.isPlaceholder()).isFalse();
  }

  @Test
  void refusesANameWithoutText() {
    assertThatThrownBy(() -> Title.of(BUNNY, " \n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
  }
}
