package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.betor.api.model.Swarm;
import org.betor.api.spi.Change;
import org.betor.core.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedDirectoryTest {
  @TempDir Path folder;

  /** The last one to let go of what was merged away deletes its files. */
  @Test
  void aCallerThatIsInterruptedWhileItLetsGoOfASearchLeavesTheIndexLocked() throws Exception {
    IndexFolder index = IndexFolder.open(folder);
    try (CatalogWriter writer =
        CatalogWriter.open(index, new CatalogReader(index), (done, all) -> {})) {
      put(writer, 1);
      SearcherManager searchers = index.searchers();
      IndexSearcher search = searchers.acquire();
      put(writer, 2);
      writer.compact();

      Thread.currentThread().interrupt();
      searchers.release(search);

      assertThat(Thread.interrupted()).isTrue();
      put(writer, 3);
      assertThat(writer.verify()).isEmpty();
    }
  }

  private static void put(CatalogWriter writer, int number) throws Exception {
    writer.put(List.of(new Change(Films.key(number), new Swarm(number, 0, Films.NOON))));
    writer.refresh();
  }
}
