/** The model and the SPI of Betor: what a plugin author compiles against. */
@org.jspecify.annotations.NullMarked
module org.betor.api {
  requires static transitive org.jspecify;

  exports org.betor.api;
  exports org.betor.api.metainfo;
  exports org.betor.api.mod;
  exports org.betor.api.model;
  exports org.betor.api.name;
  exports org.betor.api.spi;
}
