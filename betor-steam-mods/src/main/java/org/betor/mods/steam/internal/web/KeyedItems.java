package org.betor.mods.steam.internal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.mods.internal.http.Ask;
import org.betor.mods.internal.http.Server;

/** Asks the part of the Web API that wants a key, and says what items need as well. */
public final class KeyedItems implements Items {
  private static final String DETAILS = "IPublishedFileService/GetDetails/v1/";
  private static final long COLLECTION = 2;
  private static final long PICTURE = 0;
  private static final int MOST_PICTURES = 100;

  private final Server api;
  private final String key;

  /** Asks this server, with a key that it knows. */
  public KeyedItems(Server api, String key) {
    this.api = api;
    this.key = key;
  }

  @Override
  public Map<ModKey, ModLookup> ask(Set<ModKey> mods) throws InterruptedException {
    Ask ask = Ask.get(api.at(DETAILS + "?" + Ask.form(query(mods))));
    List<Fields> entries = api.ask(ask, page -> OpenItems.list(page, "publishedfiledetails"));
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    ItemFields.byKey(entries, mods)
        .forEach(
            (mod, entry) -> {
              if (ItemFields.isThere(entry)) {
                lookups.put(mod, found(mod, entry));
              } else {
                ItemFields.refusal(entry).ifPresent(refusal -> lookups.put(mod, refusal));
              }
            });
    return lookups;
  }

  private Map<String, String> query(Set<ModKey> mods) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("key", key);
    int index = 0;
    for (ModKey mod : mods) {
      query.put("publishedfileids[%d]".formatted(index++), mod.id());
    }
    query.put("includechildren", "true");
    query.put("includetags", "true");
    query.put("includeadditionalpreviews", "true");
    return query;
  }

  private static ModLookup found(ModKey mod, Fields entry) {
    String full = entry.text("file_description");
    ModDetails.Builder details =
        ItemFields.details(mod, entry)
            .description(full.isEmpty() ? entry.text("short_description") : full)
            .pictures(pictures(entry));
    entry.id("consumer_appid").ifPresent(details::game);
    List<ModKey> children = ItemFields.children(entry);
    if (entry.number("file_type").orElse(0) == COLLECTION) {
      details.members(children);
    } else {
      details.needs(children);
    }
    return new ModLookup.Found(details.build());
  }

  private static List<Picture> pictures(Fields entry) {
    List<Picture> pictures = new ArrayList<>();
    entry
        .address("preview_url")
        .ifPresent(logo -> pictures.add(new Picture(Picture.Kind.LOGO, logo)));
    entry.list("previews").stream()
        .filter(preview -> preview.number("preview_type").orElse(0) == PICTURE)
        .sorted(Comparator.comparingLong(preview -> preview.number("sortorder").orElse(0)))
        .flatMap(preview -> preview.address("url").stream())
        .limit(MOST_PICTURES)
        .forEach(shot -> pictures.add(new Picture(Picture.Kind.SCREENSHOT, shot)));
    return pictures;
  }
}
