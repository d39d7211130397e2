package org.betor.mods.steam;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.samples.FakeSteamWeb;
import org.betor.testkit.SimulatedTime;

/** The source before sample services, in time that passes in no time. */
final class Workshop implements AutoCloseable {
  static final String DETAILS = "ISteamRemoteStorage/GetPublishedFileDetails";
  static final String COLLECTIONS = "ISteamRemoteStorage/GetCollectionDetails";

  final SimulatedTime time = new SimulatedTime();
  final FakeSteamWeb web;

  Workshop() {
    this(FakeSteamWeb.builder());
  }

  Workshop(FakeSteamWeb.Builder web) {
    this.web = web.start();
  }

  /** Polite, as it is with the real ones. */
  SteamSource.Builder source() {
    return SteamSource.builder()
        .api(web.home())
        .store(web.home())
        .community(web.home())
        .clock(time)
        .pause(time);
  }

  static ModKey key(long id) {
    return new ModKey("steam", Long.toString(id));
  }

  Map<ModKey, ModLookup> lookups(long... ids) throws InterruptedException {
    Set<ModKey> keys = new TreeSet<>();
    for (long id : ids) {
      keys.add(key(id));
    }
    return source().build().details(keys);
  }

  ModDetails details(long id) throws InterruptedException {
    return details(source().build(), id);
  }

  static ModDetails details(ModSource source, long id) throws InterruptedException {
    if (source.details(Set.of(key(id))).get(key(id)) instanceof ModLookup.Found found) {
      return found.details();
    }
    throw new AssertionError(id + " was not found");
  }

  @Override
  public void close() {
    web.close();
  }
}
