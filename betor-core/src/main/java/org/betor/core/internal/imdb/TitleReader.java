package org.betor.core.internal.imdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.betor.api.model.Title;
import org.betor.api.spi.TitleQuestion;

/**
 * A complete index, open. It closes when {@link #release} was called once more than {@link #use}.
 */
final class TitleReader {
  private final DirectoryReader reader;
  private final TitleDocuments documents;
  private final ImportState state;

  private TitleReader(DirectoryReader reader, ImportState state) {
    this.reader = reader;
    this.documents = new TitleDocuments(reader);
    this.state = state;
  }

  static TitleReader open(Path folder) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      ImportState state =
          ImportState.read(directory)
              .orElseThrow(() -> new IOException("there is no complete import in " + folder));
      DirectoryReader reader = DirectoryReader.open(directory);
      reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
      return new TitleReader(reader, state);
    } catch (IOException | RuntimeException reason) {
      directory.close();
      throw reason;
    }
  }

  /** Keeps it open until it is released once more. */
  void use() {
    reader.incRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  ImportState state() {
    return state;
  }

  Optional<Title> find(long id) throws IOException {
    OptionalInt found = documents.first(TitleDocument.of(id));
    return found.isPresent()
        ? Optional.of(TitleRecord.read(documents.record(found.getAsInt())))
        : Optional.empty();
  }

  List<Title> candidates(TitleQuestion question, int limit) throws IOException {
    return new Candidates(documents, question).first(limit);
  }
}
