package org.betor.mods.steam.internal.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.spi.Page;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;

/** Asks the part of the Web API that needs no key. It says nothing of what items need. */
public final class OpenItems implements Items {
  private static final String DETAILS = "ISteamRemoteStorage/GetPublishedFileDetails/v1/";
  private static final String COLLECTIONS = "ISteamRemoteStorage/GetCollectionDetails/v1/";

  private final Server api;

  /** Asks this server. */
  public OpenItems(Server api) {
    this.api = api;
  }

  @Override
  public Map<ModKey, ModLookup> ask(Set<ModKey> mods) throws InterruptedException {
    Map<ModKey, Fields> entries = entries(DETAILS, "itemcount", "publishedfiledetails", mods);
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    Set<ModKey> found = new TreeSet<>();
    entries.forEach(
        (key, entry) -> {
          if (ItemFields.isThere(entry)) {
            found.add(key);
          } else {
            ItemFields.refusal(entry).ifPresent(refusal -> lookups.put(key, refusal));
          }
        });
    Map<ModKey, Fields> collections = collections(found);
    found.forEach(key -> lookups.put(key, found(key, entries, collections)));
    return lookups;
  }

  private Map<ModKey, Fields> collections(Set<ModKey> found) throws InterruptedException {
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<ModKey, Fields> entries =
        entries(COLLECTIONS, "collectioncount", "collectiondetails", found);
    entries.values().removeIf(entry -> !ItemFields.isThere(entry));
    return entries;
  }

  private static ModLookup found(
      ModKey key, Map<ModKey, Fields> entries, Map<ModKey, Fields> collections) {
    Fields entry = entries.get(key);
    Fields collection = collections.get(key);
    if (entry == null) {
      throw new IllegalStateException(key + " was not asked for");
    }
    ModDetails.Builder details =
        ItemFields.details(key, entry).description(entry.text("description"));
    entry.id("consumer_app_id").ifPresent(details::game);
    if (collection != null) {
      details.members(ItemFields.children(collection));
    }
    return new ModLookup.Found(details.build());
  }

  private Map<ModKey, Fields> entries(String path, String count, String list, Set<ModKey> mods)
      throws InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(count, Integer.toString(mods.size()));
    for (ModKey key : mods) {
      form.put("publishedfileids[%d]".formatted(form.size() - 1), key.id());
    }
    List<Fields> entries = api.ask(Ask.post(api.at(path), form), page -> list(page, list));
    return ItemFields.byKey(entries, mods);
  }

  /** That the list is not there at all is no answer. */
  static List<Fields> list(Page page, String list) throws IOException {
    Fields response = Fields.read(page).fields("response");
    if (!response.has(list)) {
      throw new IOException("it has no list \"%s\"".formatted(list));
    }
    return response.list(list);
  }
}
