/** Provider for the Comando Torrents blog. */
@org.jspecify.annotations.NullMarked
module org.betor.providers.comando {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires transitive org.betor.site;

  exports org.betor.providers.comando;

  provides org.betor.api.spi.Provider with
      org.betor.providers.comando.ComandoProvider;
}
