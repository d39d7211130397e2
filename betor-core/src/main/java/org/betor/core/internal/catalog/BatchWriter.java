package org.betor.core.internal.catalog;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.ReleaseKey;
import org.betor.core.internal.catalog.LogEntry.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches into the index, shared by several threads. What was written under one key only is
 * written in a first round. Releases of which two keys are known follow in a second one, when all
 * that the batch says is known. Not for use by several threads.
 */
final class BatchWriter implements Closeable {
  /** Less is written sooner than it is shared. */
  private static final long WORTH_SHARING = 2 << 20;

  private final IndexFolder folder;
  private final Holdings holdings;
  private final Crew crew = new Crew("betor-catalog-index-helper");

  BatchWriter(IndexFolder folder, CatalogReader reader) {
    this.folder = folder;
    this.holdings = new Holdings(reader);
  }

  void write(List<Part> batch) throws IOException {
    for (List<Part> piece : Merge.pieces(batch)) {
      if (piece.get(0).removes()) {
        remove(piece);
      } else {
        put(piece);
      }
    }
  }

  /** Writes a record that cannot be read, under a key under which nothing was written yet. */
  void carryOver(ReleaseKey key, BytesRef record) throws IOException {
    IndexWriter writer = folder.writer();
    holdings.makeRoom();
    writer.addDocument(ReleaseDocument.unreadable(key, record));
    holdings.putUnreadable(key);
  }

  /**
   * Writes what the index holds in memory to the disk, where it is much; each thread its part.
   * Opens no writer where nothing was written.
   */
  void flush() throws IOException {
    if (unrefreshedBytes() > 0 && folder.writer().ramBytesUsed() > WORTH_SHARING) {
      crew.all(folder.writer()::flushNextBuffer);
    }
  }

  /** How much memory is taken by what searches do not see yet. */
  long unrefreshedBytes() {
    return holdings.bytes();
  }

  /** Forgets what searches see by now, or what was given up. */
  void refreshed() {
    holdings.clear();
  }

  @Override
  public void close() throws IOException {
    crew.close();
  }

  private void put(List<Part> parts) throws IOException {
    IndexWriter writer = folder.writer();
    holdings.makeRoom();
    List<Holding> entangled = new ArrayList<>();
    for (First done :
        crew.each(Merge.of(parts), merge -> readable(merge.key(), () -> first(merge, writer)))) {
      done.plain().ifPresent(record -> holdings.put(done.holding.key(), record));
      if (done.plain().isEmpty()) {
        entangled.add(done.holding);
      }
    }
    Set<ReleaseKey> affected = leads(entangled);
    entangled.forEach(holdings::put);
    affected.addAll(leads(entangled));
    crew.each(affected, key -> readable(key, () -> second(key, writer))).forEach(holdings::put);
  }

  private First first(Merge merge, IndexWriter writer) throws IOException {
    Optional<Holding> found = holdings.find(merge.key());
    Holding before = found.orElseGet(() -> Holding.none(merge.key()));
    Holding after = new Holding(merge.onto(before.own()), before.whole());
    if (!before.isPlain() || after.sameAs().isPresent()) {
      return new First(after, Optional.empty());
    }
    Holding plain = Holding.of(after.own());
    byte[] record = merge.record(plain.own());
    if (found.isEmpty()) {
      writer.addDocument(ReleaseDocument.of(plain, record)); // spares the search for an old one
    } else {
      write(plain, record, writer);
    }
    return new First(plain, Optional.of(record));
  }

  private Holding second(ReleaseKey key, IndexWriter writer) throws IOException {
    Holding resolved = holdings.resolved(key);
    boolean alias = resolved.whole().sections().isEmpty();
    write(resolved, PackedJson.of(alias ? resolved.own() : resolved.whole()), writer);
    return resolved;
  }

  private static void write(Holding holding, byte[] record, IndexWriter writer) throws IOException {
    if (holding.isEmpty()) {
      writer.deleteDocuments(Keys.term(holding.key()));
    } else {
      writer.updateDocument(Keys.term(holding.key()), ReleaseDocument.of(holding, record));
    }
  }

  /** These, and the releases that they lead to. */
  private Set<ReleaseKey> leads(List<Holding> entangled) throws IOException {
    Set<ReleaseKey> leads = new LinkedHashSet<>();
    for (Holding holding : entangled) {
      leads.add(holding.key());
      readable(holding.key(), () -> holdings.leadFrom(holding.key())).ifPresent(leads::add);
    }
    return leads;
  }

  private void remove(List<Part> parts) throws IOException {
    IndexWriter writer = folder.writer();
    holdings.makeRoom();
    for (Part part : parts) {
      ReleaseKey key = part.release().key();
      ReleaseKey lead = readable(key, () -> holdings.leadFrom(key)).orElse(key);
      Set<ReleaseKey> keys = new LinkedHashSet<>(List.of(key, lead));
      readable(lead, () -> holdings.leadingTo(lead)).ifPresent(keys::addAll);
      for (ReleaseKey each : keys) {
        writer.deleteDocuments(Keys.term(each));
        holdings.put(Holding.none(each));
      }
    }
  }

  /** Empty, with a line in the log, if what is there cannot be read. */
  private static <T> Optional<T> readable(ReleaseKey key, Read<T> read) throws IOException {
    try {
      return Optional.of(read.get());
    } catch (IllegalArgumentException unreadable) {
      // to begin anew could show a release to viewers whom its lost level kept out
      Logger logger = LoggerFactory.getLogger(BatchWriter.class);
      logger.error(
          "What was written of {} is left out, for its record cannot be read ({}): remove the"
              + " release, or use the program that wrote it",
          key,
          unreadable.getMessage());
      return Optional.empty();
    }
  }

  /**
   * What the first round made of a key.
   *
   * @param plain the record of a release of one key; empty if it is for the second round to write
   */
  private record First(Holding holding, Optional<byte[]> plain) {}

  private interface Read<T> {
    T get() throws IOException;
  }
}
