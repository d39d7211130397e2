package org.betor.mods.steam.internal.web;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModDetails.Picture;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModVersion;

/** An item as the Web API writes it, with a key or without: most names of fields are the same. */
final class ItemFields {
  private static final int MOST_TAGS = 200;
  private static final int MOST_CHARS_OF_A_NAME = 500;

  /** A collection of collections has as many. */
  private static final int MOST_CHILDREN = 5_000;

  private static final Map<Long, String> REFUSALS =
      Map.of(
          8L, "the Workshop knows no such id",
          9L, "there is no such item, or not any more, or it is hidden",
          15L, "it is kept from the public",
          17L, "it is banned",
          42L, "it is of another kind",
          86L, "it was deleted");
  private static final long OK = 1;

  private ItemFields() {}

  /** The entries by their keys, the first of each; only those that were asked for. */
  static Map<ModKey, Fields> byKey(List<Fields> entries, Set<ModKey> asked) {
    Map<ModKey, Fields> byKey = new HashMap<>();
    for (Fields entry : entries) {
      key(entry).filter(asked::contains).ifPresent(key -> byKey.putIfAbsent(key, entry));
    }
    return byKey;
  }

  static Optional<ModKey> key(Fields entry) {
    return entry.id("publishedfileid").map(SteamKey::of);
  }

  static boolean isThere(Fields entry) {
    return entry.number("result").orElse(0) == OK;
  }

  /** Empty if the service could not say; it may the next time. */
  static Optional<ModLookup> refusal(Fields entry) {
    String why = REFUSALS.get(entry.number("result").orElse(0));
    return why == null ? Optional.empty() : Optional.of(new ModLookup.Absent(why));
  }

  /** What both say, but for the game. */
  static ModDetails.Builder details(ModKey key, Fields entry) {
    ModVersion version =
        new ModVersion(
            entry.id("hcontent_file").orElse(""), entry.time("time_updated").orElse(Instant.EPOCH));
    ModDetails.Builder details = ModDetails.of(key, name(key, entry), version);
    entry.number("file_size").ifPresent(details::sizeBytes);
    entry.time("time_created").ifPresent(details::created);
    details.tags(entry.texts("tags", "tag").stream().limit(MOST_TAGS).toList());
    entry.address("preview_url").ifPresent(logo -> details.pictures(List.of(logo(logo))));
    entry.address("file_url").ifPresent(details::file);
    if (!entry.text("filename").isBlank()) {
      details.fileName(entry.text("filename"));
    }
    return details;
  }

  private static String name(ModKey key, Fields entry) {
    String title = entry.text("title").strip();
    return title.isEmpty()
        ? "Workshop item " + key.id()
        : title.substring(0, Math.min(title.length(), MOST_CHARS_OF_A_NAME));
  }

  static List<ModKey> children(Fields entry) {
    List<Fields> children = new ArrayList<>(entry.list("children"));
    children.sort(Comparator.comparingLong(child -> child.number("sortorder").orElse(0)));
    return children.stream()
        .flatMap(child -> key(child).stream())
        .distinct()
        .limit(MOST_CHILDREN)
        .toList();
  }

  private static Picture logo(URI address) {
    return new Picture(Picture.Kind.LOGO, address);
  }
}
