package org.betor.mods.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.betor.api.mod.ModException;
import org.betor.mods.Compression;
import org.betor.mods.ModArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class PackerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFileComesBackAsItWas(Compression compression) throws Exception {
    Path mod = ModFolder.at(folder.resolve("mod")).withEverything().path();
    Path zip = folder.resolve("mod.zip");

    Packed packed = new Packer(compression, 2).pack(mod, zip, bytes -> {});

    try (ModArchive archive = ModArchive.open(zip)) {
      archive.extractTo(folder.resolve("copy"));
    }
    Map<String, String> sums = ModFolder.sums(mod);
    assertThat(ModFolder.sums(folder.resolve("copy"))).isEqualTo(sums);
    assertThat(sumsOf(packed)).isEqualTo(sums);
    assertThat(packed.zipBytes()).isEqualTo(Files.size(zip));
    assertThat(packed.sha256()).isEqualTo(ModFolder.sums(folder).get("mod.zip"));
  }

  private static Map<String, String> sumsOf(Packed packed) {
    return packed.files().stream()
        .collect(Collectors.toMap(PackedFile::name, PackedFile::sha256, (a, b) -> a, TreeMap::new));
  }

  @Test
  void compressesWithBzip2() throws Exception {
    Path mod = ModFolder.at(folder.resolve("mod")).with("a.txt", new byte[5_000]).path();
    Path zip = folder.resolve("mod.zip");

    Packer.onAllCores(Compression.BZIP2).pack(mod, zip, bytes -> {});

    try (ZipFile opened = ZipFile.builder().setPath(zip).get()) {
      ZipArchiveEntry entry = opened.getEntry("a.txt");
      assertThat(entry.getMethod()).isEqualTo(12);
      assertThat(entry.getCompressedSize()).isLessThan(100);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalFilesGiveEqualBytesHoweverManyThreads(Compression compression) throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("b/noise.bin", ModFolder.noise(1_200_000)).with("b.txt", "b".getBytes(UTF_8));
    ModFolder other = ModFolder.at(folder.resolve("other"));
    other.with("b.txt", "b".getBytes(UTF_8)).with("b/noise.bin", ModFolder.noise(1_200_000));
    Files.setLastModifiedTime(other.path().resolve("b.txt"), FileTime.fromMillis(-99_999_999_999L));

    Packed one = new Packer(compression, 1).pack(mod.path(), folder.resolve("1.zip"), bytes -> {});
    Packed two =
        new Packer(compression, 3).pack(other.path(), folder.resolve("2.zip"), bytes -> {});

    assertThat(folder.resolve("2.zip")).hasSameBinaryContentAs(folder.resolve("1.zip"));
    assertThat(two).isEqualTo(one);
  }

  @Test
  void aFileMayBeLargerThanItsRoomInMemory() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("a.bin", ModFolder.noise(9 << 20)).with("b.bin", ModFolder.noise(10 << 20));
    mod.with("c.bin", ModFolder.noise(1 << 20));

    new Packer(Compression.STORE, 2).pack(mod.path(), folder.resolve("mod.zip"), bytes -> {});

    try (ModArchive archive = ModArchive.open(folder.resolve("mod.zip"))) {
      archive.extractTo(folder.resolve("copy"));
    }
    assertThat(ModFolder.sums(folder.resolve("copy"))).isEqualTo(ModFolder.sums(mod.path()));
    assertThat(namesIn(folder)).containsExactlyInAnyOrder("mod", "mod.zip", "copy");
  }

  @Test
  void theTimeZoneDoesNotMatter() throws Exception {
    Path mod = ModFolder.at(folder.resolve("mod")).with("a.txt", new byte[9]).path();
    TimeZone usual = TimeZone.getDefault();
    List<String> sums = new ArrayList<>();
    try {
      for (String zone : List.of("UTC", "Pacific/Kiritimati", "Africa/Monrovia")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Packed packed =
            new Packer(Compression.BZIP2, 1).pack(mod, folder.resolve("mod.zip"), bytes -> {});
        sums.add(packed.sha256());
      }
    } finally {
      TimeZone.setDefault(usual);
    }

    assertThat(sums).hasSize(3).containsOnly(sums.get(0));
  }

  @Test
  void theSumOfTheContentIsThatOfItsSums() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("b", "b".getBytes(UTF_8)).with("a/c", new byte[0]);

    Packed packed = pack(mod);

    String lines =
        """
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/c
        3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b
        """;
    Path sums = ModFolder.at(folder.resolve("sums")).with("sums", lines.getBytes(UTF_8)).path();
    assertThat(packed.contentSha256()).isEqualTo(ModFolder.sums(sums).get("sums"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "con.txt",
        "Aux",
        "lpt1.tar.gz",
        "a\\b",
        "C:win.txt",
        "end ",
        "end.",
        "line\nbreak",
        "..."
      })
  void refusesUnsafeNamesAndSaysWhich(String name) throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod")).with("Defs/" + name, new byte[1]);

    assertThatThrownBy(() -> pack(mod))
        .asInstanceOf(type(ModException.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(ModException.Reason.UNSAFE);
              assertThat(refusal).hasMessageContaining("Defs/" + name.replace('\n', '?'));
            });
    assertThat(namesIn(folder)).containsExactly("mod");
  }

  @Test
  void refusesTwoNamesThatAreOneOnOtherSystems() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("Defs/Cup.xml", new byte[1]).with("defs/CUP.xml", new byte[1]);
    assumeTrue(ModFolder.sums(mod.path()).size() == 2, "here they are one, too");

    assertThatThrownBy(() -> pack(mod))
        .isInstanceOf(ModException.class)
        .hasMessageContaining("case");
  }

  @Test
  void leavesLinksOutAndSaysSo() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "not of the mod");
    ModFolder mod = ModFolder.at(folder.resolve("mod")).with("a.txt", new byte[1]);
    Files.createSymbolicLink(mod.path().resolve("link.txt"), secret);
    Files.createSymbolicLink(mod.path().resolve("around"), folder);

    Packed packed = pack(mod);

    assertThat(packed.files()).extracting(PackedFile::name).containsExactly("a.txt");
    assertThat(packed.leftOut()).containsExactlyInAnyOrder("link.txt", "around");
  }

  @Test
  void aModWithoutFilesIsNone() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    Files.createDirectories(mod.path().resolve("Defs/Empty"));

    assertThatThrownBy(() -> pack(mod))
        .isInstanceOf(ModException.class)
        .hasMessageContaining("no file");
  }

  @Test
  void anInterruptLeavesNothingButWhatWasThere() throws Exception {
    Files.writeString(folder.resolve("mod.zip"), "the archive of before");
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("noise.bin", ModFolder.noise(12 << 20)).with("small.txt", new byte[1]);
    Packer packer = new Packer(Compression.STORE, 2);

    assertThatThrownBy(
            () ->
                packer.pack(
                    mod.path(),
                    folder.resolve("mod.zip"),
                    bytes -> {
                      if (bytes > 9 << 20) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(namesIn(folder)).containsExactlyInAnyOrder("mod", "mod.zip");
    assertThat(folder.resolve("mod.zip")).hasContent("the archive of before");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("betor-mods-pack");
  }

  @Test
  void takesThePlaceOfWhatAKilledProgramLeft() throws Exception {
    Files.write(folder.resolve("mod.zip.part"), new byte[5_000_000]);
    ModFolder mod = ModFolder.at(folder.resolve("mod")).with("a.txt", new byte[1]);

    pack(mod);

    assertThat(namesIn(folder)).containsExactlyInAnyOrder("mod", "mod.zip");
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    mod.with("a.bin", ModFolder.noise(3_000_000)).with("b.bin", ModFolder.noise(1_000));
    List<Long> told = new ArrayList<>();

    new Packer(Compression.BZIP2, 2).pack(mod.path(), folder.resolve("mod.zip"), told::add);

    assertThat(told).hasSizeGreaterThan(3).isSorted().endsWith(3_001_000L);
  }

  private Packed pack(ModFolder mod) throws IOException, InterruptedException {
    return new Packer(Compression.BZIP2, 2)
        .pack(mod.path(), folder.resolve("mod.zip"), bytes -> {});
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).toList();
    }
  }
}
