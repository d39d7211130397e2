package org.betor.core.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.betor.api.model.Viewer;
import org.betor.core.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogWriterTest {
  @TempDir Path directory;

  /** All is committed, so there is nothing to be written anew. */
  @Test
  void searchesGoOnAfterAFailureWithNothingToDo() throws IOException {
    IndexFolder folder = IndexFolder.open(directory);
    CatalogReader reader = new CatalogReader(folder);
    try (CatalogWriter writer = CatalogWriter.open(folder, reader, (done, all) -> {})) {
      writer.put(List.of(Films.titled(1, "Sintel")));
      writer.compact();
      folder.writer().rollback(); // as a full disk does
      assertThatThrownBy(writer::compact).isInstanceOf(IOException.class);

      writer.refresh();

      assertThat(reader.find(Films.key(1), Viewer.ANYONE)).isPresent();
    }
  }
}
