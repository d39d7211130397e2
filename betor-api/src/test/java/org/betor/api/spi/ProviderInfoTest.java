package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.betor.api.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderInfoTest {

  @Test
  void everyHomeEndsInASlashAndTheOrderIsKept() {
    ProviderInfo info =
        ProviderInfo.of("cinemateca", "Cinemateca")
            .home("https://films.example")
            .home("http://mirror.example/blog")
            .home("https://third.example/")
            .build();

    assertThat(info.homes())
        .containsExactly(
            URI.create("https://films.example/"),
            URI.create("http://mirror.example/blog/"),
            URI.create("https://third.example/"));
    assertThat(info).hasToString("Cinemateca (cinemateca)");
  }

  @Test
  void understandsAtLeastWords() {
    ProviderInfo info =
        ProviderInfo.of("cinemateca", "Cinemateca")
            .home("https://films.example/")
            .language("pt-br")
            .understands(Query.Field.YEAR)
            .settings(List.of(new Setting("pages", "3", false, "how many pages are read")))
            .build();

    assertThat(info.understands()).containsExactlyInAnyOrder(Query.Field.TEXT, Query.Field.YEAR);
    assertThat(info.languages()).containsExactly(Language.BRAZILIAN_PORTUGUESE);
    assertThat(info.settings()).extracting(Setting::name).containsExactly("pages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Cinemateca", "1film", "cine teca", "btih", "btmh", "a:b"})
  void refusesAnIdThatCouldNotStandInAKey(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProviderInfo.of(id, "Cinemateca"))
        .withMessageContaining("\"" + id + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"films.example", "ftp://films.example/", "https:///films", "/films"})
  void refusesAHomeThatIsNoSite(String address) {
    ProviderInfo.Builder info = ProviderInfo.of("cinemateca", "Cinemateca");

    assertThatIllegalArgumentException().isThrownBy(() -> info.home(address));
  }

  @Test
  void refusesAProviderWithoutAHome() {
    ProviderInfo.Builder info = ProviderInfo.of("cinemateca", "Cinemateca");

    assertThatIllegalArgumentException()
        .isThrownBy(info::build)
        .withMessageContaining("cinemateca names no home");
  }
}
