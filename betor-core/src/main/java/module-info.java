/** The engine: discovery, fetching, searching and the Lucene catalogue. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings(
    "requires-automatic") // the key-value library names its module in the manifest only
module org.betor.core {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires com.h2database;
  requires java.net.http;
  requires methanol;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.slf4j;
  requires tools.jackson.databind;

  exports org.betor.core;

  uses org.betor.api.spi.Catalog.Factory;
  uses org.betor.api.spi.Provider;
  uses org.betor.api.spi.Provider.Factory;
  uses org.betor.api.spi.TitleSource;

  provides org.betor.api.spi.Catalog.Factory with
      org.betor.core.LuceneCatalog.Factory;
}
