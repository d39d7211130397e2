package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.ImportProgress;
import org.betor.core.ImportReport;
import org.betor.core.ImportSelection;
import org.betor.core.TestProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenOffImportTest {
  private static final int FILMS = 20_000;
  private static final int BETWEEN_COMMITS = 3_000;
  private static final FileTime DAY = FileTime.from(Instant.parse("2026-03-01T00:00:00Z"));
  private static final TitleId FIRST = TitleId.imdb("tt3000000");

  @TempDir Path temp;
  private Path titles;

  @BeforeEach
  void makeFile() throws IOException {
    titles = new ImdbFiles(temp).films(FILMS).titles();
    Files.setLastModifiedTime(titles, DAY);
  }

  @Test
  void theNextImportOfTheSameFilesGoesOnFromTheLastCommit() throws IOException {
    try (ImdbIndex index = open()) {
      assertThatThrownBy(() -> importUntil(index, 8_000)).hasMessage("enough");
      renameFirstFilm();

      ImportReport report = importAll(index);

      assertThat(report.titles()).isEqualTo(FILMS);
      assertThat(report.names()).isEqualTo(FILMS);
      assertThat(index.size()).isEqualTo(FILMS);
      assertThat(index.find(FIRST).orElseThrow().name()).isEqualTo("Film Number 0");
      assertThat(index.candidates(TitleQuestion.of("Film Number 7999").build(), 5).get(0).name())
          .isEqualTo("Film Number 7999");
    }
  }

  @Test
  void theNextImportOfOtherFilesBeginsAnew() throws IOException {
    try (ImdbIndex index = open()) {
      assertThatThrownBy(() -> importUntil(index, 8_000)).hasMessage("enough");
      renameFirstFilm();
      Files.setLastModifiedTime(titles, FileTime.from(DAY.toInstant().plusSeconds(1)));

      importAll(index);

      assertThat(index.find(FIRST).orElseThrow().name()).isEqualTo("Film Number X");
      assertThat(generations()).hasSize(1);
    }
  }

  @Test
  void answersAsBeforeDuringAnImportAndAfterOneThatFailed() throws IOException {
    try (ImdbIndex index = open()) {
      importClassics(index);
      List<Long> sizes = new ArrayList<>();

      assertThatThrownBy(
              () ->
                  index.importFiles(
                      List.of(titles),
                      ImportSelection.FILMS_AND_SERIES,
                      (done, bytes, all) -> {
                        sizes.add(index.size());
                        stopAt(15_000, done);
                      }))
          .hasMessage("enough");

      assertThat(sizes).isNotEmpty().containsOnly(4L);
      assertThat(index.find(TitleId.imdb("tt1727587"))).isPresent();
      assertThat(index.find(FIRST)).isEmpty();
    }
    try (ImdbIndex again = open()) {
      assertThat(again.size()).isEqualTo(4);
    }
  }

  @Test
  void goesOnWithFilesThatHadToBeSorted() throws IOException {
    ImdbFiles files = new ImdbFiles(temp.resolve("shuffled")).films(FILMS).shuffled(1);
    List<Path> shuffled = List.of(files.titles());
    try (ImdbIndex index = open()) {
      assertThatThrownBy(
              () ->
                  index.importFiles(
                      shuffled,
                      ImportSelection.FILMS_AND_SERIES,
                      (done, bytes, all) -> stopAt(8_000, done)))
          .hasMessage("enough");
      assertThat(temp.resolve("index").resolve("sorting")).doesNotExist();

      ImportReport report =
          index.importFiles(shuffled, ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE);

      assertThat(report.titles()).isEqualTo(FILMS);
      assertThat(index.find(FIRST).orElseThrow().name()).isEqualTo("Film Number 0");
    }
  }

  @Test
  void refusesASecondImportAndNamesTheFolder() throws IOException {
    try (ImdbIndex index = open();
        ImdbIndex other = open()) {
      index.importFiles(
          List.of(titles),
          ImportSelection.FILMS_AND_SERIES,
          (done, bytes, all) ->
              assertThatThrownBy(() -> importAll(other))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining(temp.resolve("index").toString()));

      assertThat(index.size()).isEqualTo(FILMS);
    }
  }

  @Test
  void closingEndsAnImport() throws IOException {
    ImdbIndex index = open();

    assertThatThrownBy(
            () ->
                index.importFiles(
                    List.of(titles),
                    ImportSelection.FILMS_AND_SERIES,
                    (done, bytes, all) -> index.close()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    try (ImdbIndex again = open()) {
      assertThat(again.size()).isZero();
    }
  }

  @Test
  void anInterruptEndsAnImportAndStaysSet() throws IOException {
    try (ImdbIndex index = open()) {
      Thread importing = Thread.currentThread();

      assertThatThrownBy(
              () ->
                  index.importFiles(
                      List.of(titles),
                      ImportSelection.FILMS_AND_SERIES,
                      (done, bytes, all) -> importing.interrupt()))
          .isInstanceOf(UncheckedIOException.class);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(importAll(index).titles()).isEqualTo(FILMS);
    }
  }

  @Test
  void anIndexThatIsNotOfThisVersionIsNotReadAndMakesWay() throws IOException {
    Path foreign = Files.createDirectories(temp.resolve("index").resolve("titles-7"));
    try (FSDirectory directory = FSDirectory.open(foreign)) {
      directory.createOutput("segments_1", org.apache.lucene.store.IOContext.DEFAULT).close();
    }
    try (ImdbIndex index = open()) {
      assertThat(index.size()).isZero();
      importAll(index);
      assertThat(index.size()).isEqualTo(FILMS);
      assertThat(foreign).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 3_000, 12_000})
  void aKillLeavesTheOldTitlesAndTheNextImportCompletesTheNewOnes(long done) throws Exception {
    try (ImdbIndex index = open()) {
      importClassics(index);
    }

    killAfter(done);

    try (ImdbIndex index = open()) {
      assertThat(index.size()).isEqualTo(4);
      ImportReport report = importAll(index);
      assertThat(report.titles()).isEqualTo(FILMS);
      assertThat(index.find(FIRST)).isPresent();
      assertThat(generations()).hasSize(1);
    }
  }

  private void killAfter(long done) throws Exception {
    Process program =
        new ProcessBuilder(
                TestProgram.command(
                    Program.class, temp.resolve("index").toString(), titles.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = program.inputReader(UTF_8)) {
      String line = lines.readLine();
      while (Long.parseLong(Objects.requireNonNull(line, "it ended early")) < done) {
        line = lines.readLine();
      }
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private ImdbIndex open() {
    return ImdbIndex.open(temp.resolve("index"), InstantSource.system(), BETWEEN_COMMITS);
  }

  private void importUntil(ImdbIndex index, long titlesDone) {
    index.importFiles(
        List.of(titles),
        ImportSelection.FILMS_AND_SERIES,
        (done, bytes, all) -> stopAt(titlesDone, done));
  }

  private ImportReport importAll(ImdbIndex index) {
    return index.importFiles(
        List.of(titles), ImportSelection.FILMS_AND_SERIES, ImportProgress.NONE);
  }

  private void importClassics(ImdbIndex index) throws IOException {
    index.importFiles(
        ImdbFiles.classics(temp.resolve("old")).plain(),
        ImportSelection.FILMS_AND_SERIES,
        ImportProgress.NONE);
  }

  private static void stopAt(long wanted, long done) {
    if (done >= wanted) {
      throw new IllegalArgumentException("enough");
    }
  }

  /** Changes a name within the file, which looks the same from outside. */
  private void renameFirstFilm() throws IOException {
    String text = Files.readString(titles);
    Files.writeString(titles, text.replace("Film Number 0\t", "Film Number X\t"));
    Files.setLastModifiedTime(titles, DAY);
  }

  private List<Path> generations() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("index"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  /** Imports a file and says how far it is, until it is killed. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (ImdbIndex index =
          ImdbIndex.open(Path.of(arguments[0]), InstantSource.system(), BETWEEN_COMMITS)) {
        index.importFiles(
            List.of(Path.of(arguments[1])),
            ImportSelection.FILMS_AND_SERIES,
            (done, bytes, all) -> System.out.println(done));
      }
      Thread.sleep(Long.MAX_VALUE); // is killed in any case
    }
  }
}
