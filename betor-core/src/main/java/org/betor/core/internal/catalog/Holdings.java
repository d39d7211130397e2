package org.betor.core.internal.catalog;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;

/**
 * What is held under each key now: in the index, or written and not refreshed yet. May be read by
 * several threads while none changes it. Its methods throw {@link IllegalArgumentException} where a
 * record cannot be read.
 */
final class Holdings {
  /** What a key and its place in a map take. */
  private static final int PLACE_BYTES = 300;

  /** What a release takes that is not held as its record. */
  private static final int LARGE_BYTES = 4_000;

  private static final int ROOM_FOR_KEYS = 1 << 16;

  private final CatalogReader reader;
  private final Map<ReleaseKey, Supplier<Holding>> unrefreshed = new HashMap<>();
  private final Map<ReleaseKey, Set<ReleaseKey>> unrefreshedNames = new HashMap<>();
  private final Set<ReleaseKey> unreadable = new HashSet<>();
  private final KnownKeys known;
  private long bytes;

  Holdings(CatalogReader reader) {
    this.reader = reader;
    this.known = new KnownKeys(reader, ROOM_FOR_KEYS);
  }

  /** Notes a key under which there is something that cannot be read. */
  void putUnreadable(ReleaseKey key) {
    unreadable.add(key);
    known.add(key.value());
  }

  /** To be called before a batch of new ones. */
  void makeRoom() throws IOException {
    known.makeRoom(
        () ->
            Stream.concat(unrefreshed.keySet().stream(), unreadable.stream())
                .map(ReleaseKey::value));
  }

  /** Notes a release of one key, as its record, which is a tenth as large as what it says. */
  void put(ReleaseKey key, byte[] record) {
    unrefreshed.put(key, () -> Holding.of(PackedJson.read(new BytesRef(record))));
    known.add(key.value());
    bytes += PLACE_BYTES + record.length;
  }

  void put(Holding holding) {
    unrefreshed.put(holding.key(), () -> holding);
    known.add(holding.key().value());
    bytes += PLACE_BYTES + LARGE_BYTES;
    holding
        .sameAs()
        .ifPresent(
            key -> unrefreshedNames.computeIfAbsent(key, k -> new HashSet<>()).add(holding.key()));
  }

  /** Forgets what the index shows by now. */
  void clear() {
    unrefreshed.clear();
    unrefreshedNames.clear();
    unreadable.clear();
    bytes = 0;
  }

  /** How much memory is taken by what the index does not show yet, roughly. */
  long bytes() {
    return bytes;
  }

  Holding get(ReleaseKey key) throws IOException {
    return find(key).orElseGet(() -> Holding.none(key));
  }

  /** What is held under a key; empty if nothing was ever written under it. */
  Optional<Holding> find(ReleaseKey key) throws IOException {
    Supplier<Holding> written = unrefreshed.get(key);
    if (written != null) {
      return Optional.of(written.get());
    }
    return known.mayHold(key)
        ? Optional.of(reader.searching(searcher -> indexed(searcher, key)))
        : Optional.empty();
  }

  /** The key of the release that a key leads to. Of keys in a ring it is the first by alphabet. */
  ReleaseKey leadFrom(ReleaseKey key) throws IOException {
    List<ReleaseKey> path = new ArrayList<>(List.of(key));
    Optional<ReleaseKey> next = get(key).sameAs();
    while (next.isPresent() && !path.contains(next.get())) {
      path.add(next.get());
      next = get(next.get()).sameAs();
    }
    return next.isEmpty()
        ? path.get(path.size() - 1)
        : path.subList(path.indexOf(next.get()), path.size()).stream()
            .min(Comparator.comparing(ReleaseKey::value))
            .orElseThrow();
  }

  /** All other keys that lead to a key. */
  Set<ReleaseKey> leadingTo(ReleaseKey key) throws IOException {
    Set<ReleaseKey> found = new LinkedHashSet<>(List.of(key));
    Deque<ReleaseKey> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (ReleaseKey name : namesOf(open.remove())) {
        if (found.add(name)) {
          open.add(name);
        }
      }
    }
    found.remove(key);
    return found;
  }

  /** What has to be held under a key, by what was written under it and under others. */
  Holding resolved(ReleaseKey key) throws IOException {
    Release own = get(key).own();
    if (!leadFrom(key).equals(key)) {
      return Holding.alias(own);
    }
    List<Release> others = new ArrayList<>();
    for (ReleaseKey other : leadingTo(key)) {
      others.add(get(other).own());
    }
    return Holding.of(own, others);
  }

  private Set<ReleaseKey> namesOf(ReleaseKey key) throws IOException {
    Set<ReleaseKey> names = new LinkedHashSet<>(unrefreshedNames.getOrDefault(key, Set.of()));
    names.addAll(reader.searching(searcher -> indexedNames(searcher, key)));
    Set<ReleaseKey> current = new LinkedHashSet<>();
    for (ReleaseKey name : names) {
      if (get(name).sameAs().filter(key::equals).isPresent()) {
        current.add(name);
      }
    }
    return current;
  }

  private static Holding indexed(IndexSearcher searcher, ReleaseKey key) throws IOException {
    OptionalInt document = Keys.document(searcher, key);
    return document.isPresent()
        ? Records.holding(searcher, document.getAsInt())
        : Holding.none(key);
  }

  private static Set<ReleaseKey> indexedNames(IndexSearcher searcher, ReleaseKey key)
      throws IOException {
    TermQuery names = new TermQuery(new Term(ReleaseDocument.SAME_AS, key.value()));
    Set<ReleaseKey> found = new LinkedHashSet<>();
    for (ScoreDoc name : searcher.search(names, Integer.MAX_VALUE).scoreDocs) {
      found.add(Records.holding(searcher, name.doc).key());
    }
    return found;
  }
}
