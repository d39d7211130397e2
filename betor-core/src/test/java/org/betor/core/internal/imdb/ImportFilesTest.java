package org.betor.core.internal.imdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated
class ImportFilesTest {
  @TempDir Path temp;
  private ImdbIndex index;

  @BeforeEach
  void open() {
    index = ImdbIndex.open(temp.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void namesMalformedLinesWithFileNumberAndReason() throws IOException {
    List<Path> files =
        ImdbFiles.classics(temp)
            .title("nm0000001\tmovie\tNobody\tNobody\t0\t2000\t\\N\t1\t\\N")
            .title("tt9000001\tmovie")
            .title("tt9000002\tmovie\t\\N\t\\N\t0\t2000\t\\N\t1\t\\N")
            .title("tt9000003\tmovie\tLate\tLate\t0\t20100\t\\N\t1\t\\N")
            .title("tt9000004\tmovie\tSlow\tSlow\t0\t2010\t\\N\tDrama\t\\N")
            .title("tt9000005\tmovie\t \u3000\tBlank\t0\t2010\t\\N\t1\t\\N")
            .title("tt9000006\tmovie\t" + "a".repeat(70_000) + "\tLong\t0\t2010\t\\N\t1\t\\N")
            .ratingLine("tt1727587\tvery good\t9")
            .ratingLine("tt1727587\t7.0\t99999999999")
            .plain();

    ImportReport report = importFiles(files);

    assertThat(report.malformed()).isEqualTo(9);
    assertThat(report.titles()).isEqualTo(6);
    assertThat(report.examples().stream().map(ImportReport.Malformed::line))
        .containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L, 4L, 5L);
    assertThat(report.examples().get(0).toString())
        .contains("titles.tsv, line 6", "\"nm0000001\"", "no id");
    assertThat(report.examples().get(1).reason())
        .isEqualTo("it has 2 columns where the header has 9");
    assertThat(report.examples().get(3).reason()).isEqualTo("\"20100\" is no year");
    assertThat(index.find(TitleId.imdb("tt9000003")).orElseThrow().year()).isEmpty();
    assertThat(index.find(TitleId.imdb("tt1727587")).orElseThrow().votes()).hasValue(9000);
  }

  @Test
  void countsAllMalformedLinesAndNamesTheFirstTwentyOfAFile() throws IOException {
    ImdbFiles files = ImdbFiles.classics(temp);
    IntStream.range(0, 30_000).forEach(i -> files.title("garbage " + i));

    ImportReport report = importFiles(List.of(files.titles()));

    assertThat(report.malformed()).isEqualTo(30_000);
    assertThat(report.examples()).hasSize(20);
  }

  @Test
  void readsLinesOfGarbageWithoutStopping() throws IOException {
    Path file = ImdbFiles.classics(temp).titles();
    byte[] garbage = new byte[300_000];
    new Random(1).nextBytes(garbage);
    byte[] broken =
        ImdbFiles.utf8("tt0000001\tmovie\tA\u0000B?\u001b[\tX\t0\t\\N\t\\N\t\\N\t\\N\r\n");
    broken[19] = (byte) 0xff; // the question mark, which is no UTF-8 now
    Files.write(file, join(Files.readAllBytes(file), garbage, ImdbFiles.utf8("\n"), broken));

    ImportReport report = importFiles(List.of(file));

    assertThat(report.titles()).isEqualTo(5);
    assertThat(report.malformed()).isPositive();
    assertThat(report.examples())
        .allSatisfy(bad -> assertThat(bad.reason()).doesNotContainPattern("\\p{Cntrl}"));
    assertThat(index.find(TitleId.imdb("tt0000001")).orElseThrow().name()).isEqualTo("A B\ufffd [");
  }

  @Test
  void quotesAreLettersLikeOthers() throws IOException {
    importFiles(List.of(new ImdbFiles(temp).film("tt1727587", "\"Sintel", 2010).titles()));

    assertThat(index.find(TitleId.imdb("tt1727587")).orElseThrow().name()).isEqualTo("\"Sintel");
  }

  @Test
  void keepsFiveHundredNamesTheBrazilianOnesFirst() throws IOException {
    ImdbFiles files = new ImdbFiles(temp).film("tt1727587", "Sintel", 2010);
    for (int i = 0; i < 5_000; i++) {
      files.name("tt1727587", i, "Name " + i, i == 4_999 ? "BR" : "US");
    }

    ImportReport report = importFiles(files.plain());

    Title title = index.find(TitleId.imdb("tt1727587")).orElseThrow();
    assertThat(report.names()).isEqualTo(500);
    assertThat(title.names()).hasSize(500).last().isEqualTo(new Title.Name("Name 497", "US"));
    assertThat(title.nameIn("BR")).isEqualTo("Name 4999");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfLinesDoesNotMatter(long seed) throws IOException {
    ImportReport report = importFiles(twisted("ordered").plain());
    List<Title> ordered = titles();

    ImportReport other = importFiles(twisted("shuffled").shuffled(seed).packed());

    assertThat(titles()).isEqualTo(ordered);
    assertThat(other.titles()).isEqualTo(report.titles());
    assertThat(other.names()).isEqualTo(report.names());
    assertThat(other.skipped()).isEqualTo(report.skipped());
    assertThat(other.malformed()).isEqualTo(report.malformed());
    assertThat(temp.resolve("index").resolve("sorting")).doesNotExist();
  }

  @Test
  void ofRepeatedIdsTheFirstLineByAlphabetAndTheMostVotesCount() throws IOException {
    ImportReport report =
        importFiles(
            new ImdbFiles(temp)
                .film("tt1727587", "Sintel", 2010)
                .film("tt1727587", "Durian", 2010)
                .rating("tt1727587", "1.0", 3)
                .rating("tt1727587", "7.4", 9000)
                .plain());

    Title title = index.find(TitleId.imdb("tt1727587")).orElseThrow();
    assertThat(title.name()).isEqualTo("Durian");
    assertThat(title.votes()).hasValue(9000);
    assertThat(report.skipped()).isEqualTo(2);
  }

  @Test
  void columnsMayBeInAnyOrderAndSomeMayLack() throws IOException {
    Path file = temp.resolve("other.txt");
    Files.writeString(
        file,
        "\ufeffprimaryTitle\ttitleType\tstartYear\ttconst\r\nSintel\tmovie\t2010\ttt1727587\r\n");

    importFiles(List.of(file));

    assertThat(index.find(TitleId.imdb("tt1727587")).orElseThrow().year()).hasValue(2010);
  }

  @Test
  void refusesAFileThatIsNoneOfThem() throws IOException {
    Path other = Files.writeString(temp.resolve("name.basics.tsv"), "nconst\tprimaryName\n");

    assertThatThrownBy(() -> importFiles(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name.basics.tsv")
        .hasMessageContaining("title.basics");
    assertThat(temp.resolve("index")).doesNotExist();
  }

  @Test
  void refusesTheSameTableTwiceAndAnImportWithoutTitles() throws IOException {
    List<Path> plain = ImdbFiles.classics(temp).plain();
    Path packed = ImdbFiles.pack(plain.get(0));

    assertThatThrownBy(() -> importFiles(List.of(plain.get(0), packed)))
        .hasMessageContaining("titles.tsv")
        .hasMessageContaining("titles.tsv.gz");
    assertThatThrownBy(() -> importFiles(plain.subList(1, 3))).hasMessageContaining("title.basics");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> importFiles(List.of(temp.resolve("title.basics.tsv.gz"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("title.basics.tsv.gz");
  }

  @Test
  void namesAFileThatBreaksOffAndKeepsTheTitlesFromBefore() throws IOException {
    importFiles(ImdbFiles.classics(temp.resolve("old")).plain());
    Path packed = ImdbFiles.pack(new ImdbFiles(temp).films(20_000).titles());
    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> importFiles(List.of(packed)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("titles.tsv.gz")
        .hasMessageContaining("fetch it again");

    assertThat(index.size()).isEqualTo(4);
    Files.write(packed, whole);
    assertThat(importFiles(List.of(packed)).titles()).isEqualTo(20_000);
  }

  @Test
  void namesAFileWhoseBytesAreDamaged() throws IOException {
    Path packed = ImdbFiles.pack(new ImdbFiles(temp).films(20_000).titles());
    byte[] bytes = Files.readAllBytes(packed);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 0x55);
    Files.write(packed, bytes);

    assertThatThrownBy(() -> importFiles(List.of(packed)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("titles.tsv.gz");
    assertThat(index.importedAt()).isEmpty();
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Path> files = new ImdbFiles(temp).films(5_000).plain();
    List<Long> titles = new ArrayList<>();
    List<Long> bytes = new ArrayList<>();

    index.importFiles(
        files,
        ImportSelection.FILMS_AND_SERIES,
        (done, read, all) -> {
          titles.add(done);
          bytes.add(read);
          assertThat(read).isLessThanOrEqualTo(all);
        });

    assertThat(titles).isSorted().hasSizeGreaterThan(4);
    assertThat(bytes.get(bytes.size() - 1))
        .isEqualTo(Files.size(files.get(0)) + Files.size(files.get(1)) + Files.size(files.get(2)));
  }

  @Test
  void leavesNoThreadBehind() throws IOException {
    importFiles(ImdbFiles.classics(temp).plain());

    assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
        .noneMatch(name -> name.startsWith("betor-titles"));
  }

  /** With a repeated id, a malformed line, and a name of an unknown title. */
  private ImdbFiles twisted(String folder) {
    return ImdbFiles.classics(temp.resolve(folder))
        .film("tt7700000", "Durian", 2010)
        .film("tt7700000", "Sintel", 2010)
        .name("tt7700000", 2, "Um Sonho", "BR")
        .name("tt7700000", 2, "Ein Traum", "DE")
        .name("tt7700000", 1, "A Dream", "US")
        .name("tt8800000", 1, "Nobody", "US")
        .rating("tt7700000", "5.5", 10)
        .rating("tt7700000", "6.5", 10)
        .ratingLine("tt7700000");
  }

  private List<Title> titles() {
    return Stream.of("tt1254207", "tt1727587", "tt2285752", "tt7654321", "tt7700000")
        .map(id -> index.find(TitleId.imdb(id)).orElseThrow())
        .toList();
  }

  private ImportReport importFiles(List<Path> files) {
    return index.importFiles(files, ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE);
  }

  private static byte[] join(byte[]... parts) {
    byte[] all = new byte[Stream.of(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
