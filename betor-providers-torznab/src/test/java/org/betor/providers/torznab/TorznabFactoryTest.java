package org.betor.providers.torznab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Query;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.testkit.RecordedSite;
import org.betor.testkit.RecordedVisit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorznabFactoryTest {
  private static final String KEY = "5uper5ecret";

  @Test
  void makesAProviderForEachEndpointThatIsSet() {
    List<Provider> providers =
        create(
            Map.of(
                "cinema.url", "http://127.0.0.1:9696/1/",
                "cinema.key", KEY,
                "cinema.title", "Cinema Livre",
                "series.url", "http://127.0.0.1:9696/2/"));

    assertThat(providers)
        .extracting(provider -> provider.info().toString())
        .containsExactly("Cinema Livre (torznab-cinema)", "series (torznab-series)");
    assertThat(providers).allSatisfy(it -> assertThat(it).isInstanceOf(Provider.Browsable.class));
    assertThat(create(Map.of())).isEmpty();
  }

  @Test
  void declaresTheKeyAsSecretAndShowsItNowhere() {
    Provider provider = create(Map.of("a.url", "http://h/1/api?apikey=" + KEY)).get(0);

    assertThat(provider.info().settings())
        .filteredOn(Setting::secret)
        .singleElement()
        .extracting(Setting::name)
        .isEqualTo("a.key");
    assertThat(provider + " " + provider.info() + provider.info().homes()).doesNotContain(KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9696/1/, http://127.0.0.1:9696/1/",
    "http://127.0.0.1:9696/1, http://127.0.0.1:9696/1/",
    "http://127.0.0.1:9696/1/api, http://127.0.0.1:9696/1/",
    "http://127.0.0.1:9696/1/api/?apikey=K, http://127.0.0.1:9696/1/",
    "http://127.0.0.1:9696/1/?apikey=K, http://127.0.0.1:9696/1/",
    "' https://prowlarr/1/API?t=caps&APIKEY=K ', https://prowlarr/1/",
    "http://h:9117/api/v2.0/indexers/x/results/torznab/, http://h:9117/api/v2.0/indexers/x/results/torznab/",
    "http://h/api/v2.0/indexers/x/results/torznab/api?apikey=K&t=search&q=, http://h/api/v2.0/indexers/x/results/torznab/",
    "https://index.example, https://index.example/",
    "https://index.example/api, https://index.example/",
    "http://[::1]:9696/1/api, http://[::1]:9696/1/"
  })
  void takesAddressesAsPeoplePasteThem(String url, String home) {
    assertThat(create(Map.of("a.url", url)).get(0).info().homes())
        .extracting(Objects::toString)
        .containsExactly(home);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/1/?apikey=a%20b, , a%20b",
    "http://h/1/api?t=caps&apikey=K, , K",
    "http://h/1/api?apikey=K, other, other",
    "http://h/1/api, ' K ', K"
  })
  void takesTheKeyFromItsSettingOrElseFromTheAddress(String url, String key, String sent) {
    Map<String, String> settings =
        key == null ? Map.of("a.url", url) : Map.of("a.url", url, "a.key", key);
    RecordedVisit visit = RecordedSite.of(getClass()).home("http://h/1/").visit();

    try {
      create(settings).get(0).search(Query.text("sintel"), visit);
    } catch (RuntimeException nothingIsRecorded) {
      assertThat(visit.fetched().get(0)).hasToString("http://h/1/api?t=caps&apikey=" + sent);
    }
    assertThat(visit.fetched()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/1/api?apikey=K&indexers=foo, indexers=foo&apikey=K",
    "http://h/1/?Indexers=a%2Cb&APIKEY=K&&t=search&Q=&cat=2000&tag, Indexers=a%2Cb&tag&apikey=K",
    "http://h/1/api?type=private&quality=q, type=private&quality=q"
  })
  void keepsWhatElseStandsInTheAddressAsItStandsThere(String url, String sent) {
    RecordedVisit visit = RecordedSite.of(getClass()).home("http://h/1/").visit();

    try {
      create(Map.of("a.url", url)).get(0).search(Query.text("sintel"), visit);
    } catch (RuntimeException nothingIsRecorded) {
      assertThat(visit.fetched().get(0)).hasToString("http://h/1/api?t=caps&" + sent);
    }
    assertThat(visit.fetched()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.url, 'h/1/api?apikey=5uper5ecret', torznab.a.url",
    "a.url, 'ftp://h/?apikey=5uper5ecret', torznab.a.url",
    "a.url, 'http://h/a b?apikey=5uper5ecret', torznab.a.url",
    "a.url, 'http://me:5uper5ecret@h/', torznab.a.url",
    "a.url, 'http:///1/', torznab.a.url",
    "a.key, 5uper5ecret, torznab.a.url is missing",
    "a.categories, 'films', torznab.a.categories",
    "a.categories, '2000;5000', torznab.a.categories",
    "a.categories, '2000,', torznab.a.categories",
    "a.ulr, 'http://h/?apikey=5uper5ecret', torznab.a.ulr",
    "url, 'http://h/', torznab.<name>.url",
    "A.url, 'http://h/', torznab.A.url"
  })
  void refusesASettingThatMakesNoSenseAndNamesIt(String name, String value, String named) {
    Map<String, String> settings =
        name.equals("a.categories")
            ? Map.of("a.url", "http://h/", name, value)
            : Map.of(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(settings))
        .withMessageContaining(named)
        .satisfies(refused -> assertThat(refused).hasNoCause())
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankCategoriesAreTheUsualOnes(String blank) {
    assertThat(create(Map.of("a.url", "http://h/", "a.categories", blank))).hasSize(1);
  }

  private static List<Provider> create(Map<String, String> settings) {
    return new TorznabFactory().create(Settings.of(settings));
  }
}
