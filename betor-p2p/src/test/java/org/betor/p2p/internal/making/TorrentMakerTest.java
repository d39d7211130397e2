package org.betor.p2p.internal.making;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.InfoHash;
import org.betor.api.spi.SeedOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class TorrentMakerTest {
  private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");
  private static final URI TRACKER = URI.create("udp://tracker.example:6969/announce");
  private static final URI BACKUP = URI.create("https://backup.example/announce");

  private final TorrentMaker maker = new TorrentMaker(InstantSource.fixed(NOW));

  @TempDir private Path folder;

  /** The expected hashes were computed by another program. */
  @Test
  void hasTheInfoHashThatOthersCompute() throws Exception {
    Path film = Files.writeString(folder.resolve("sintel.txt"), "Sintel\n".repeat(10_000));
    Path films = Files.createDirectories(folder.resolve("Films"));
    Files.writeString(films.resolve("b.txt"), "Big Buck Bunny\n".repeat(5_000));
    Files.writeString(films.resolve("a.txt"), "Sintel\n".repeat(10_000));
    Files.createFile(films.resolve(".empty"));
    Files.writeString(Files.createDirectory(films.resolve("a")).resolve("note.txt"), "x");
    SeedOptions options =
        SeedOptions.builder().pieceBytes(32 << 10).tracker(TRACKER).onlyFromTrackers().build();

    assertThat(made(film, SeedOptions.PLAIN).infoHash())
        .contains(new InfoHash("dcf040e8291b5327e5ed0b866e33670b7cb8ba56"));
    assertThat(made(films, options).infoHash())
        .contains(new InfoHash("d7dc51387462eb9fee2d9d6b3965d890f98c5d03"));
  }

  @Test
  void hashesEveryPieceOfAFolderAndFindsItsFilesAgain() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      Path content = Files.createDirectory(folder.resolve("round " + round));
      writeRandomFiles(content, random);
      int pieceBytes = (16 << 10) << random.nextInt(5);

      MadeTorrent made = maker.make(content, SeedOptions.builder().pieceBytes(pieceBytes).build());

      assertIsOf(content, pieceBytes, made);
    }
  }

  @Test
  void hashesAFileOfManyBatches() throws Exception {
    Path film = folder.resolve("film.mkv");
    byte[] bytes = new byte[(24 << 20) + 12_345];
    new Random(2).nextBytes(bytes);
    Files.write(film, bytes);

    Metainfo made = made(film, SeedOptions.PLAIN);

    assertThat(made.isSingleFile()).isTrue();
    assertThat(made.pieceHashes()).isEqualTo(hashes(bytes, 16 << 10));
  }

  @Test
  void saysWhatItWasToldToSay() throws Exception {
    Path film = Files.writeString(folder.resolve("film.mkv"), "frames");
    URI webSeed = URI.create("https://films.example/film.mkv");

    Metainfo made =
        made(
            film,
            SeedOptions.builder()
                .trackers(List.of(List.of(TRACKER), List.of(BACKUP)))
                .webSeeds(List.of(webSeed))
                .comment("Made to be shared")
                .onlyFromTrackers()
                .build());

    assertThat(made.name()).isEqualTo("film.mkv");
    assertThat(made.trackers()).containsExactly(List.of(TRACKER), List.of(BACKUP));
    assertThat(made.webSeeds()).containsExactly(webSeed);
    assertThat(made.comment()).contains("Made to be shared");
    assertThat(made.createdBy()).contains("betor");
    assertThat(made.created()).contains(NOW);
    assertThat(made.isPrivate()).isTrue();
  }

  @Test
  void ordersFilesByTheBytesOfTheirPaths() throws Exception {
    assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
    Files.createDirectories(folder.resolve("a"));
    for (String name : List.of("a/z", "é", "a-b", "b", "Z", "a0", ".hidden", "\uff5e", "😀")) {
      Files.writeString(folder.resolve(name), "x");
    }

    assertThat(made(folder, SeedOptions.PLAIN).files())
        .extracting(ContentFile::path)
        .containsExactly(".hidden", "Z", "a-b", "a/z", "a0", "b", "é", "\uff5e", "😀");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesOutSymbolicLinksButFollowsTheOneItIsGiven() throws Exception {
    Path content = Files.createDirectory(folder.resolve("content"));
    Files.writeString(content.resolve("film"), "frames");
    Files.createSymbolicLink(content.resolve("again"), content.resolve("film"));
    Files.createSymbolicLink(content.resolve("loop"), content);
    Path link = Files.createSymbolicLink(folder.resolve("link"), content);

    Metainfo made = made(link, SeedOptions.PLAIN);

    assertThat(made.name()).isEqualTo("link");
    assertThat(made.files()).extracting(ContentFile::path).containsExactly("film");
  }

  @Test
  void tellsProgressOnTheCallingThreadUntilAllBytesAreHashed() throws Exception {
    Path film = Files.write(folder.resolve("film"), new byte[10 << 20]);
    List<Long> told = new ArrayList<>();
    Thread caller = Thread.currentThread();

    made(
        film,
        SeedOptions.builder()
            .progress(
                (bytes, allBytes) -> {
                  assertThat(Thread.currentThread()).isSameAs(caller);
                  assertThat(allBytes).isEqualTo(10 << 20);
                  told.add(bytes);
                })
            .build());

    assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(10L << 20);
  }

  @Test
  void refusesWhatHoldsNothing() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.createDirectory(empty.resolve("inner"));
    Path hollow = Files.createDirectory(folder.resolve("hollow"));
    Path file = Files.createFile(hollow.resolve("file"));

    assertRefused(empty, "has no files in it");
    assertRefused(hollow, "holds no bytes");
    assertRefused(file, "holds no bytes");
    assertRefused(folder.resolve("nowhere"), "nowhere");
    assertRefused(Path.of("/"), "has no name");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesNamesThatOthersWouldRefuseBeforeItHashes() throws Exception {
    Path backslash = Files.createDirectory(folder.resolve("one"));
    Files.writeString(backslash.resolve("a\\b"), "x");
    Path control = Files.createDirectory(folder.resolve("two"));
    Files.writeString(control.resolve("line\nbreak"), "x");
    Path twice = Files.createDirectory(folder.resolve("three"));
    Files.writeString(twice.resolve("Film"), "x");
    Files.writeString(twice.resolve("film."), "x");

    assertRefused(backslash, "separator within the name \"a\\b\"");
    assertRefused(control, "control character in the name \"line?break\"");
    assertRefused(twice, "the path \"film.\" again");
  }

  @Test
  void refusesAFileThatGrowsOrShrinksMeanwhile() throws Exception {
    Path content = Files.createDirectory(folder.resolve("content"));
    Files.write(content.resolve("a"), new byte[32 << 20]);
    Path last = Files.write(content.resolve("b"), new byte[100]);

    for (int size : List.of(200, 50)) {
      assertThatIOException()
          .isThrownBy(() -> maker.make(content, progress(() -> Files.write(last, new byte[size]))))
          .withMessageContaining(last.toRealPath().toString())
          .withMessageContaining("and has " + size + " now");
      Files.write(last, new byte[100], TRUNCATE_EXISTING);
    }
  }

  @Test
  void endsWhenItsThreadIsInterruptedAndLeavesNothingRunning() throws Exception {
    Path film = Files.write(folder.resolve("film"), new byte[32 << 20]);

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> maker.make(film, progress(Thread.currentThread()::interrupt)));

    assertThat(Thread.interrupted()).isFalse();
    assertNoneIsHashing();
  }

  @Test
  void leavesNothingRunningWhenProgressThrows() throws Exception {
    Path film = Files.write(folder.resolve("film"), new byte[32 << 20]);

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                maker.make(
                    film,
                    progress(
                        () -> {
                          throw new IllegalStateException("enough");
                        })))
        .withMessage("enough");

    assertNoneIsHashing();
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void refusesMoreThanATorrentFileHoldsHashesFor() throws Exception {
    Path film = folder.resolve("film");
    try (var sparse = Files.newByteChannel(film, CREATE_NEW, WRITE, SPARSE)) {
      sparse.position(1L << 40).write(ByteBuffer.allocate(1));
    }

    assertThatIOException()
        .isThrownBy(() -> maker.make(film, SeedOptions.builder().pieceBytes(16 << 10).build()))
        .withMessageContaining("choose longer pieces");
  }

  @Test
  void refusesOptionsThatCannotBe() throws Exception {
    Path film = Files.writeString(folder.resolve("film"), "frames");
    SeedOptions lonely = SeedOptions.builder().onlyFromTrackers().build();
    SeedOptions unheardOf = SeedOptions.builder().tracker(URI.create("gopher://x.example")).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> maker.make(film, lonely))
        .withMessageContaining("give it a tracker");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> maker.make(film, unheardOf))
        .withMessageContaining("gopher://x.example");
  }

  private Metainfo made(Path content, SeedOptions options)
      throws IOException, InterruptedException {
    return maker.make(content, options).file().metainfo();
  }

  private void assertRefused(Path content, String why) {
    SeedOptions options =
        SeedOptions.builder()
            .progress(
                (bytes, allBytes) -> {
                  throw new AssertionError("it was hashed");
                })
            .build();
    assertThatIOException()
        .isThrownBy(() -> maker.make(content, options))
        .withMessageContaining(why);
  }

  private static void assertNoneIsHashing() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("betor-hashing");
  }

  private static SeedOptions progress(Happening happening) {
    return SeedOptions.builder()
        .progress(
            (bytes, allBytes) -> {
              try {
                happening.happen();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .build();
  }

  private static void writeRandomFiles(Path content, Random random) throws IOException {
    Path inner = Files.createDirectories(content.resolve("inner/most"));
    for (int i = 0; i <= random.nextInt(12); i++) {
      byte[] bytes = new byte[random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(200_000)];
      random.nextBytes(bytes);
      Path parent = random.nextBoolean() ? content : inner;
      Files.write(parent.resolve("file " + random.nextInt(1_000_000)), bytes);
    }
    Files.writeString(content.resolve("last"), "so that there is something");
  }

  private static void assertIsOf(Path content, int pieceBytes, MadeTorrent made)
      throws IOException {
    Metainfo metainfo = made.file().metainfo();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < made.paths().size(); i++) {
      byte[] bytes = Files.readAllBytes(made.paths().get(i));
      all.writeBytes(bytes);
      ContentFile file = metainfo.files().get(i);
      assertThat(file.sizeBytes()).isEqualTo(bytes.length);
      assertThat(content.resolve(file.path()).toRealPath()).isEqualTo(made.paths().get(i));
    }
    try (var files = Files.walk(content)) {
      assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(metainfo.files().size());
    }
    assertThat(metainfo.pieceBytes()).isEqualTo(pieceBytes);
    assertThat(metainfo.pieceHashes()).isEqualTo(hashes(all.toByteArray(), pieceBytes));
    assertThat(Metainfo.read(made.file().bytes()).infoHash()).isEqualTo(metainfo.infoHash());
  }

  private static byte[] hashes(byte[] content, int pieceBytes) {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    for (int at = 0; at < content.length; at += pieceBytes) {
      int end = Math.min(content.length, at + pieceBytes);
      hashes.writeBytes(sha1(Arrays.copyOfRange(content, at, end)));
    }
    return hashes.toByteArray();
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Something that happens while content is hashed. */
  private interface Happening {
    void happen() throws IOException;
  }
}
