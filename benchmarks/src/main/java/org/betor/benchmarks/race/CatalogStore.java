package org.betor.benchmarks.race;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.betor.api.model.Language;
import org.betor.api.model.TitleId;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.CatalogQuery.Sort;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.betor.benchmarks.race.Question.Kind;
import org.betor.core.LuceneCatalog;

/** The catalogue, through what everybody may call. */
final class CatalogStore implements Store {
  private static final Viewer EVERYBODY = new Viewer("", 9);

  private final Path folder;
  private LuceneCatalog catalog;

  CatalogStore(Path folder) {
    this.folder = folder;
    this.catalog = LuceneCatalog.open(folder);
  }

  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public List<Contestant> contestants() {
    return List.of(new Contestant(name(), false, this::ask));
  }

  @Override
  public void put(List<Entry> entries) {
    catalog.put(entries.stream().flatMap(entry -> entry.changes().stream()).toList());
  }

  @Override
  public void settle() {
    close();
    open();
  }

  @Override
  public void compact() {
    catalog.compact();
    settle();
  }

  @Override
  public void open() {
    catalog = LuceneCatalog.open(folder);
  }

  @Override
  public void putDurably(Entry entry) {
    catalog.put(entry.changes());
  }

  @Override
  public boolean shows(Entry entry) {
    catalog.refresh();
    return catalog.find(entry.release().key(), EVERYBODY).isPresent();
  }

  @Override
  public void close() {
    catalog.close();
  }

  private Answer ask(Question question) {
    Viewer viewer = new Viewer("", question.level());
    if (question.kind() == Kind.SUGGEST) {
      List<String> titles = catalog.suggest(question.words(), Kind.SUGGEST.limit(), viewer);
      return new Answer(titles, titles.size());
    }
    if (question.kind() == Kind.FACETS) {
      return facets(CatalogQuery.words(question.words()).build(), viewer);
    }
    Hits hits = catalog.search(query(question), viewer);
    return new Answer(hits.releases(), hits.total());
  }

  private Answer facets(CatalogQuery query, Viewer viewer) {
    Set<Facet> facets = Set.of(Facet.RESOLUTION, Facet.LANGUAGE);
    List<String> counts =
        catalog.count(query, facets, Kind.FACETS.limit(), viewer).values().stream()
            .flatMap(List::stream)
            .map(count -> count.value() + "=" + count.releases())
            .toList();
    return new Answer(counts, counts.size());
  }

  private static CatalogQuery query(Question question) {
    CatalogQuery.Builder query =
        question.words().isEmpty() ? CatalogQuery.all() : CatalogQuery.words(question.words());
    query.limit(question.kind().limit());
    if (question.kind() == Kind.FILTERED) {
      query
          .years(question.year() - 3, question.year() + 3)
          .mediaType(question.type())
          .language(Language.BRAZILIAN_PORTUGUESE)
          .sort(Sort.NEWEST);
    } else if (question.kind() == Kind.BY_ID) {
      query.id(TitleId.imdb(question.imdb()));
    } else if (question.kind() == Kind.DEEP) {
      query.offset(Kind.SKIPPED);
    }
    return query.build();
  }
}
