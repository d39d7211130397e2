package org.betor.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.mods.ModProgress;
import org.betor.mods.ModProgress.Phase;
import org.betor.mods.ModSources;
import org.betor.mods.steam.SteamSource;
import org.betor.samples.FakeSteamWeb;
import org.betor.samples.FakeThunderstore;
import org.betor.samples.SteamItems;
import org.betor.samples.ThunderstorePackages;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ModsCommandTest {
  private static final String OLD_MAP = Long.toString(SteamItems.OLD_MAP);

  @TempDir Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @Test
  void requestsAModAndKeepsIt() {
    assertThat(mods("request", OLD_MAP, ThunderstorePackages.LANTERN)).isZero();
    assertThat(err.toString())
        .contains("--live asks", "steam:" + OLD_MAP + "  here", "LanternKit  here");

    assertThat(mods("status", OLD_MAP)).isZero();
    assertThat(out.toString()).startsWith("steam:%s  here".formatted(OLD_MAP)).contains("Old Map");

    assertThat(mods("list", "--named", "lantern")).isZero();
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("thunderstore:Gardeners-LanternKit  2025-06-01");
    assertThat(err.toString()).contains("1 of 1");
  }

  @Test
  void handsArchivesOutAndUnpacksThem() throws IOException {
    assertThat(mods("download", OLD_MAP, "--to", folder.resolve("to").toString())).isZero();
    assertThat(Path.of(out.toString().strip())).isRegularFile().hasExtension("zip");

    assertThat(mods("download", OLD_MAP, "--unpack", "--to=" + folder.resolve("files"))).isZero();
    assertThat(Path.of(out.toString().strip()).resolve("old_map.vpk")).hasSize(300_000);
  }

  @Test
  void plansWhatAModNeedsAndFetchesItWhenItIsTold() {
    assertThat(mods("plan", ThunderstorePackages.WEATHER)).isZero();
    assertThat(out.toString().lines())
        .filteredOn(line -> line.startsWith("fetch"))
        .hasSize(3)
        .last()
        .asString()
        .contains("Old-Harbour-Weather", "size unknown");
    assertThat(out.toString()).contains("missing  thunderstore:Nobody-Gone");

    assertThat(mods("plan", ThunderstorePackages.WEATHER, "--fetch")).isZero();
    assertThat(mods("plan", ThunderstorePackages.WEATHER)).isZero();
    assertThat(out.toString()).doesNotContain("fetch").contains("here     ");
  }

  @Test
  void pinsWhatIsHere() {
    assertThat(mods("pin", OLD_MAP)).isEqualTo(1);
    mods("request", OLD_MAP);
    assertThat(mods("pin", OLD_MAP)).isZero();
    mods("list");
    assertThat(out.toString()).contains("(pinned)");

    assertThat(mods("pin", "--off", OLD_MAP)).isZero();
    mods("list");
    assertThat(out.toString()).doesNotContain("(pinned)");
  }

  @Test
  void saysWhyAModCannotBeHad() {
    assertThat(mods("request", ThunderstorePackages.GONE)).isEqualTo(1);
    assertThat(err.toString()).contains("Nobody-Gone: ");

    assertThat(mods("request", ThunderstorePackages.ESCAPE)).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be unpacked");

    assertThat(mods("request", Long.toString(SteamItems.COLLECTION))).isEqualTo(1);
    assertThat(err.toString()).contains("mods plan steam:" + SteamItems.COLLECTION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"request", "request no*mod", "status https://a.example/", "list --page x"})
  void answersAMisuseWithCode2(String line) {
    assertThat(mods(line.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString().lines()).last().asString().startsWith("betor: ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void showsABarWhileBytesCome() {
    ModKey mod = new ModKey("steam", "7");

    ModProgress half =
        new ModProgress(mod, Phase.FETCHING, 2_000_000, OptionalLong.of(4_000_000), 0);
    assertThat(ModLine.of(half, 45)).isEqualTo("[########--------]  steam:7  2.0 MB of 4.0 MB");
    assertThat(ModLine.of(new ModProgress(mod, Phase.QUEUED, 0, OptionalLong.of(9), 0), 30))
        .isEqualTo("steam:7  queued  0 B          ");
  }

  @Test
  void asksTheServicesThatSettingsNameWhenItIsLive() {
    try (FakeSteamWeb steam = FakeSteamWeb.builder().start();
        FakeThunderstore thunderstore = FakeThunderstore.start()) {
      String[] live = live(steam, thunderstore);

      assertThat(mods(live, "request", OLD_MAP, ThunderstorePackages.LANTERN)).isZero();

      assertThat(err.toString())
          .contains("Real mods", "steam:" + OLD_MAP + "  here", "LanternKit  here");
      assertThat(folder.resolve("data/live")).isDirectory();
      assertThat(folder.resolve("data/samples")).doesNotExist();
    }
  }

  @Test
  void saysWhichServiceDoesNotAnswer() {
    try (FakeSteamWeb steam = FakeSteamWeb.builder().start();
        FakeThunderstore thunderstore = FakeThunderstore.start()) {
      steam.trouble("", Trouble.REFUSED);
      thunderstore.trouble("", Trouble.LIMITED);
      String[] live = live(steam, thunderstore);

      assertThat(mods(live, "request", OLD_MAP, ThunderstorePackages.LANTERN)).isEqualTo(1);

      assertThat(err.toString())
          .contains("steam:" + OLD_MAP + ": Steam's Web API answers with status 403")
          .contains("Thunderstore answers with status 429");
    }
  }

  @Test
  void saysThatSteamCmdIsMissingWhereItIsNeeded() {
    try (FakeSteamWeb steam = FakeSteamWeb.builder().start();
        FakeThunderstore thunderstore = FakeThunderstore.start()) {
      String lantern = Long.toString(SteamItems.LANTERN);

      assertThat(mods(live(steam, thunderstore), "request", lantern)).isEqualTo(1);

      assertThat(err.toString()).contains("SteamCMD", "steam:" + lantern);
    }
  }

  @Test
  void asksTheRealServicesUnlessSettingsSayOtherwise() {
    ModSources sources =
        ModSources.in(ModsCommandTest.class.getClassLoader(), folder, Settings.NONE);

    assertThat(sources.failures()).isEmpty();
    assertThat(sources.found()).extracting(ModSource::id).contains("steam", "thunderstore");
    assertThat(new SteamSource.Factory().settings())
        .extracting(Setting::fallback)
        .contains("https://api.steampowered.com/", "https://steamcommunity.com/");
  }

  private static String[] live(FakeSteamWeb steam, FakeThunderstore thunderstore) {
    Stream<String> sets =
        Stream.concat(
            steam.settings().entrySet().stream().map(Object::toString),
            Stream.of("thunderstore.home=" + thunderstore.home()));
    return Stream.concat(Stream.of("--live"), sets.map("--set="::concat)).toArray(String[]::new);
  }

  @Test
  void keepsSamplesApartFromRealMods() {
    mods("request", OLD_MAP);

    assertThat(folder.resolve("data/samples")).isDirectory();
    assertThat(folder.resolve("data/live")).doesNotExist();
    assertThat(Files.exists(folder.resolve("data/samples-steamcmd"))).isTrue();
  }

  private int mods(String[] options, String command, String... mods) {
    return mods(
        Stream.of(Stream.of(command), Stream.of(options), Stream.of(mods))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  private int mods(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    Stream<String> usual = Stream.of("--data=" + folder.resolve("data"));
    Stream<String> given = Stream.concat(Stream.of("mods"), Stream.of(args));
    return Main.run(
        Stream.concat(given, usual).toArray(String[]::new),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }
}
