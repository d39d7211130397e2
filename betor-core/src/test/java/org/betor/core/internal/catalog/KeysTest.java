package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.ReleaseKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  /** The second spells the bytes of the first. */
  private static final List<ReleaseKey> KEYS =
      List.of(
          new ReleaseKey("btih:" + "66696c6d733a3031323334353637383961626364"),
          new ReleaseKey("films:0123456789abcd"),
          new ReleaseKey("btmh:" + "0123456789abcdef".repeat(4)),
          new ReleaseKey("btih:" + "0123456789abcdef".repeat(4).substring(0, 40)),
          new ReleaseKey("films:btih:08ada5a7"));

  @TempDir Path directory;

  @Test
  void everyKindOfKeyIsFoundAndReadAgain() throws IOException {
    try (IndexFolder folder = IndexFolder.open(directory)) {
      for (ReleaseKey key : KEYS) {
        folder.writer().addDocument(ReleaseDocument.unreadable(key, new BytesRef("?")));
      }
      folder.searchers().maybeRefreshBlocking();

      Map<ReleaseKey, Integer> found = new HashMap<>();
      Map<ReleaseKey, Integer> read = new HashMap<>();
      Map<Integer, ReleaseKey> keys = new HashMap<>();
      new CatalogReader(folder)
          .searching(
              searcher -> {
                LeafReader segment = searcher.getIndexReader().leaves().get(0).reader();
                Keys.each(segment, read::put);
                for (ReleaseKey key : KEYS) {
                  int document = Keys.document(searcher, key).orElseThrow();
                  found.put(key, document);
                  keys.put(document, Keys.of(segment, document));
                }
                return true;
              });

      assertThat(found).containsOnlyKeys(KEYS).isEqualTo(read);
      assertThat(found).allSatisfy((key, at) -> assertThat(keys.get(at)).isEqualTo(key));
      assertThat(keys).hasSameSizeAs(KEYS);
    }
  }
}
