/** Mods of the Steam Workshop. */
@org.jspecify.annotations.NullMarked
module org.betor.mods.steam {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires java.net.http;
  requires tools.jackson.databind;
  requires org.slf4j;

  exports org.betor.mods.steam;
}
