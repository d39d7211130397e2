package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.betor.samples.SteamRequest;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LegacyFilesTest {
  private static final int MAP_BYTES = 300_000;

  private final Workshop workshop = new Workshop();
  private final SteamSource source = workshop.source().build();
  private final List<Long> progress = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void fetchesTheFileUnderItsName() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);

    assertThat(source.fetch(map, folder, progress::add)).isEqualTo(map.version());

    assertThat(names()).containsExactly("old_map.vpk");
    assertThat(folder.resolve("old_map.vpk")).hasSize(MAP_BYTES);
    assertThat(progress).isSorted().endsWith((long) MAP_BYTES);
  }

  @Test
  void goesOnWhereItBrokeOff() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.trouble("ugc/", Trouble.CUT_CONNECTION, 1);
    assertReason(Reason.TIMED_OUT, map);
    long half = Files.size(folder.resolve(".betor-part"));

    source.fetch(map, folder, progress::add);

    assertThat(half).isPositive().isLessThan(MAP_BYTES);
    assertThat(workshop.web.requests("ugc/").get(1).headers())
        .containsEntry("Range", "bytes=%d-".formatted(half));
    assertThat(names()).containsExactly("old_map.vpk");
    assertThat(Files.readAllBytes(folder.resolve("old_map.vpk"))).isEqualTo(bytes());
  }

  @Test
  void keepsThePartWhileTheServerIsBusy() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.trouble("ugc/", Trouble.CUT_CONNECTION, 1);
    assertReason(Reason.TIMED_OUT, map);
    workshop.web.trouble("ugc/", Trouble.BUSY, 1);
    assertReason(Reason.TIMED_OUT, map);

    source.fetch(map, folder, progress::add);

    assertThat(workshop.web.requests("ugc/").get(2).headers()).containsKey("Range");
    assertThat(Files.readAllBytes(folder.resolve("old_map.vpk"))).isEqualTo(bytes());
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.close();

    assertReason(Reason.UNREACHABLE, map);
  }

  @Test
  void beginsAnewWhenTheFileChangedMeanwhile() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.trouble("ugc/", Trouble.CUT_CONNECTION, 1);
    assertReason(Reason.TIMED_OUT, map);
    Files.writeString(folder.resolve(".betor-part-tag"), "\"another\"");

    source.fetch(map, folder, progress::add);

    assertThat(Files.readAllBytes(folder.resolve("old_map.vpk"))).isEqualTo(bytes());
  }

  @Test
  void asksForNoRestWithoutAStrongTag() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    Files.write(folder.resolve(".betor-part"), new byte[10]);
    Files.writeString(folder.resolve(".betor-part-tag"), "W/\"weak\"\r\nX: y");

    source.fetch(map, folder, progress::add);

    assertThat(workshop.web.requests("ugc/"))
        .extracting(SteamRequest::headers)
        .noneMatch(headers -> headers.containsKey("Range") || headers.containsKey("X"));
    assertThat(Files.readAllBytes(folder.resolve("old_map.vpk"))).isEqualTo(bytes());
  }

  @Test
  void takesAPartThatIsTheWholeForTheWhole() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.trouble("ugc/", Trouble.CUT_CONNECTION, 1);
    assertReason(Reason.TIMED_OUT, map);
    Files.write(folder.resolve(".betor-part"), bytes());

    source.fetch(map, folder, progress::add);

    assertThat(Files.readAllBytes(folder.resolve("old_map.vpk"))).isEqualTo(bytes());
  }

  @Test
  void putsNoFileOutsideTheFolderWhateverItIsCalled() throws Exception {
    for (String name : List.of("../../up.txt", "..", "/etc/hosts", "a\\..\\b\\", "CON.txt", "")) {
      Path inside = Files.createTempDirectory(folder, "inside");
      ModDetails map = workshop.details(SteamItems.OLD_MAP).with().fileName(name).build();

      source.fetch(map, inside, progress::add);

      try (Stream<Path> files = Files.list(inside)) {
        assertThat(files).singleElement().satisfies(file -> assertThat(file).isRegularFile());
      }
    }
    assertThat(names()).allMatch(name -> name.startsWith("inside"));
  }

  @Test
  void takesAFileOfAnotherSizeForDamaged() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);

    assertReason(Reason.DAMAGED, map.with().sizeBytes(MAP_BYTES - 1).build());
    assertThat(folder.resolve(".betor-part").toFile().length()).isLessThan(MAP_BYTES);
    assertReason(Reason.DAMAGED, map.with().sizeBytes(MAP_BYTES + 1).build());
  }

  @Test
  void keepsAFileOfAnotherHashThanItsAddressNames() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.put(
        SteamItem.mod(8, SteamItems.GAME, "Other").legacyFile("o", new byte[] {1}).build());
    URI other = workshop.details(8).file().orElseThrow();
    ModDetails wrong = map.with().file(other).sizeBytes(1).build();

    source.fetch(wrong, folder, progress::add);

    assertThat(folder.resolve("old_map.vpk")).hasSize(1);
  }

  @Test
  void fetchesFromNoOtherHost() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    for (String address :
        List.of(
            "http://127.0.0.1:1/ugc/",
            "https://192.168.0.1/ugc/",
            "https://steamusercontent.com.elsewhere.example/",
            "http://steamusercontent-a.akamaihd.net/ugc/")) {
      assertReason(Reason.UNSAFE, map.with().file(URI.create(address)).build());
    }
  }

  @Test
  void saysWhyThereIsNoFile() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    workshop.web.trouble("ugc/", Trouble.MISSING, 1);
    assertReason(Reason.ABSENT, map);
    workshop.web.trouble("ugc/", Trouble.REFUSED, 1);
    assertReason(Reason.DENIED, map);
    workshop.web.trouble("ugc/", Trouble.LIMITED, 1);
    assertThatThrownBy(() -> source.fetch(map, folder, progress::add))
        .isInstanceOfSatisfying(
            ModException.class,
            limited -> {
              assertThat(limited.reason()).isEqualTo(Reason.LIMITED);
              assertThat(limited.retryAfter()).contains(Duration.ofMinutes(10));
            });
    workshop.web.trouble("ugc/", Trouble.BUSY, 1);
    assertReason(Reason.UNREACHABLE, map);
  }

  @Test
  void fetchesNoCollectionAndNoFolderWithoutAFetcher() throws Exception {
    assertReason(Reason.ABSENT, workshop.details(SteamItems.COLLECTION));
    assertReason(Reason.NOT_INSTALLED, workshop.details(SteamItems.LANTERN));
  }

  @Test
  void tellsTheDisksTroubleFromTheNetworks() throws Exception {
    ModDetails map = workshop.details(SteamItems.OLD_MAP);
    Path none = folder.resolve("none");

    assertThatThrownBy(() -> source.fetch(map, none, progress::add))
        .isInstanceOf(IOException.class);
  }

  private void assertReason(Reason reason, ModDetails mod) {
    assertThatThrownBy(() -> source.fetch(mod, folder, progress::add))
        .isInstanceOfSatisfying(ModException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static byte[] bytes() {
    return SteamItems.item(SteamItems.OLD_MAP).files().values().iterator().next();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
