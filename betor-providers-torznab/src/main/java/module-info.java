/** Providers for Torznab endpoints. */
@org.jspecify.annotations.NullMarked
module org.betor.providers.torznab {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires org.jsoup;

  exports org.betor.providers.torznab;

  provides org.betor.api.spi.Provider.Factory with
      org.betor.providers.torznab.TorznabFactory;
}
