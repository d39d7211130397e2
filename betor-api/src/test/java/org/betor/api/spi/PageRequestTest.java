package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  private static final URI ADDRESS = URI.create("https://films.example/sintel/");

  @Test
  void asksPlainlyUnlessToldMore() {
    PageRequest request = PageRequest.get(ADDRESS);

    assertThat(request.headers()).isEmpty();
    assertThat(request.maxAge()).isEqualTo(PageRequest.USUAL_AGE);
    assertThat(request).hasToString("GET https://films.example/sintel/");
  }

  @Test
  void laterHeadersTakeThePlaceOfEarlierOnesInEitherCase() {
    PageRequest request =
        PageRequest.get(ADDRESS)
            .referer(URI.create("https://films.example/"))
            .header("referer", "https://other.example/");

    assertThat(request.headers()).hasSize(1).containsEntry("Referer", "https://other.example/");
  }

  @Test
  void doesNotChange() {
    PageRequest request = PageRequest.get(ADDRESS);

    PageRequest other = request.header("Accept", "text/html").maxAge(Duration.ZERO);

    assertThat(request.headers()).isEmpty();
    assertThat(request).isEqualTo(PageRequest.get(ADDRESS)).isNotEqualTo(other);
    assertThat(request).hasSameHashCodeAs(PageRequest.get(ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://films.example/", "file:///etc/hosts", "/sintel/", "mailto:a@films.example"})
  void asksForNothingButPagesOfTheWeb(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRequest.get(URI.create(address)))
        .withMessageContaining("http or https")
        .withMessageContaining(address);
  }

  @Test
  void anAgeIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PageRequest.get(ADDRESS).maxAge(Duration.ofSeconds(-1)))
        .withMessageContaining("PT-1S");
  }
}
