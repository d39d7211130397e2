/** A caching library of game mods, from any source. */
@SuppressWarnings({
  "module", // that of the Workshop is built later
  "requires-automatic" // the database names its module in the manifest only
})
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
  exports org.betor.mods.internal.http to
      org.betor.mods.steam;

  uses org.betor.api.mod.ModSource.Factory;

  provides org.betor.api.mod.ModSource.Factory with
      org.betor.mods.ThunderstoreSource.Factory;
}
