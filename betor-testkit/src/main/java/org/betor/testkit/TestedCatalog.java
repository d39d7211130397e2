package org.betor.testkit;

import static org.betor.testkit.FreeFilms.key;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;

/** A catalogue in the hands of a test. Closed at the end. */
final class TestedCatalog implements AutoCloseable {
  /** Sees everything that anybody sees. */
  static final Viewer ROOT = new Viewer("root", Integer.MAX_VALUE - 1);

  private final CatalogUnderTest opener;
  private final String name;
  private Catalog catalog;

  TestedCatalog(CatalogUnderTest opener, String name) {
    this.opener = opener;
    this.name = name;
    this.catalog = opener.open(name);
  }

  /** The only catalogue of a test. */
  static TestedCatalog of(CatalogUnderTest opener) {
    return new TestedCatalog(opener, "tested");
  }

  /** One that has all this, and shows it. */
  static TestedCatalog having(CatalogUnderTest opener, Change... changes) {
    TestedCatalog tested = of(opener);
    tested.has(changes);
    return tested;
  }

  Catalog catalog() {
    return catalog;
  }

  void put(Change... changes) {
    catalog.put(List.of(changes));
  }

  void has(Change... changes) {
    put(changes);
    catalog.refresh();
  }

  void remove(ReleaseKey... keys) {
    catalog.remove(List.of(keys));
    catalog.refresh();
  }

  /** Closes it, and opens it again: what was put is there. */
  void reopen() {
    catalog.close();
    catalog = opener.open(name);
    catalog.refresh();
  }

  Optional<Release> find(ReleaseKey key) {
    return catalog.find(key, ROOT);
  }

  Release release(int number) {
    return find(key(number)).orElseThrow(() -> new AssertionError("not found: release " + number));
  }

  /** The numbers of the releases that anyone finds. */
  List<Integer> found(String words) {
    return numbers(CatalogQuery.words(words), Viewer.ANYONE);
  }

  List<Integer> numbers(CatalogQuery.Builder query) {
    return numbers(query, Viewer.ANYONE);
  }

  List<Integer> numbers(CatalogQuery.Builder query, Viewer viewer) {
    return numbers(catalog.search(query.build(), viewer).releases());
  }

  static List<Integer> numbers(Collection<Release> releases) {
    return releases.stream()
        .map(release -> release.key().value().substring("btih:".length()))
        .map(hex -> Integer.parseInt(hex, 16))
        .toList();
  }

  @Override
  public void close() {
    catalog.close();
  }
}
