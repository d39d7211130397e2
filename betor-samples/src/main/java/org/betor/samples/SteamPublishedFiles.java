package org.betor.samples;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers like Steam's Web API does with a key: the same facts, under other names. */
final class SteamPublishedFiles {
  private static final int MOST_IDS = 1_000;

  private final SteamShelf shelf;
  private final SteamRemoteStorage storage;
  private final String key;

  SteamPublishedFiles(SteamShelf shelf, SteamRemoteStorage storage, String key) {
    this.shelf = shelf;
    this.storage = storage;
    this.key = key;
  }

  Answer details(SteamRequest request, URI root) {
    Parameters query = request.query();
    if (!query.get("key").equals(key)) {
      return Answer.html(
          403, "<html><head><title>Forbidden</title></head><body>Verify your key=</body></html>");
    }
    int count = 0;
    while (count < MOST_IDS && !query.get("publishedfileids[%d]".formatted(count)).isEmpty()) {
      count++;
    }
    Optional<List<Long>> ids = request.ids(query, count);
    if (ids.isEmpty()) {
      return Answer.html(400, "<h1>Bad Request</h1>");
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    boolean withChildren = query.get("includechildren").equals("true");
    ids.get().forEach(id -> entries.add(shelf.said(id, entry(id, root, withChildren))));
    return Answer.json(Json.of(Map.of("response", Map.of("publishedfiledetails", entries))));
  }

  private Map<String, Object> entry(long id, URI root, boolean withChildren) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Optional<SteamItem> item = shelf.tell(id);
    int result = item.map(SteamItem::result).orElse(9);
    fields.put("result", result);
    fields.put("publishedfileid", Long.toString(id));
    item.filter(it -> result == 1).ifPresent(it -> describe(it, root, withChildren, fields));
    return fields;
  }

  private void describe(
      SteamItem item, URI root, boolean withChildren, Map<String, Object> fields) {
    fields.put("consumer_appid", item.game());
    fields.put("app_name", SteamStore.NAME);
    fields.put("filename", item.fileName());
    fields.put("file_size", Long.toString(item.size()));
    fields.put("hcontent_file", item.isCollection() ? "0" : item.handle());
    if (item.isLegacy()) {
      fields.put("file_url", SteamFiles.address(root, item));
    }
    fields.put("preview_url", root.resolve("ugc/preview/%d/".formatted(item.id())).toString());
    fields.put("title", item.title());
    fields.put("file_description", item.description());
    fields.put("time_created", item.created().getEpochSecond());
    fields.put("time_updated", item.updated().getEpochSecond());
    fields.put("visibility", item.visibility());
    fields.put("banned", false);
    fields.put("file_type", item.isCollection() ? 2 : 0);
    fields.put("tags", List.of(Map.of("tag", "Clocks", "adminonly", false)));
    fields.put("num_children", item.children().size());
    if (withChildren && !item.children().isEmpty()) {
      fields.put("children", storage.children(item, "file_type"));
    }
    fields.put(
        "previews",
        List.of(Map.of("sortorder", 1, "preview_type", 0, "url", SteamPage.screenshot(item))));
  }
}
