package org.betor.mods.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.betor.mods.Compression;
import org.betor.mods.ModArchive;
import org.betor.mods.internal.archive.ModFolder;
import org.betor.mods.internal.archive.Packer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("interop")
class ArchiveInteropTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final String UNPACK =
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as archive:
          assert archive.testzip() is None
          archive.extractall(sys.argv[2])
      """;
  private static final String PACK =
      """
      import os, sys, zipfile
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_BZIP2) as archive:
          for folder, _, names in os.walk(sys.argv[2]):
              for name in names:
                  path = os.path.join(folder, name)
                  archive.write(path, os.path.relpath(path, sys.argv[2]))
      """;

  @TempDir private Path folder;
  private Path mod;
  private Path zip;
  private Path copy;

  @BeforeEach
  void fillAFolder() throws Exception {
    Needed.unicodeFileNames();
    mod = ModFolder.at(folder.resolve("mod")).withEverything().path();
    zip = folder.resolve("mod.zip");
    copy = Files.createDirectory(folder.resolve("copy"));
  }

  @ParameterizedTest
  @EnumSource
  void pythonUnpacksWhatWePack(Compression compression) throws Exception {
    Needed.program("python3", "python3", "--version");
    new Packer(compression, 2).pack(mod, zip, bytes -> {});

    run("python3", "-c", UNPACK, zip.toString(), copy.toString());

    assertThat(ModFolder.sums(copy)).isEqualTo(ModFolder.sums(mod));
  }

  @ParameterizedTest
  @EnumSource
  void unzipUnpacksWhatWePack(Compression compression) throws Exception {
    Needed.program("unzip", "unzip", "-v");
    new Packer(compression, 2).pack(mod, zip, bytes -> {});

    run("unzip", "-qt", zip.toString());
    run("unzip", "-q", zip.toString(), "-d", copy.toString());

    assertThat(ModFolder.sums(copy)).isEqualTo(ModFolder.sums(mod));
  }

  @ParameterizedTest
  @EnumSource
  void sevenZipUnpacksWhatWePack(Compression compression) throws Exception {
    Needed.program("p7zip-full", "7z", "i");
    new Packer(compression, 2).pack(mod, zip, bytes -> {});

    run("7z", "t", zip.toString());
    run("7z", "x", "-o" + copy, zip.toString());

    assertThat(ModFolder.sums(copy)).isEqualTo(ModFolder.sums(mod));
  }

  @ParameterizedTest
  @CsvSource({"python3", "7z"})
  void weUnpackWhatOthersPack(String program) throws Exception {
    if (program.equals("python3")) {
      Needed.program("python3", "python3", "--version");
      run("python3", "-c", PACK, zip.toString(), mod.toString());
    } else {
      Needed.program("p7zip-full", "7z", "i");
      run("7z", "a", "-tzip", "-mm=BZip2", zip.toString(), mod + "/.");
    }

    try (ModArchive archive = ModArchive.open(zip)) {
      archive.extractTo(copy);
    }

    assertThat(ModFolder.sums(copy)).isEqualTo(ModFolder.sums(mod));
  }

  private void run(String... command) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(command[0]).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(new String(Files.readAllBytes(output), UTF_8)).isZero();
  }
}
