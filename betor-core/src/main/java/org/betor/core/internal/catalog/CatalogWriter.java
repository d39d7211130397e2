package org.betor.core.internal.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.spi.Change;

/** Merges what is written into an index. Safe for use by several threads: one write at a time. */
public final class CatalogWriter implements Closeable {
  /** So many releases are held in memory between two refreshes. */
  private static final int MAX_UNREFRESHED = 10_000;

  private final IndexFolder folder;
  private final CatalogReader reader;
  private final WriterThread thread = new WriterThread(this::commit);

  /** What searches do not see yet; a release that was removed is there without sections. */
  private final Map<ReleaseKey, Release> unrefreshed = new HashMap<>();

  public CatalogWriter(IndexFolder folder, CatalogReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  /** Writes all of the changes or, if one cannot be merged, none. */
  public void put(Collection<Change> changes) throws IOException {
    Map<ReleaseKey, List<Section>> sections =
        changes.stream()
            .collect(
                groupingBy(Change::key, LinkedHashMap::new, mapping(Change::section, toList())));
    thread.write(() -> write(merged(sections)));
  }

  public void remove(Collection<ReleaseKey> keys) throws IOException {
    List<Release> emptied = keys.stream().map(Release::of).toList();
    thread.write(() -> write(emptied));
  }

  public void refresh() throws IOException {
    thread.run(this::refreshNow);
  }

  /** Closes the index too. */
  @Override
  public void close() throws IOException {
    try {
      thread.run(folder::close);
    } finally {
      thread.close();
    }
  }

  private List<Release> merged(Map<ReleaseKey, List<Section>> sections) throws IOException {
    List<Release> merged = new ArrayList<>();
    for (Map.Entry<ReleaseKey, List<Section>> change : sections.entrySet()) {
      merged.add(current(change.getKey()).with(change.getValue()));
    }
    return merged;
  }

  private Release current(ReleaseKey key) throws IOException {
    Release written = unrefreshed.get(key);
    if (written != null) {
      return written;
    }
    try {
      return reader.get(key).orElseGet(() -> Release.of(key));
    } catch (IllegalArgumentException reason) {
      // to begin anew could show a release to viewers whom its lost level kept out
      throw new IllegalStateException(
          "the record of %s cannot be read (%s): remove the release, or use the program that wrote it"
              .formatted(key, reason.getMessage()),
          reason);
    }
  }

  private void write(List<Release> releases) throws IOException {
    for (Release release : releases) {
      if (release.sections().isEmpty()) {
        folder.writer().deleteDocuments(ReleaseDocument.term(release.key()));
      } else {
        folder
            .writer()
            .updateDocument(ReleaseDocument.term(release.key()), ReleaseDocument.of(release));
      }
      unrefreshed.put(release.key(), release);
    }
  }

  private void commit() throws IOException {
    folder.writer().commit();
    if (unrefreshed.size() > MAX_UNREFRESHED) {
      refreshNow();
    }
  }

  private void refreshNow() throws IOException {
    folder.searchers().maybeRefreshBlocking();
    unrefreshed.clear();
  }
}
