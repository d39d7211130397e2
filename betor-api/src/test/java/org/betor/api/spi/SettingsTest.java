package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Settings ALL =
      Settings.of(Map.of("tmdb.token", "s3cret", "tmdb.page.size", "20", "tmdbx.token", "other"));

  @Test
  void aPluginSeesItsOwnSettingsAndNoOthers() {
    Settings own = ALL.of("tmdb");

    assertThat(own.find("token")).contains("s3cret");
    assertThat(own.find("page.size")).contains("20");
    assertThat(own.find("tmdb.token")).isEmpty();
    assertThat(own.of("page").find("size")).contains("20");
    assertThat(ALL.of("tmd")).hasToString("[]");
  }

  @Test
  void whatIsNotSetHasItsFallback() {
    Setting token = new Setting("token", "", true, "opens the door");
    Setting pages = new Setting("pages", "3", false, "how many pages are read");

    assertThat(ALL.of("tmdb").get(token)).isEqualTo("s3cret");
    assertThat(ALL.of("tmdb").get(pages)).isEqualTo("3");
    assertThat(Settings.NONE.get(token)).isEmpty();
  }

  @Test
  void valuesNeverShow() {
    assertThat(ALL).hasToString("[tmdb.page.size, tmdb.token, tmdbx.token]");
    assertThat(ALL.of("tmdb").toString()).doesNotContain("s3cret");
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeOf() {
    Map<String, String> values = new HashMap<>(Map.of("a", "1"));
    Settings settings = Settings.of(values);

    values.put("a", "2");

    assertThat(settings.find("a")).contains("1");
  }
}
