package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.TitleId;
import org.betor.api.spi.CatalogQuery.Sort;
import org.junit.jupiter.api.Test;

class CatalogQueryTest {

  @Test
  void withoutWordsAndFiltersItAsksForTheFirst25OfAll() {
    CatalogQuery query = CatalogQuery.all().build();

    assertThat(query.words()).isEmpty();
    assertThat(query.sort()).isEqualTo(Sort.RELEVANCE);
    assertThat(query.offset()).isZero();
    assertThat(query.limit()).isEqualTo(25);
    assertThat(query.mediaType()).isEmpty();
    assertThat(query.fromYear()).isEmpty();
    assertThat(query.season()).isEmpty();
  }

  @Test
  void asksForAllThatItWasTold() {
    CatalogQuery query =
        CatalogQuery.words(" sintel ")
            .mediaType(MediaType.FILM)
            .years(2008, 2012)
            .language(Language.ENGLISH)
            .resolution(Resolution.R1080)
            .provider("cinemateca")
            .page(URI.create("https://films.example/sintel"))
            .id(TitleId.imdb("tt1727587"))
            .season(1)
            .sort(Sort.NEWEST)
            .offset(50)
            .limit(10)
            .build();

    assertThat(query.words()).isEqualTo("sintel");
    assertThat(query.mediaType()).contains(MediaType.FILM);
    assertThat(query.fromYear()).hasValue(2008);
    assertThat(query.toYear()).hasValue(2012);
    assertThat(query.language()).contains(Language.ENGLISH);
    assertThat(query.resolution()).contains(Resolution.R1080);
    assertThat(query.provider()).contains("cinemateca");
    assertThat(query.page()).hasValue(URI.create("https://films.example/sintel"));
    assertThat(query.id()).contains(TitleId.imdb("tt1727587"));
    assertThat(query.season()).hasValue(1);
    assertThat(query.sort()).isEqualTo(Sort.NEWEST);
    assertThat(query.offset()).isEqualTo(50);
    assertThat(query.limit()).isEqualTo(10);
  }

  @Test
  void doesNotChangeWithItsBuilder() {
    CatalogQuery.Builder builder = CatalogQuery.words("sintel");
    CatalogQuery query = builder.build();

    builder.limit(1).season(2);

    assertThat(query.limit()).isEqualTo(25);
    assertThat(query.season()).isEmpty();
  }

  @Test
  void pagesEndAtTheFirst10000() {
    assertThat(CatalogQuery.all().offset(9_975).build().offset()).isEqualTo(9_975);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogQuery.all().offset(9_976).build())
        .withMessageContaining("10000")
        .withMessageContaining("9976");
  }

  @Test
  void eachValueIsCheckedWhereItIsSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogQuery.all().limit(0))
        .withMessageContaining("limit is 1 to 10000, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogQuery.all().offset(-1))
        .withMessageContaining("offset");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogQuery.all().years(2012, 2008))
        .withMessageContaining("2012 to 2008");
  }
}
