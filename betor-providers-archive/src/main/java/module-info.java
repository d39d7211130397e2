/** Provider for the Internet Archive. */
@org.jspecify.annotations.NullMarked
module org.betor.providers.archive {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports org.betor.providers.archive;

  provides org.betor.api.spi.Provider with
      org.betor.providers.archive.ArchiveProvider;
}
