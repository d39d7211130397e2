package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.junit.jupiter.api.Test;

class MemoryCatalogTest implements CatalogContract {
  private final Map<String, Map<ReleaseKey, Release>> kept = new HashMap<>();

  @Override
  public Catalog open(String name) {
    return new MemoryCatalog(kept.computeIfAbsent(name, none -> new HashMap<>()));
  }

  @Test
  void whatWasPutDoesNotShowBeforeARefresh() {
    try (Catalog catalog = open("tested")) {
      catalog.put(List.of(FreeFilms.titled(1, "Sintel")));
      assertThat(catalog.find(FreeFilms.key(1), Viewer.ANYONE)).isEmpty();
      catalog.refresh();

      catalog.remove(List.of(FreeFilms.key(1)));
      assertThat(catalog.find(FreeFilms.key(1), Viewer.ANYONE)).isPresent();
    }
  }
}
