/** Provider for the BLUDV blog. */
@org.jspecify.annotations.NullMarked
module org.betor.providers.bludv {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires transitive org.betor.site;

  exports org.betor.providers.bludv;

  provides org.betor.api.spi.Provider with
      org.betor.providers.bludv.BludvProvider;
}
