package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Link;
import org.betor.api.model.MediaType;
import org.betor.api.model.Release;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Query;
import org.betor.core.Betor;
import org.betor.core.Outcome;
import org.betor.core.Report;
import org.betor.core.Search;
import org.betor.samples.PasskeyPlace;
import org.betor.samples.SamplePost;
import org.betor.samples.SamplePosts;
import org.betor.samples.SampleSite;
import org.betor.samples.SampleTorznab;
import org.betor.samples.TorznabTrouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real Torznab provider in the real engine, before endpoints like Prowlarr's and Jackett's. */
@Timeout(60)
class TorznabSearchTest {
  private static final SamplePost SINTEL = SamplePosts.bludv().get(0);

  @TempDir Path folder;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-10-01T00:00:00Z"));
  private SampleTorznab endpoint = SampleTorznab.prowlarr().start();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prowlarr", "jackett"})
  void findsEveryTorrentAndAsksForNoDownload(String face) throws InterruptedException {
    start(builder(face));

    Report report = search(Map.of(), Query.text("sintel"));

    assertThat(report.outcomes().get(0)).isInstanceOf(Outcome.Found.class);
    assertThat(report.releases()).hasSize(3);
    assertThat(hashes(report))
        .containsExactlyInAnyOrderElementsOf(SINTEL.infoHashes().subList(0, 2));
    assertThat(report.releases())
        .filteredOn(release -> release.infoHash().isEmpty())
        .singleElement()
        .satisfies(
            bare -> {
              assertThat(bare.key().toString()).startsWith("torznab-cinema:");
              assertThat(bare.listings().get(0).offer().link())
                  .isInstanceOf(Link.TorrentFile.class);
            });
    assertThat(endpoint.requests())
        .hasSize(2)
        .allMatch(request -> request.contains("api?t="), "a question");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bludv", "torznab"})
  void whatTwoProvidersListIsOneReleaseWhicheverComesFirst(String first)
      throws InterruptedException {
    try (SampleSite site = SampleSite.bludv().start()) {
      Map<String, String> bludv = Map.of("bludv.home", site.home().toString());
      Report earlier =
          first.equals("bludv") ? searchBludvAlone(bludv) : search(Map.of(), Query.text("sintel"));
      Report both = search(bludv, Query.text("sintel"));

      assertThat(earlier.releases()).hasSize(3);
      assertThat(both.releases()).hasSize(4);
      assertThat(both.releases())
          .filteredOn(release -> release.providers().size() == 2)
          .hasSize(2)
          .allSatisfy(release -> assertThat(release.listings()).hasSize(2))
          .allSatisfy(release -> assertThat(release.seeders()).isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prowlarr", "jackett"})
  void findsAFilmByItsId(String face) throws InterruptedException {
    start(builder(face));
    Query query =
        Query.text("sintel")
            .mediaType(MediaType.FILM)
            .id(TitleId.imdb(SINTEL.imdbId().orElseThrow()));

    assertThat(search(Map.of(), query).releases()).hasSize(3);
    assertThat(endpoint.requests().stream().filter(it -> it.contains("t=movie"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prowlarr", "jackett"})
  void findsAFilmByItsIdWhateverItIsCalledAndThoughTheIndexerStatesNone(String face)
      throws InterruptedException {
    start(builder(face).statesNoIds());
    Query query =
        Query.text("a caçadora e o dragão").id(TitleId.imdb(SINTEL.imdbId().orElseThrow()));

    assertThat(search(Map.of(), query).releases()).hasSize(3);
  }

  @Test
  void readsAllPagesOfALongAnswer() throws InterruptedException {
    start(SampleTorznab.prowlarr().posts(SamplePosts.generate(60)));

    Report report = search(Map.of(), Query.text("sample"));

    assertThat(report.outcomes().get(0).posts()).isGreaterThan(100).isLessThan(500);
    assertThat(report.releases()).hasSize(report.outcomes().get(0).posts());
    assertThat(endpoint.requests("1/api?t=search"))
        .isEqualTo(1 + report.outcomes().get(0).posts() / 100);
  }

  @Test
  void readsAnIndexerThatIgnoresWhichPageIsAskedForOnlyTwice() throws InterruptedException {
    start(SampleTorznab.prowlarr().posts(SamplePosts.generate(60)).ignoresOffset());

    assertThat(search(Map.of(), Query.text("sample")).releases()).hasSize(100);
    assertThat(endpoint.requests()).hasSize(3);
  }

  @Test
  void readsAnIndexerThatGivesEverythingAtOnce() throws InterruptedException {
    start(SampleTorznab.jackett().posts(SamplePosts.generate(60)).ignoresLimit());

    Report report = search(Map.of(), Query.text("sample"));

    assertThat(report.releases()).hasSizeGreaterThan(100);
    assertThat(endpoint.requests()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void provesThatThereIsNothing() throws InterruptedException {
    assertThat(search(Map.of(), Query.text("matrix")).outcomes().get(0))
        .isInstanceOf(Outcome.Empty.class);
  }

  @Test
  void asksForTheCapsOnceAWeek() throws InterruptedException {
    search(Map.of(), Query.text("sintel"));
    now.updateAndGet(time -> time.plus(Duration.ofDays(6)));
    search(Map.of(), Query.text("nosferatu"));
    assertThat(capsRequests()).isEqualTo(1);

    now.updateAndGet(time -> time.plus(Duration.ofDays(2)));
    search(Map.of(), Query.text("limite"));
    assertThat(capsRequests()).isEqualTo(2);
  }

  @Test
  void forgetsAnErrorThatCameInPlaceOfTheCapsAsSoonAsItIsMended() throws InterruptedException {
    start(SampleTorznab.jackett());
    endpoint.trouble(TorznabTrouble.DISABLED);
    assertThat(search(Map.of(), Query.text("sintel")).outcomes().get(0).describe())
        .contains("Indexer is not configured");

    endpoint.heal();

    assertThat(search(Map.of(), Query.text("sintel")).releases()).hasSize(3);
    int requests = capsRequests();
    search(Map.of(), Query.text("nosferatu"));
    assertThat(capsRequests()).isEqualTo(requests);
  }

  @ParameterizedTest
  @EnumSource(
      value = TorznabTrouble.class,
      names = {"LIMIT_REACHED", "DISABLED", "LOGIN_PAGE", "TRUNCATED", "GARBAGE"})
  void forgetsWhatCameInPlaceOfAFeedAsSoonAsThatIsMended(TorznabTrouble trouble)
      throws InterruptedException {
    start(SampleTorznab.jackett());
    endpoint.trouble("search", trouble, Integer.MAX_VALUE);
    search(Map.of(), Query.text("sintel"));

    endpoint.heal();

    Report healed = search(Map.of(), Query.text("sintel"));
    assertThat(healed.outcomes().get(0)).isInstanceOf(Outcome.Found.class);
    assertThat(healed.outcomes().get(0).posts()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "prowlarr, BUSY, again in 600 s",
    "jackett, BUSY, Too Many Requests",
    "prowlarr, LIMIT_REACHED, Request limit reached",
    "prowlarr, DISABLED, Indexer is disabled",
    "prowlarr, FAILING, status 500",
    "jackett, FAILING, the site is down at X",
    "prowlarr, CHALLENGE, proof of a human being",
    "jackett, LOGIN_PAGE, not a Torznab answer; check the setting torznab.cinema.url",
    "jackett, BAD_GATEWAY, status 502",
    "jackett, GARBAGE, not a Torznab answer"
  })
  void saysWhyThereIsNoAnswer(String face, TorznabTrouble trouble, String said)
      throws InterruptedException {
    start(builder(face));
    endpoint.trouble(trouble);

    Outcome outcome = search(Map.of(), Query.text("sintel")).outcomes().get(0);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.describe()).contains(said);
  }

  @ParameterizedTest
  @CsvSource({"prowlarr, status 401", "jackett, Invalid API Key"})
  void saysThatTheKeyIsWrongAndWhichSettingHoldsIt(String face, String said)
      throws InterruptedException {
    start(builder(face));

    Report report = search(Map.of("torznab.cinema.key", "wrong"), Query.text("sintel"));

    assertThat(report.outcomes().get(0).describe()).contains(said, "torznab.cinema.key");
  }

  @Test
  void anEndpointThatHangsIsCutOffAndHidesNoOther() throws InterruptedException {
    endpoint.trouble("search", TorznabTrouble.HANGING, 1);
    try (SampleSite site = SampleSite.bludv().start();
        Betor betor = library(Map.of("bludv.home", site.home().toString())).open()) {
      Search search = betor.search(Query.text("sintel"));
      while (endpoint.requests().size() < 2 || betor.health().providers().get(0).last().isEmpty()) {
        Thread.onSpinWait();
      }
      search.cancel();

      assertThat(search.report().releases()).hasSize(3);
      assertThat(search.report().outcomes())
          .extracting(outcome -> outcome.getClass().getSimpleName())
          .containsExactly("Found", "CutOff");
    }
  }

  @ParameterizedTest
  @EnumSource(Secrecy.class)
  void keysAndPasskeysAreShownNowhere(Secrecy secrecy) throws InterruptedException {
    start(builder(secrecy.face).key(Secrecy.KEY).passkey(Secrecy.PASSKEY));
    secrecy.prepare(endpoint);
    StringBuilder shown = new StringBuilder();

    try (Logs logs = new Logs(shown);
        Betor betor = alone(Map.of("torznab.cinema.key", secrecy.key)).open()) {
      Report report = betor.search(secrecy.query()).report();
      shown.append(report).append(betor.health()).append(betor.providers());
      report.outcomes().forEach(outcome -> shown.append(outcome).append(outcome.describe()));
      report.releases().forEach(release -> shown.append(shown(release)));
      assertThat(logs.size() > 0).isEqualTo(secrecy != Secrecy.DEAD); // an answer is logged
    }

    assertThat(shown.toString())
        .contains("torznab-cinema", secrecy.shown)
        .doesNotContain(Secrecy.KEY, Secrecy.PASSKEY);
  }

  @ParameterizedTest
  @EnumSource(PasskeyPlace.class)
  void passkeysAreShownNowhereWhereverTheyStand(PasskeyPlace place) throws InterruptedException {
    StringBuilder shown = new StringBuilder();

    for (String face : List.of("prowlarr", "jackett")) {
      for (String passkey : List.of(Secrecy.PASSKEY, Secrecy.HEX_PASSKEY)) {
        start(builder(face).passkey(passkey).passkeyIn(place));
        Report report = search(Map.of(), Query.text("sintel"));
        shown.append(report);
        report.releases().forEach(release -> shown.append(shown(release)));
      }
    }

    assertThat(shown.toString())
        .contains("Sintel.2010")
        .doesNotContain(Secrecy.PASSKEY, Secrecy.HEX_PASSKEY);
  }

  /** Waits for retries in earnest, so a dead endpoint is left to the test above. */
  @ParameterizedTest
  @EnumSource(value = Secrecy.class, mode = EnumSource.Mode.EXCLUDE, names = "DEAD")
  void theCommandLineShowsNoKeysEither(Secrecy secrecy) {
    start(builder(secrecy.face).key(Secrecy.KEY).passkey(Secrecy.PASSKEY));
    secrecy.prepare(endpoint);
    StringWriter shown = new StringWriter();

    try (SampleSite site = SampleSite.bludv().start()) {
      for (String format : List.of("", "--json")) {
        int code =
            Main.run(
                commandLine(site, format, secrecy), new PrintWriter(shown), new PrintWriter(shown));
        assertThat(code).isZero();
      }
    }

    assertThat(shown.toString())
        .contains("Index:", "\"index\"", secrecy.shown)
        .doesNotContain(Secrecy.KEY, Secrecy.PASSKEY);
  }

  /** What happens while nobody may see the keys. */
  private enum Secrecy {
    FOUND_THROUGH_PROWLARR("prowlarr", Secrecy.KEY, "Sintel.2010"),
    FOUND_THROUGH_JACKETT("jackett", Secrecy.KEY, "Sintel.2010"),
    WRONG_KEY("jackett", Secrecy.KEY + "0", "Invalid API Key"),
    REFUSED_KEY("prowlarr", Secrecy.KEY + "0", "status 401"),
    BUSY("jackett", Secrecy.KEY, "Too Many Requests"),
    LOGIN_PAGE("prowlarr", Secrecy.KEY, "not a Torznab answer"),
    NOTHING_FOUND("prowlarr", Secrecy.KEY, "has nothing"),
    DEAD("prowlarr", Secrecy.KEY, "no answer");

    private static final String KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String PASSKEY = "aB3dE5fG7hI9jK1lM3nO5pQ7";
    private static final String HEX_PASSKEY = "9c1d7e3b5a08f264c1e7d93b60a5f8e2";

    private final String face;
    private final String key;
    private final String shown;

    Secrecy(String face, String key, String shown) {
      this.face = face;
      this.key = key;
      this.shown = shown;
    }

    private Query query() {
      return Query.text(this == NOTHING_FOUND ? "matrix" : "sintel");
    }

    private void prepare(SampleTorznab endpoint) {
      switch (this) {
        case BUSY -> endpoint.trouble(TorznabTrouble.BUSY);
        case LOGIN_PAGE -> endpoint.trouble(TorznabTrouble.LOGIN_PAGE);
        case DEAD -> endpoint.close();
        default -> {}
      }
    }
  }

  /** All that the library and its HTTP client log; what the JDK's own says at debug is its own. */
  private static final class Logs extends Handler implements AutoCloseable {
    private static final List<Logger> LOGGERS =
        Stream.of("org.betor", "com.github.mizosoft").map(Logger::getLogger).toList();

    private final StringBuilder shown;
    private final PrintStream errors = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Logs(StringBuilder shown) {
      this.shown = shown;
      System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
      LOGGERS.forEach(logger -> logger.setLevel(Level.ALL));
      Logger.getLogger("").addHandler(this);
    }

    int size() {
      return printed.size();
    }

    @Override
    public synchronized void publish(LogRecord line) {
      Object[] values = Objects.requireNonNullElse(line.getParameters(), new Object[0]);
      shown.append(line.getMessage()).append(Arrays.asList(values)).append(line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      Logger.getLogger("").removeHandler(this);
      LOGGERS.forEach(logger -> logger.setLevel(null));
      System.setErr(errors);
      shown.append(printed.toString(StandardCharsets.UTF_8));
    }
  }

  private static String shown(Release release) {
    return release
        + " "
        + release.key()
        + release.listings()
        + release.magnet().map(magnet -> magnet.withoutSecrets().toString()).orElse("");
  }

  private String[] commandLine(SampleSite site, String format, Secrecy secrecy) {
    return Stream.of(
            "search",
            "--live",
            "--site",
            "bludv,torznab-cinema",
            format,
            "--data",
            folder.toString(),
            "--set",
            "bludv.home=" + site.home(),
            "--set",
            "torznab.cinema.url=" + endpoint.home() + "api?apikey=" + secrecy.key,
            secrecy.query().text())
        .filter(argument -> !argument.isEmpty())
        .toArray(String[]::new);
  }

  private static Set<InfoHash> hashes(Report report) {
    return report.releases().stream()
        .flatMap(release -> release.infoHash().stream())
        .collect(Collectors.toSet());
  }

  private int capsRequests() {
    return (int) endpoint.requests().stream().filter(it -> it.contains("t=caps")).count();
  }

  private static SampleTorznab.Builder builder(String face) {
    return face.equals("jackett") ? SampleTorznab.jackett() : SampleTorznab.prowlarr();
  }

  private void start(SampleTorznab.Builder builder) {
    endpoint.close();
    endpoint = builder.start();
  }

  private Report searchBludvAlone(Map<String, String> settings) throws InterruptedException {
    try (Betor betor =
        Betor.builder(folder)
            .only("bludv")
            .setting("bludv.home", settings.get("bludv.home"))
            .pause(TorznabSearchTest::onlyDeadlinesTakeTime)
            .open()) {
      return betor.search(Query.text("sintel")).report();
    }
  }

  private Report search(Map<String, String> more, Query query) throws InterruptedException {
    Betor.Builder library = more.containsKey("bludv.home") ? library(more) : alone(more);
    try (Betor betor = library.open()) {
      return betor.search(query).report();
    }
  }

  private Betor.Builder alone(Map<String, String> more) {
    return library(more).only("torznab-cinema");
  }

  private Betor.Builder library(Map<String, String> more) {
    Betor.Builder library =
        Betor.builder(folder)
            .setting("torznab.cinema.url", endpoint.home().toString())
            .setting("torznab.cinema.key", endpoint.key())
            .only("bludv", "torznab-cinema")
            .clock((InstantSource) now::get)
            .pause(TorznabSearchTest::onlyDeadlinesTakeTime);
    more.forEach(library::setting);
    return library;
  }

  /** Retries follow at once; a deadline is never reached. */
  private static void onlyDeadlinesTakeTime(Duration time) throws InterruptedException {
    if (time.compareTo(Duration.ofSeconds(60)) >= 0) {
      new CountDownLatch(1).await();
    }
  }
}
