package org.betor.core;

import java.nio.file.Path;
import org.betor.api.spi.Catalog;
import org.betor.testkit.CatalogContract;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogContractTest implements CatalogContract {
  @TempDir Path directory;

  @Override
  public Catalog open(String name) {
    return LuceneCatalog.open(directory.resolve(name));
  }
}
