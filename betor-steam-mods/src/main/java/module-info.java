/** Mods of the Steam Workshop. */
@org.jspecify.annotations.NullMarked
module org.betor.mods.steam {
  requires transitive org.betor.api;
  requires static transitive org.jspecify;
  requires org.betor.mods;
  requires tools.jackson.databind;
  requires org.slf4j;

  exports org.betor.mods.steam;

  provides org.betor.api.mod.ModSource.Factory with
      org.betor.mods.steam.SteamSource.Factory;
}
