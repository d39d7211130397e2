package org.betor.testkit;

/**
 * What every {@link org.betor.api.spi.Catalog} promises. A test class that implements this runs
 * these tests: examples of each promise, and random operations whose answers are compared with
 * those of {@link MemoryCatalog}.
 *
 * <pre>{@code
 * class ShelfCatalogTest implements CatalogContract {
 *   @TempDir Path directory;
 *
 *   public Catalog open(String name) {
 *     return ShelfCatalog.open(directory.resolve(name));
 *   }
 * }
 * }</pre>
 */
public interface CatalogContract
    extends CatalogWrites,
        CatalogKeys,
        CatalogSearches,
        CatalogPages,
        CatalogCounts,
        CatalogInputs,
        CatalogOperations {}
