package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOConsumer;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.core.Films;
import org.betor.core.LuceneCatalog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class IndexVersionTest {
  private static final int RELEASES = 2_500;

  @TempDir Path directory;

  /** An index as the first version wrote it, as far as its records go. */
  @BeforeEach
  void writeFirstVersion() throws IOException {
    write(
        writer -> {
          for (int number = 0; number < RELEASES; number++) {
            Change change = Films.titled(number, "Sintel " + number);
            byte[] record = ReleaseLine.of(Release.of(change.key()).with(change.section()));
            writer.addDocument(document(change.key().value(), record));
          }
          writer.addDocument(document("films:broken", new byte[] {'{', '"'}));
        });
  }

  private void write(IOConsumer<IndexWriter> documents) throws IOException {
    Sort newest = new Sort(new SortField("seen", SortField.Type.LONG, true));
    try (Directory lucene = FSDirectory.open(directory);
        IndexWriter writer =
            new IndexWriter(lucene, new IndexWriterConfig().setIndexSort(newest))) {
      documents.accept(writer);
    }
  }

  private static Document document(String key, byte[] record) {
    Document document = new Document();
    document.add(new StringField("key", key, Field.Store.NO));
    document.add(new BinaryDocValuesField("record", new BytesRef(record)));
    document.add(new NumericDocValuesField("seen", key.hashCode()));
    return document;
  }

  @Test
  void anIndexOfAnEarlierVersionIsMadeAnewAndSaysHowFarItIs() {
    List<String> progress = new ArrayList<>();
    try (LuceneCatalog catalog =
        LuceneCatalog.open(directory, (done, all) -> progress.add(done + "/" + all))) {
      hasAll(catalog);
      assertThat(catalog.verify())
          .singleElement()
          .satisfies(problem -> assertThat(problem).startsWith("films:broken: "));
    }
    assertThat(progress).containsExactly("1000/2501", "2000/2501", "2501/2501");
    LuceneCatalog.open(directory, (done, all) -> progress.clear()).close();
    assertThat(progress).hasSize(3);
  }

  @Test
  void aRecordThatCannotBeReadIsCarriedOverUntilItIsRemoved() throws IOException {
    ReleaseKey broken = Films.key(9_999);
    write(writer -> writer.addDocument(document(broken.value(), new byte[] {'{', '"'})));

    try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
      catalog.put(List.of(Films.titled(9_999, "Sintel")));
      catalog.refresh();
      assertThat(catalog.find(broken, Viewer.ANYONE)).isEmpty();

      catalog.remove(List.of(broken));
      catalog.put(List.of(Films.titled(9_999, "Sintel")));
      catalog.refresh();
      assertThat(catalog.find(broken, Viewer.ANYONE)).isPresent();
    }
  }

  @Test
  void oneThatIsStoppedHalfwayBeginsAgain() throws IOException {
    for (long stop : List.of(1_000L, 2_000L, 2_501L)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> LuceneCatalog.open(directory, (done, all) -> stopAt(stop, done)))
          .withMessage("stop");
      assertThat(version()).isEqualTo(1);
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("betor-catalog"));
    }
    try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
      hasAll(catalog);
    }
    assertThat(version()).isEqualTo(IndexVersion.CURRENT);
  }

  @Test
  void whatIsOnTheDiskAtAnyMomentOpens() throws IOException {
    Path copy = Files.createDirectory(directory.resolve("copy"));
    LuceneCatalog.open(
            directory,
            (done, all) -> {
              if (done == 2_000) {
                copyTo(copy);
              }
            })
        .close();

    try (LuceneCatalog catalog = LuceneCatalog.open(copy)) {
      hasAll(catalog);
    }
  }

  private void copyTo(Path copy) {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    } catch (IOException reason) {
      throw new UncheckedIOException(reason);
    }
  }

  private static void stopAt(long stop, long done) {
    if (done == stop) {
      throw new IllegalStateException("stop");
    }
  }

  @Test
  void anIndexOfALaterVersionIsRefusedWithItsFolder() throws IOException {
    LuceneCatalog.open(directory).close();
    Sort order =
        new Sort(
            new SortField("seen", SortField.Type.LONG, true),
            new SortField("tie", SortField.Type.LONG));
    try (Directory lucene = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig().setIndexSort(order))) {
      writer.setLiveCommitData(Map.of("betor.mapping", "99").entrySet());
      writer.commit();
    }

    assertThatThrownBy(() -> LuceneCatalog.open(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContainingAll(directory.toString(), "version 99", "later");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
      catalog.remove(List.of(new ReleaseKey("films:broken")));
      catalog.compact();
      assertThat(catalog.verify()).isEmpty();
      Path largest = files().max(Comparator.comparing(this::size)).orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);

      String segment = largest.getFileName().toString().replaceAll("\\..*", "");
      assertThat(catalog.verify()).first().asString().contains(segment);
    }
  }

  @Test
  void compactingGivesRoomBack() throws IOException {
    try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
      catalog.compact();
      long before = files().mapToLong(this::size).sum();
      catalog.remove(IntStream.range(0, 2_000).mapToObj(Films::key).toList());
      catalog.compact();

      assertThat(files().mapToLong(this::size).sum()).isLessThan(before / 2);
      assertThat(catalog.search(CatalogQuery.all().build(), Viewer.ANYONE).total()).isEqualTo(500);
    }
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).toList().stream();
    }
  }

  private long size(Path file) {
    return file.toFile().length();
  }

  private long version() throws IOException {
    try (Directory lucene = FSDirectory.open(directory)) {
      return IndexVersion.read(lucene).mapping();
    }
  }

  private static void hasAll(LuceneCatalog catalog) {
    assertThat(catalog.search(CatalogQuery.words("sintel").build(), Viewer.ANYONE).total())
        .isEqualTo(RELEASES);
    assertThat(catalog.find(Films.key(7), Viewer.ANYONE)).map(Release::title).contains("Sintel 7");
  }
}
