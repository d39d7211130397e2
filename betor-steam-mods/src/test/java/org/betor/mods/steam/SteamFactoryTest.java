package org.betor.mods.steam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModSource;
import org.betor.api.spi.Fetcher;
import org.betor.api.spi.Host;
import org.betor.api.spi.Pause;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;
import org.betor.samples.FakeSteamCmd;
import org.betor.samples.FakeSteamWeb;
import org.betor.samples.SteamItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SteamFactoryTest {
  private final Map<String, String> settings = new HashMap<>();
  @TempDir private Path folder;

  @Test
  void isFoundOnTheModulePathAndOnTheClassPath() throws IOException {
    String service = ModSource.Factory.class.getName();
    String factory = SteamSource.Factory.class.getName();

    assertThat(SteamSource.class.getModule().getDescriptor().provides())
        .extracting(Provides::service, Provides::providers)
        .containsExactly(tuple(service, List.of(factory)));
    try (InputStream file =
        SteamSource.class.getResourceAsStream("/META-INF/services/" + service)) {
      assertThat(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip())
          .isEqualTo(factory);
    }
  }

  @Test
  void opensASourceThatAsksAndFetchesWhereTheSettingsSay() throws Exception {
    FakeSteamCmd program = FakeSteamCmd.in(folder.resolve("program"), SteamItems.all());
    try (FakeSteamWeb web = FakeSteamWeb.builder().start()) {
      settings.putAll(web.settings());
      settings.put("steam.key", web.key());
      settings.put("steam.steamcmd", String.join("\n", program.launcher()));
      ModSource steam = open();
      String page = web.home() + "sharedfiles/filedetails/?id=3100000001";

      ModDetails lantern = Workshop.details(steam, SteamItems.LANTERN);
      Path files = Files.createDirectory(folder.resolve("files"));

      assertThat(steam.parse(page)).contains(Workshop.key(SteamItems.LANTERN));
      assertThat(lantern.needs()).isPresent();
      assertThat(steam.fetch(lantern, files, bytes -> {})).isEqualTo(lantern.version());
      assertThat(files.resolve("About").resolve("About.xml")).exists();
    }
  }

  @Test
  void namesTheSettingThatIsWrongAndRepeatsNoKey() {
    settings.put("steam.api", "no address");
    assertThatThrownBy(this::open).hasMessageContaining("api");
    settings.put("steam.api", "ftp://127.0.0.1/");
    assertThatThrownBy(this::open).isInstanceOf(IllegalArgumentException.class);
    settings.remove("steam.api");
    settings.put("steam.key", "secret&x=y");
    assertThatThrownBy(this::open).hasMessageNotContaining("secret");
  }

  @Test
  void saysWhichProgramIsMissingAndWhatToDo() throws Exception {
    try (FakeSteamWeb web = FakeSteamWeb.builder().start()) {
      settings.putAll(web.settings());
      assertThatThrownBy(() -> fetchLantern(open())).hasMessageContaining("install SteamCMD");
      settings.put("steam.steamcmd", folder.resolve("nothing").toString());
      assertThatThrownBy(() -> fetchLantern(open()))
          .hasMessageContaining(folder.resolve("nothing").toString())
          .hasMessageContaining("install");
    }
  }

  private void fetchLantern(ModSource steam) throws Exception {
    Path files = Files.createTempDirectory(folder, "files");
    steam.fetch(Workshop.details(steam, SteamItems.LANTERN), files, bytes -> {});
  }

  private ModSource open() {
    return new SteamSource.Factory().open(new Settled());
  }

  private final class Settled implements Host {
    @Override
    public Settings settings() {
      return Settings.of(settings).of("steam");
    }

    @Override
    public InstantSource clock() {
      return InstantSource.system();
    }

    @Override
    public Pause pause() {
      return Pause.SLEEPING;
    }

    @Override
    public Path folder(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Store store(String name, Store.Bound bound) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Fetcher fetcher() {
      throw new UnsupportedOperationException();
    }
  }
}
