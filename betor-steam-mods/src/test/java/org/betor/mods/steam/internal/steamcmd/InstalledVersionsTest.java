package org.betor.mods.steam.internal.steamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.betor.api.mod.ModVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledVersionsTest {
  private static final Instant UPDATED = Instant.ofEpochSecond(1_713_655_641);
  private static final String ITEM =
      "\"AppWorkshop\"\n{\n\t\"appid\"\t\t\"990010\"\n\t\"%s\"\n\t{\n\t\t\"31\"\n\t\t{\n%s\t\t}\n\t}\n}\n";

  @TempDir private Path workshop;

  @Test
  void readsTheManifestOfAFolder() throws IOException {
    assertThat(find(lines("manifest", "1510674945210668253")))
        .contains(new ModVersion("1510674945210668253", UPDATED));
    assertThat(find(lines("Manifest", "18446744073709551615")))
        .contains(new ModVersion("18446744073709551615", UPDATED));
  }

  @Test
  void readsTheHandleOfAFileWithoutItsSign() throws IOException {
    String lines = lines("manifest", "-1") + "\t\t\t\"ugchandle\"\t\t\"-4673088071463086127\"\n";

    assertThat(find(lines)).contains(new ModVersion("13773656002246465489", UPDATED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "", "x", "99999999999999999999", "--1"})
  void readsNothingElse(String manifest) throws IOException {
    assertThat(find(lines("manifest", manifest))).isEmpty();
  }

  @Test
  void readsOnlyWhatIsInstalled() throws IOException {
    Files.writeString(
        workshop.resolve("appworkshop_990010.acf"),
        ITEM.formatted("WorkshopItemDetails", lines("manifest", "1")));

    assertThat(InstalledVersions.find(workshop, "990010", "31")).isEmpty();
    assertThat(InstalledVersions.find(workshop, "990011", "31")).isEmpty();
  }

  @Test
  void readsNoFileOfAnySizeAndNoTimeOfAnyLength() throws IOException {
    assertThat(find(lines("manifest", "1") + " ".repeat(5 << 20))).isEmpty();
    assertThat(find("\"manifest\" \"1\" \"timeupdated\" \"999999999999999\"")).isEmpty();
  }

  private Optional<ModVersion> find(String lines) throws IOException {
    Files.writeString(
        workshop.resolve("appworkshop_990010.acf"),
        ITEM.formatted("WorkshopItemsInstalled", lines));
    return InstalledVersions.find(workshop, "990010", "31");
  }

  private static String lines(String key, String value) {
    return "\t\t\t\"timeupdated\"\t\t\"1713655641\"\n\t\t\t\"%s\"\t\t\"%s\"\n"
        .formatted(key, value);
  }
}
