package org.betor.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.betor.api.model.Block;
import org.betor.api.model.Identity;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  @TempDir Path directory;

  @Test
  void aCopyHoldsEverythingThatTheCatalogueHolds() throws IOException {
    List<Long> progress = new ArrayList<>();
    byte[] text;
    try (LuceneCatalog catalog = LuceneCatalog.open(directory.resolve("first"))) {
      fill(catalog);
      text = written(catalog, progress);
      try (LuceneCatalog copy = LuceneCatalog.open(directory.resolve("second"))) {
        JsonLines.read(new ByteArrayInputStream(text), copy, read -> {});
        JsonLines.read(new ByteArrayInputStream(text), copy, read -> {});

        assertThat(all(copy)).containsExactlyInAnyOrderElementsOf(all(catalog));
      }
    }
    assertThat(new String(text, UTF_8).lines()).hasSize(2_503);
    assertThat(progress).containsExactly(1_000L, 2_000L, 2_503L);
  }

  @Test
  void anotherKindOfCatalogueTakesTheCopyToo() throws IOException {
    try (LuceneCatalog catalog = LuceneCatalog.open(directory);
        Catalog copy = new MemoryCatalog()) {
      fill(catalog);
      JsonLines.read(new ByteArrayInputStream(written(catalog, new ArrayList<>())), copy, n -> {});

      assertThat(all(copy)).containsExactlyInAnyOrderElementsOf(all(catalog));
    }
  }

  @Test
  void aBrokenLineIsNamedAndWhatStandsBeforeItIsKept() throws IOException {
    try (LuceneCatalog catalog = LuceneCatalog.open(directory);
        Catalog copy = new MemoryCatalog()) {
      catalog.put(List.of(Films.titled(1, "Sintel")));
      catalog.refresh();
      byte[] text = written(catalog, new ArrayList<>());
      byte[] twice = Arrays.copyOf(text, text.length + 9);
      System.arraycopy("\r\n{\"v\":1,".getBytes(UTF_8), 0, twice, text.length, 9);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> JsonLines.read(new ByteArrayInputStream(twice), copy, n -> {}))
          .withMessageContaining("line 2 is no release");
      copy.refresh();
      assertThat(all(copy)).hasSize(1);
    }
  }

  private static void fill(Catalog catalog) {
    catalog.put(IntStream.range(0, 2_500).mapToObj(i -> Films.titled(i, "Sintel " + i)).toList());
    catalog.put(
        Films.everything().stream().map(section -> new Change(Films.key(9_000), section)).toList());
    ReleaseKey guid = ReleaseKey.of("index", "17");
    catalog.put(
        List.of(
            new Change(guid, Films.listing(2, Films.post(2, "Sintel").build())),
            new Change(guid, new Identity(Films.hash(9_001), Films.NOON)),
            new Change(Films.key(2), new Block("asked by its owner", Films.NOON))));
    catalog.refresh();
  }

  private static byte[] written(Catalog catalog, List<Long> progress) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    JsonLines.write(catalog, text, progress::add);
    return text.toByteArray();
  }

  private static List<Release> all(Catalog catalog) {
    List<Release> all = new ArrayList<>();
    catalog.scan(all::add);
    return all;
  }
}
