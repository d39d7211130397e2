package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.api.mod.ModVersion;
import org.betor.samples.FakeThunderstore;
import org.betor.samples.ThunderstorePackage;
import org.betor.samples.ThunderstorePackages;
import org.betor.samples.Trouble;
import org.betor.testkit.ModSourceContract;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ThunderstoreSourceTest implements ModSourceContract {
  private static final String PACKAGES = "api/experimental/package/";
  private static final String DOWNLOADS = "package/download/";
  private static final ModKey LANTERN = key(ThunderstorePackages.LANTERN);

  private final SimulatedTime time = new SimulatedTime();
  private final FakeThunderstore thunderstore = FakeThunderstore.start();
  private final ThunderstoreSource source =
      ThunderstoreSource.builder().home(thunderstore.home()).clock(time).pause(time).build();

  @AfterEach
  void close() {
    thunderstore.close();
  }

  @Override
  public ModSource source() {
    return source;
  }

  @Override
  public Map<String, ModKey> texts() {
    return Map.of(
        "Gardeners-LanternKit-1.2.0",
        LANTERN,
        "https://thunderstore.io/c/moth-lighthouse/p/Gardeners/LanternKit/",
        LANTERN,
        "https://thunderstore.io/c/moth-lighthouse/p/Old-Harbour/Weather/versions/?page=2#top",
        key(ThunderstorePackages.WEATHER),
        "moths.thunderstore.io/package/Gardeners/LanternKit/1.1.0/",
        LANTERN,
        thunderstore.home() + "package/download/Gardeners/LanternKit/1.2.0/",
        LANTERN,
        "ror2mm://v1/install/thunderstore.io/Gardeners/LanternKit/1.2.0/",
        LANTERN);
  }

  @Override
  public Map<ModKey, Map<String, byte[]>> mods() {
    return Map.of(
        LANTERN,
        ThunderstorePackages.named(ThunderstorePackages.LANTERN).files(),
        key(ThunderstorePackages.WEATHER),
        ThunderstorePackages.named(ThunderstorePackages.WEATHER).files());
  }

  @Override
  public ModKey absent() {
    return key(ThunderstorePackages.GONE);
  }

  @Override
  public ModDetails hostile() throws InterruptedException {
    return details(key(ThunderstorePackages.ESCAPE));
  }

  @Override
  public void leaveOut(ModKey mod) {
    thunderstore.trouble(PACKAGES + mod.id().replaceFirst("-([^-]+)$", "/$1"), Trouble.BUSY);
  }

  @Override
  public void breakDown() {
    thunderstore.trouble("", Trouble.OTHER_LAYOUT);
  }

  @Override
  public void recover() {
    thunderstore.heal();
  }

  @Test
  void saysWhatItKnowsOfAPackage() throws Exception {
    ModDetails mod = details(key(ThunderstorePackages.WEATHER));

    assertThat(mod.name()).isEqualTo("Weather");
    assertThat(mod.version())
        .isEqualTo(new ModVersion("2.0.0", Instant.parse("2025-06-01T08:00:00.123456Z")));
    assertThat(mod.description()).isEqualTo("Rain, and more of it.");
    assertThat(mod.game()).contains("moth-lighthouse");
    assertThat(mod.tags()).containsExactly("Deprecated", "Light & Shade", "Tools");
    assertThat(mod.created()).contains(Instant.parse("2024-02-29T10:11:12.000001Z"));
    assertThat(mod.pictures()).hasSize(1);
    assertThat(mod.sizeBytes()).isEmpty();
    assertThat(mod.needs())
        .contains(
            List.of(LANTERN, key(ThunderstorePackages.LIBRARY), key(ThunderstorePackages.GONE)));
  }

  @Test
  void knowsTheGameOfACommunity() throws Exception {
    Game game = source.game("moth-lighthouse").orElseThrow();

    assertThat(game.name()).isEqualTo("Moth Lighthouse");
    assertThat(game.summary()).isEqualTo("Keep the light.");
    assertThat(game.logo()).isPresent();
    assertThat(source.game("no-such-community")).isEmpty();
  }

  @Test
  void seesANewVersion() throws Exception {
    ModVersion before = details(LANTERN).version();
    thunderstore.put(
        ThunderstorePackage.of("Gardeners", "LanternKit", "1.10.0").file("a.txt", "a").build());

    assertThat(details(LANTERN).version()).matches(after -> !after.isSameContentAs(before));
  }

  @Test
  void waitsAsLongAsItIsAskedToAndLeavesAServiceAloneThatAsksForMore() throws Exception {
    thunderstore.trouble(PACKAGES, Trouble.BUSY, 2);
    assertThat(details(LANTERN).key()).isEqualTo(LANTERN);
    assertThat(thunderstore.requests(PACKAGES)).isEqualTo(3);

    thunderstore.trouble(PACKAGES, Trouble.LIMITED, 1);
    assertThatThrownBy(() -> details(LANTERN))
        .isInstanceOfSatisfying(
            ModException.class,
            limited -> {
              assertThat(limited.reason()).isEqualTo(Reason.LIMITED);
              assertThat(limited.retryAfter()).contains(Duration.ofMinutes(10));
            });
    int asked = thunderstore.requests(PACKAGES);
    assertThatThrownBy(() -> details(LANTERN)).isInstanceOf(ModException.class);
    assertThat(thunderstore.requests(PACKAGES)).isEqualTo(asked);

    time.advance(Duration.ofMinutes(10));
    assertThat(details(LANTERN).key()).isEqualTo(LANTERN);
  }

  @Test
  void leavesTheRestOutAfterMuchTrouble() throws Exception {
    thunderstore.trouble(PACKAGES + "Old-Harbour", Trouble.LIMITED);
    ModKey last = key("Team-Zebra");

    assertThat(source.details(Set.of(LANTERN, key(ThunderstorePackages.WEATHER), last)))
        .containsOnlyKeys(LANTERN);
    assertThat(thunderstore.requests(PACKAGES + "Team/Zebra")).isZero();
  }

  @Test
  void doesNotAskTooOften() throws Exception {
    Instant start = time.instant();
    for (int count = 0; count < 30; count++) {
      details(LANTERN);
    }

    assertThat(Duration.between(start, time.instant())).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"full_name\":\"Gardeners-LanternKit\"",
        "{\"full_name\":\"Gardeners-LanternKit\",\"latest\":null}",
        "{\"full_name\":\"Gardeners-LanternKit\",\"latest\":{\"version_number\":\"../1\","
            + "\"date_created\":\"2025-01-01T00:00:00Z\"}}",
        "{\"full_name\":\"Gardeners-LanternKit\",\"latest\":{\"version_number\":\"1.0.0\","
            + "\"date_created\":\"yesterday\"}}",
        "{\"full_name\":\"Others-LanternKit\",\"latest\":{\"version_number\":\"1.0.0\","
            + "\"date_created\":\"2025-01-01T00:00:00Z\"}}"
      })
  void takesAnAnswerThatMakesNoSenseForNone(String json) {
    thunderstore.say(ThunderstorePackages.LANTERN, json);

    assertThatThrownBy(() -> details(LANTERN))
        .isInstanceOfSatisfying(
            ModException.class,
            failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_LAYOUT", "TRUNCATED", "GARBAGE", "NULL", "CUT_CONNECTION"})
  void saysThatThunderstoreIsNotToBeHad(Trouble trouble) {
    thunderstore.trouble(PACKAGES, trouble);

    assertThatThrownBy(() -> details(LANTERN))
        .isInstanceOfSatisfying(
            ModException.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE))
        .hasMessageContaining("Thunderstore");
  }

  @Test
  void readsNoAnswerWithoutEnd() {
    for (String json :
        List.of("[".repeat(100_000), "{\"a\":\"" + "b".repeat(5 << 20), "{\"a\":{".repeat(1000))) {
      thunderstore.say(ThunderstorePackages.LANTERN, json);
      assertThatThrownBy(() -> details(LANTERN)).isInstanceOf(ModException.class);
    }
  }

  @Test
  void makesTheBestOfFieldsOfAnotherKind() throws Exception {
    thunderstore.say(
        ThunderstorePackages.LANTERN,
        "{\"full_name\":\"Gardeners-LanternKit\",\"community_listings\":7,\"is_deprecated\":[],"
            + "\"latest\":{\"version_number\":\"1.0.0\",\"date_created\":\"2025-01-01T00:00:00Z\","
            + "\"icon\":{},\"dependencies\":[1,null,\"no name\",\"../x-y-1.0.0\"],"
            + "\"download_url\":\"file:///etc/hosts\"}}");

    ModDetails mod = details(LANTERN);

    assertThat(mod.tags()).isEmpty();
    assertThat(mod.needs()).contains(List.of());
    assertThat(mod.file()).isEmpty();
    assertThat(mod.pictures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, ABSENT",
    "REFUSED, DENIED",
    "LIMITED, LIMITED",
    "SERVER_ERROR, UNREACHABLE",
    "OTHER_LAYOUT, DAMAGED"
  })
  void saysWhyNoArchiveCame(Trouble trouble, Reason reason, @TempDir Path folder) throws Exception {
    ModDetails mod = details(LANTERN);
    thunderstore.trouble(DOWNLOADS, trouble);

    assertReason(reason, mod, folder);
  }

  @Test
  void takesAnArchiveOfAnotherSizeForDamaged(@TempDir Path folder) throws Exception {
    ModDetails mod = details(LANTERN);
    byte[] whole = ThunderstorePackages.named(ThunderstorePackages.LANTERN).zip();
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;

    thunderstore.trouble("repository/", Trouble.CUT_CONNECTION, 1);
    assertReason(Reason.UNREACHABLE, mod, Files.createDirectory(folder.resolve("cut")));
    thunderstore.send(ThunderstorePackages.LANTERN, Arrays.copyOf(whole, whole.length / 2));
    assertReason(Reason.DAMAGED, mod, Files.createDirectory(folder.resolve("half")));
    thunderstore.send(ThunderstorePackages.LANTERN, changed);
    assertReason(Reason.DAMAGED, mod, Files.createDirectory(folder.resolve("changed")));
  }

  @Test
  void unpacksNoHostileArchive(@TempDir Path folder) throws Exception {
    for (String name :
        List.of("../up.txt", "/etc/up.txt", "a/../../up.txt", "..\\..\\up.txt", "nul")) {
      ThunderstorePackage one =
          ThunderstorePackage.of("Gardeners", "LanternKit", "1.2.0").file(name, "out").build();
      thunderstore.send(ThunderstorePackages.LANTERN, one.zip());

      assertReason(Reason.UNSAFE, details(LANTERN), Files.createTempDirectory(folder, "mod"));
    }
  }

  @Test
  void unpacksNoLinksAndNoBombs(@TempDir Path folder) throws Exception {
    byte[] target = "/etc/passwd".getBytes(UTF_8);
    ZipArchiveEntry link = HostileZip.claim("link", target);
    link.setUnixMode(0120777);
    ZipArchiveEntry vast = HostileZip.claim("vast", target);
    vast.setSize(40L << 30);
    ZipArchiveEntry liar = HostileZip.claim("liar", target);

    assertRefused(Reason.UNSAFE, link, target, folder);
    assertRefused(Reason.UNSAFE, vast, target, folder);
    assertRefused(Reason.DAMAGED, liar, new byte[5_000_000], folder);
  }

  private void assertRefused(Reason reason, ZipArchiveEntry claim, byte[] plain, Path folder)
      throws Exception {
    Path zip = folder.resolve(claim.getName() + ".zip");
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("manifest.json", new byte[2]).raw(claim, HostileZip.bzip2(plain));
    }
    thunderstore.send(ThunderstorePackages.LANTERN, Files.readAllBytes(zip));
    Path files = Files.createTempDirectory(folder, "mod");

    assertReason(reason, details(LANTERN), files);

    assertThat(files.resolve(claim.getName())).doesNotExist();
  }

  @Test
  void takesFilesWhateverTheyAreCalled(@TempDir Path folder) throws Exception {
    thunderstore.send(
        ThunderstorePackages.LANTERN,
        ThunderstorePackage.of("Gardeners", "LanternKit", "1.2.0")
            .file(".betor-files/.betor-files_", "a")
            .file(".betor-archive", "b")
            .file("written\\on\\windows.txt", "c")
            .build()
            .zip());

    source.fetch(details(LANTERN), folder, bytes -> {});

    assertThat(folder.resolve(".betor-files/.betor-files_")).hasContent("a");
    assertThat(folder.resolve(".betor-archive")).hasContent("b");
    assertThat(folder.resolve("written/on/windows.txt")).hasContent("c");
    assertThat(folder.toFile().list()).hasSize(3);
  }

  @Test
  void fetchesFromNoOtherHost(@TempDir Path folder) throws Exception {
    for (String address :
        List.of(
            "http://127.0.0.1:1/a.zip",
            "http://gcdn.thunderstore.io/a.zip",
            "https://thunderstore.io.elsewhere.example/a.zip",
            "https://192.168.0.1/a.zip")) {
      assertReason(
          Reason.UNSAFE, details(LANTERN).with().file(URI.create(address)).build(), folder);
    }
  }

  @Test
  void tellsHowMuchOfTheArchiveIsHere(@TempDir Path folder) throws Exception {
    List<Long> progress = new ArrayList<>();

    source.fetch(details(LANTERN), folder, progress::add);

    long size = ThunderstorePackages.named(ThunderstorePackages.LANTERN).zip().length;
    assertThat(progress).isSorted().endsWith(size);
  }

  @Test
  void isASourceOfALibraryWithAllThatAPackageNeeds(@TempDir Path folder) throws Exception {
    try (ModLibrary library = ModLibrary.open(folder, source)) {
      ModPlan plan = library.plan(library.parse(ThunderstorePackages.WEATHER).orElseThrow());
      library.request(plan);

      assertThat(plan.missing()).containsOnlyKeys(key(ThunderstorePackages.GONE));
      assertThat(plan.fetched()).hasSize(3);
      for (ModDetails mod : plan.fetched()) {
        assertThat(library.await(mod.key(), Duration.ofSeconds(50)))
            .isInstanceOfSatisfying(Local.Ready.class, ready -> ready.archive().close());
      }
    }
  }

  @Test
  void isOnlyAtAnAddressOfTheWeb() {
    for (String home : List.of("ftp://thunderstore.io/", "https:///", "https://a.example/b")) {
      assertThatThrownBy(() -> ThunderstoreSource.builder().home(URI.create(home)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void assertReason(Reason reason, ModDetails mod, Path folder) {
    assertThatThrownBy(() -> source.fetch(mod, folder, bytes -> {}))
        .isInstanceOfSatisfying(
            ModException.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }

  private ModDetails details(ModKey mod) throws InterruptedException {
    if (source.details(Set.of(mod)).get(mod) instanceof ModLookup.Found found) {
      return found.details();
    }
    throw new AssertionError(mod + " was not found");
  }

  private static ModKey key(String id) {
    return new ModKey("thunderstore", id);
  }
}
