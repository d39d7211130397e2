package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.betor.api.model.Identity;
import org.betor.api.model.Release;

/** Hands over everything that a searcher sees, for whoever copies it. */
final class Scan {
  private Scan() {}

  static void of(IndexSearcher searcher, Consumer<Release> each) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      each(
          leaf.reader(),
          document -> Records.find(leaf.reader(), document).map(Scan::asCopied).ifPresent(each));
    }
  }

  /** Takes every document of a segment that was not deleted. */
  static void each(LeafReader segment, Matches.Step step) throws IOException {
    Bits live = segment.getLiveDocs();
    for (int document = 0; document < segment.maxDoc(); document++) {
      if (live == null || live.get(document)) {
        step.take(document);
      }
    }
  }

  /** Of an alias only that it is one: its other sections come with the release that it leads to. */
  private static Release asCopied(Release record) {
    Optional<Identity> identity = record.find(Identity.class);
    return identity.map(Release.of(record.key())::with).orElse(record);
  }
}
