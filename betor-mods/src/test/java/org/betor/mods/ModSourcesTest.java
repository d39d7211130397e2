package org.betor.mods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.api.spi.Settings;
import org.betor.samples.FakeThunderstore;
import org.betor.samples.ThunderstorePackages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModSourcesTest {
  private static final ClassLoader OURS = ModSourcesTest.class.getClassLoader();

  @TempDir Path folder;

  @Test
  void opensWhatIsThereWithItsSettings() throws Exception {
    try (FakeThunderstore thunderstore = FakeThunderstore.start()) {
      Settings settings = Settings.of(Map.of("thunderstore.home", thunderstore.home().toString()));

      ModSources sources = ModSources.in(OURS, folder, settings);

      assertThat(sources.failures()).isEmpty();
      assertThat(sources.found()).extracting(ModSource::id).containsExactly("thunderstore");
      ModKey mod = sources.found().get(0).parse(ThunderstorePackages.LANTERN).orElseThrow();
      assertThat(sources.found().get(0).details(Set.of(mod)).get(mod))
          .isInstanceOf(ModLookup.Found.class);
    }
  }

  @Test
  void asksTheRealServiceUnlessToldOtherwise() {
    ModSource.Factory factory = new ThunderstoreSource.Factory();

    assertThat(factory.settings())
        .singleElement()
        .satisfies(home -> assertThat(home.fallback()).isEqualTo("https://thunderstore.io/"));
    assertThat(ModSources.in(OURS, folder, Settings.NONE).found()).hasSize(1);
  }

  @Test
  void namesTheSettingThatIsWrong() {
    ModSources sources =
        ModSources.in(OURS, folder, Settings.of(Map.of("thunderstore.home", "no address")));

    assertThat(sources.found()).isEmpty();
    assertThat(sources.failures())
        .singleElement()
        .asString()
        .contains("ThunderstoreSource", "home");
  }

  @Test
  void losesOnlyTheSourceThatIsBroken() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ModSource.Factory.class.getName()), "org.example.Nobody\n");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, OURS)) {

      ModSources sources = ModSources.in(loader, folder, Settings.NONE);

      assertThat(sources.failures()).singleElement().asString().contains("org.example.Nobody");
      assertThat(sources.found()).extracting(ModSource::id).containsExactly("thunderstore");
    }
  }

  @Test
  void thunderstoreIsFoundOnTheClassPathToo() throws Exception {
    try (InputStream file =
        ThunderstoreSource.class.getResourceAsStream(
            "/META-INF/services/" + ModSource.Factory.class.getName())) {
      assertThat(new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip())
          .isEqualTo(ThunderstoreSource.Factory.class.getName());
    }
  }
}
