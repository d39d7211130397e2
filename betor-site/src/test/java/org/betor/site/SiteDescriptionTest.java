package org.betor.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SiteDescriptionTest {
  private static final URI HOME = URI.create("https://films.example/blog/");

  @Test
  void whatIsNotSaidIsAsWordPressDoesIt() {
    SiteDescription site =
        SiteDescription.of("films", "Films").home("https://films.example/").build();

    assertThat(site.listAddress(HOME, 1)).isEqualTo(HOME);
    assertThat(site.listAddress(HOME, 3)).isEqualTo(HOME.resolve("page/3/"));
    assertThat(site.searchAddress(HOME, "o coelho & a ação", 1))
        .hasToString("https://films.example/blog/?s=o+coelho+%26+a+a%C3%A7%C3%A3o");
    assertThat(site.searchAddress(HOME, "sintel", 2))
        .hasToString("https://films.example/blog/page/2/?s=sintel");
    assertThat(site.searchPages()).isEqualTo(3);
    assertThat(site.trustsRatingWidget()).isFalse();
  }

  @Test
  void pathsMayBeOfAnotherForm() {
    SiteDescription site =
        SiteDescription.of("films", "Films")
            .home("https://films.example/")
            .listPath("{page}/")
            .searchPath("index.php?s={query}")
            .build();

    assertThat(site.searchAddress(HOME, "sintel", 1))
        .hasToString("https://films.example/blog/index.php?s=sintel");
    assertThat(site.listAddress(HOME, 2)).isEqualTo(HOME.resolve("2/"));
  }

  @Test
  void aSearchReadsAtLeastOnePage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteDescription.of("films", "Films").searchPages(0))
        .withMessageContaining("at least one page, got 0");
  }
}
