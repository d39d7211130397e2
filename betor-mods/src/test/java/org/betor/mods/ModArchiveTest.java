package org.betor.mods;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.betor.mods.internal.archive.ModFolder;
import org.betor.mods.internal.archive.Packer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModArchiveTest {
  private static final String CUP_TEXT = "A teacup, on Mars. ".repeat(20);
  private static final byte[] CUP = CUP_TEXT.getBytes(UTF_8);

  @TempDir private Path folder;
  private Path zip;

  @BeforeEach
  void nameIt() {
    zip = folder.resolve("cups.zip");
  }

  @Test
  void showsAndReadsItsFiles() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("About/About.xml", CUP).file("empty", new byte[0]);
    }

    try (ModArchive archive = ModArchive.open(zip)) {
      assertThat(archive.entries())
          .containsExactly(
              new ModArchive.Entry("About/About.xml", CUP.length),
              new ModArchive.Entry("empty", 0));
      try (InputStream in = archive.open("About/About.xml")) {
        assertThat(in.read()).isEqualTo('A');
        assertThat(in.readAllBytes()).hasSize(CUP.length - 1);
      }
      assertThatThrownBy(() -> archive.open("Cup"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Cup");
    }
  }

  @Test
  void readsWhatTheJdkWrites() throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("Defs/"));
      out.putNextEntry(new ZipEntry("Defs/cup.xml"));
      out.write(CUP);
    }

    try (ModArchive archive = ModArchive.open(zip)) {
      archive.extractTo(folder.resolve("copy"));
    }
    assertThat(folder.resolve("copy/Defs/cup.xml")).hasBinaryContent(CUP);
  }

  @Test
  void isReadByManyThreadsAtOnce() throws Exception {
    ModFolder mod = ModFolder.at(folder.resolve("mod"));
    for (int i = 0; i < 500; i++) {
      mod.with("cup-" + i, ("cup " + i).getBytes(UTF_8));
    }
    new Packer(Compression.DEFLATE, 1).pack(mod.path(), zip, bytes -> {});
    ExecutorService threads = Executors.newFixedThreadPool(8);

    try (ModArchive archive = ModArchive.open(zip)) {
      List<Callable<String>> readings =
          archive.entries().stream()
              .<Callable<String>>map(entry -> () -> text(archive, entry.name()))
              .toList();
      for (Future<String> text : threads.invokeAll(readings)) {
        assertThat(text.get()).startsWith("cup ");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static String text(ModArchive archive, String name) throws IOException {
    try (InputStream in = archive.open(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "/abs.txt",
        "ok/../../up.txt",
        "C:\\win.txt",
        "a\\..\\..\\b.txt",
        "nul:ads",
        "con.txt",
        "NUL",
        "deep/com1.tar.gz",
        "trail. ",
        "trail.",
        "a//b",
        "./a",
        "a/.",
        "tab\there",
        "nul\0byte"
      })
  void refusesNamesThatAreNotSafeEverywhere(String name) throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("good.txt", CUP).file(name, CUP);
    }

    assertRefused("cups.zip has \"");
  }

  @Test
  void refusesNamesThatAreTooLong() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("ü".repeat(128), CUP);
    }
    assertRefused("255 bytes");

    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("deep/".repeat(900) + "cup", CUP);
    }
    assertRefused("4096 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cup.xml", "Cup.XML", "cup.xml/handle", "CUP.xml/handle"})
  void refusesTwoFilesInOnePlace(String name) throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("cup.xml", CUP).file(name, CUP);
    }
    assertRefused(name);

    try (HostileZip writer = new HostileZip(zip)) {
      writer.file(name, CUP).file("cup.xml", CUP);
    }
    assertRefused("cup.xml");
  }

  @Test
  void refusesTwoWaysToWriteAnAccent() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("\u00e7a.txt", CUP).file("c\u0327a.txt", CUP);
    }

    assertRefused("another name is the same");
  }

  @Test
  void refusesLinks() throws IOException {
    byte[] target = "/etc/passwd".getBytes(UTF_8);
    ZipArchiveEntry link = HostileZip.claim("link", target);
    link.setUnixMode(0120777);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(link, HostileZip.bzip2(target));
    }

    assertRefused("it is a link");
  }

  @Test
  void refusesMethodsThatItDoesNotKnow() throws IOException {
    ZipArchiveEntry claim = HostileZip.claim("cup.xz", CUP);
    claim.setMethod(95);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(claim, CUP);
    }

    assertRefused("method 95");
  }

  @Test
  void refusesMoreThanTheLimits() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("zeros", new byte[5_000_000]).file("cup", CUP);
    }

    assertThatThrownBy(() -> ModArchive.open(zip, new ModArchive.Limits(5_000_000, 2)))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("more than 5000000 bytes");
    assertThatThrownBy(() -> ModArchive.open(zip, new ModArchive.Limits(6_000_000, 1)))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("more than 1 files");
  }

  @Test
  void stopsWhereAFileIsLongerThanItSays() throws IOException {
    ZipArchiveEntry claim = HostileZip.claim("bomb", CUP);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(claim, HostileZip.bzip2(new byte[5_000_000]));
    }

    assertDamaged("longer than the archive says");
  }

  @Test
  void noticesThatAFileIsShorterThanItSays() throws IOException {
    ZipArchiveEntry claim = HostileZip.claim("cup", CUP);
    claim.setSize(CUP.length + 1);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(claim, HostileZip.bzip2(CUP));
    }

    assertDamaged("shorter than the archive says");
  }

  @Test
  void noticesAnotherChecksum() throws IOException {
    ZipArchiveEntry claim = HostileZip.claim("cup", CUP);
    claim.setCrc(claim.getCrc() ^ 1);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(claim, HostileZip.bzip2(CUP));
    }

    assertDamaged("checksum");
  }

  @Test
  void noticesTwoStreamsInOneFile() throws IOException {
    byte[] half = Arrays.copyOf(CUP, CUP.length / 2);
    byte[] rest = Arrays.copyOfRange(CUP, half.length, CUP.length);
    byte[] first = HostileZip.bzip2(half);
    byte[] both = Arrays.copyOf(first, first.length + HostileZip.bzip2(rest).length);
    System.arraycopy(HostileZip.bzip2(rest), 0, both, first.length, both.length - first.length);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(HostileZip.claim("cup", CUP), both);
    }

    assertDamaged("shorter than the archive says");
  }

  @Test
  void noticesPlainBytesThatAreSaidToBeCompressed() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.raw(HostileZip.claim("cup", CUP), CUP);
    }

    assertDamaged("cups.zip, cup is damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BZIP2", "DEFLATE", "STORE"})
  void neverGivesOtherBytesForADamagedFile(Compression compression) throws Exception {
    Path mod = ModFolder.at(folder.resolve("mod")).with("cup", CUP).path();
    new Packer(compression, 1).pack(mod, zip, bytes -> {});
    byte[] whole = Files.readAllBytes(zip);
    int begin = 30 + "cup".length();
    int end = new String(whole, ISO_8859_1).indexOf("PK\1\2");
    for (int i = begin; i < end; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      Files.write(zip, damaged);
      assertThat(read("cup")).as("the byte at %d", i).isIn(Optional.of(CUP_TEXT), Optional.empty());
    }
  }

  @Test
  void noticesWhereverItIsCut() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("cup", CUP);
    }
    byte[] whole = Files.readAllBytes(zip);
    for (int length = 0; length < whole.length; length++) {
      Files.write(zip, Arrays.copyOf(whole, length));
      assertThatThrownBy(this::verify).as("%d bytes", length).isInstanceOf(ZipException.class);
    }
  }

  @Test
  void leavesTheFolderEmptyIfAFileIsDamaged() throws IOException {
    ZipArchiveEntry claim = HostileZip.claim("Defs/late", CUP);
    claim.setCrc(1);
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("Defs/early", CUP).raw(claim, HostileZip.bzip2(CUP));
    }
    Path copy = Files.createDirectory(folder.resolve("copy"));

    try (ModArchive archive = ModArchive.open(zip)) {
      assertThatThrownBy(() -> archive.extractTo(copy)).isInstanceOf(ZipException.class);
    }

    assertThat(copy).isEmptyDirectory();
  }

  @Test
  void doesNotMixFilesWithOthers() throws IOException {
    try (HostileZip writer = new HostileZip(zip)) {
      writer.file("cup", CUP);
    }
    Path other = Files.writeString(folder.resolve("other.txt"), "of somebody else");

    try (ModArchive archive = ModArchive.open(zip)) {
      assertThatThrownBy(() -> archive.extractTo(folder))
          .isInstanceOf(DirectoryNotEmptyException.class);
    }

    assertThat(other).exists();
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> ModArchive.open(zip)).isInstanceOf(NoSuchFileException.class);
  }

  /** Not all damage matters: a table of codes may be one that no byte needs. */
  private Optional<String> read(String name) {
    try (ModArchive archive = ModArchive.open(zip);
        InputStream in = archive.open(name)) {
      return Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void verify() throws IOException {
    try (ModArchive archive = ModArchive.open(zip)) {
      archive.verify();
    }
  }

  private void assertDamaged(String message) {
    assertThatThrownBy(this::verify).isInstanceOf(ZipException.class).hasMessageContaining(message);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> ModArchive.open(zip))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining(message);
  }
}
