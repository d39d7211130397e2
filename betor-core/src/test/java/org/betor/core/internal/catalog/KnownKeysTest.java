package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.ReleaseKey;
import org.betor.core.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownKeysTest {
  private static final int FEWEST = 64;

  @TempDir Path directory;

  /** More and more, some of them refreshed, so that the filter is made anew several times. */
  @Test
  void noKeyIsEverTakenForNewAndFewNewOnesForKnown() throws IOException {
    try (IndexFolder folder = IndexFolder.open(directory)) {
      KnownKeys known = new KnownKeys(new CatalogReader(folder), FEWEST);
      Set<ReleaseKey> unrefreshed = new HashSet<>();
      for (int number = 0; number < 3_000; number++) {
        known.makeRoom(() -> unrefreshed.stream().map(ReleaseKey::value));
        ReleaseKey key = Films.key(number);
        folder.writer().addDocument(ReleaseDocument.unreadable(key, new BytesRef("?")));
        known.add(key.value());
        unrefreshed.add(key);
        if (number % 700 == 0) {
          folder.searchers().maybeRefreshBlocking();
          unrefreshed.clear();
        }
      }
      int wrong = 0;
      for (int number = 0; number < 3_000; number++) {
        assertThat(known.mayHold(Films.key(number))).isTrue();
        wrong += known.mayHold(Films.key(10_000 + number)) ? 1 : 0;
      }
      assertThat(wrong).isLessThan(150);
    }
  }

  @Test
  void whatCouldNotBeReadToItsEndIsReadAgain() throws IOException {
    try (IndexFolder folder = IndexFolder.open(directory)) {
      KnownKeys known = new KnownKeys(new CatalogReader(folder), FEWEST);
      Stream<String> broken = Stream.of("films:1", "films:2").peek(key -> fail(key, "films:2"));

      assertThatIllegalStateException().isThrownBy(() -> known.makeRoom(() -> broken));
      known.makeRoom(() -> Stream.of("films:1", "films:2"));

      assertThat(known.mayHold(new ReleaseKey("films:2"))).isTrue();
    }
  }

  private static void fail(String key, String bad) {
    if (key.equals(bad)) {
      throw new IllegalStateException(key);
    }
  }

  @Test
  void aRecordThatWasCarriedOverIsNotTakenForANewKey() throws IOException {
    try (IndexFolder folder = IndexFolder.open(directory);
        BatchWriter batches = new BatchWriter(folder, new CatalogReader(folder))) {
      batches.carryOver(Films.key(1), new BytesRef("?"));
      folder.searchers().maybeRefreshBlocking();
      batches.write(LogEntry.put(List.of(Films.titled(1, "Sintel"))).parts());
      folder.searchers().maybeRefreshBlocking();

      int documents =
          new CatalogReader(folder).searching(searcher -> searcher.getIndexReader().numDocs());
      assertThat(documents).isEqualTo(1);
    }
  }
}
