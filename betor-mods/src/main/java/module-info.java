/** A caching library of game mods, from any source. */
@SuppressWarnings("requires-automatic") // the database names its module in the manifest only
@org.jspecify.annotations.NullMarked
module org.betor.mods {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires com.h2database;
  requires transitive java.sql;
  requires org.apache.commons.compress;
  requires org.slf4j;
  requires tools.jackson.databind;

  exports org.betor.mods;
}
