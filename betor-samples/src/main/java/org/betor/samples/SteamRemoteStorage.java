package org.betor.samples;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers like Steam's Web API does without a key. */
final class SteamRemoteStorage {
  private static final long COLLECTIONS = 766;

  private final SteamShelf shelf;
  private final boolean oldStyle;

  /** In the old style, sizes are numbers, times are text, and tags are plain. */
  SteamRemoteStorage(SteamShelf shelf, boolean oldStyle) {
    this.shelf = shelf;
    this.oldStyle = oldStyle;
  }

  Answer details(SteamRequest request, URI root) {
    return answer(request, "itemcount", "publishedfiledetails", id -> details(id, root));
  }

  Answer collections(SteamRequest request) {
    return answer(request, "collectioncount", "collectiondetails", this::collection);
  }

  private Answer answer(
      SteamRequest request,
      String count,
      String list,
      Function<Long, Optional<Map<String, Object>>> entry) {
    Parameters form = Parameters.of(request.body());
    Optional<List<Long>> ids = request.ids(form, form.number(count, 0));
    if (ids.isEmpty() || !request.method().equals("POST")) {
      return Answer.html(
          400, "<html><head><title>Bad Request</title></head><body>Bad Request</body></html>");
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    ids.get().forEach(id -> entry.apply(id).ifPresent(entries::add));
    long good = entries.stream().filter(it -> !Integer.valueOf(9).equals(it.get("result"))).count();
    long counted = list.startsWith("collection") ? good : entries.size();
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("result", 1);
    response.put("resultcount", counted);
    response.put(list, entries);
    return Answer.json(Json.of(Map.of("response", response)));
  }

  /** Empty for an item that the answer leaves out. */
  private Optional<Map<String, Object>> details(long id, URI root) {
    Optional<SteamItem> item = shelf.tell(id);
    Map<String, Object> fields =
        item.filter(it -> it.result() == 1)
            .map(it -> fields(it, root))
            .orElseGet(() -> failed(id, item.map(SteamItem::result).orElse(9)));
    Map<String, Object> said = shelf.said(id, fields);
    return said.containsKey("left out") ? Optional.empty() : Optional.of(said);
  }

  private Map<String, Object> fields(SteamItem item, URI root) {
    Map<String, Object> fields = failed(item.id(), 1);
    long app = item.isCollection() ? COLLECTIONS : item.game();
    fields.put("creator", "76561190000000001");
    fields.put("creator_app_id", app);
    fields.put("consumer_app_id", item.game());
    fields.put("filename", item.fileName());
    fields.put("file_size", oldStyle ? item.size() : Long.toString(item.size()));
    fields.put("file_url", item.isLegacy() ? SteamFiles.address(root, item) : "");
    fields.put("hcontent_file", item.isCollection() ? "0" : item.handle());
    fields.put("preview_url", root.resolve("ugc/preview/%d/".formatted(item.id())).toString());
    fields.put("title", item.title());
    fields.put("description", item.description());
    fields.put("time_created", time(item.created().getEpochSecond()));
    fields.put("time_updated", time(item.updated().getEpochSecond()));
    fields.put("visibility", item.visibility());
    fields.put("banned", 0);
    fields.put("subscriptions", 1_234);
    fields.put("tags", oldStyle ? List.of("Clocks") : List.of(Map.of("tag", "Clocks")));
    return fields;
  }

  private Object time(long seconds) {
    return oldStyle ? Long.toString(seconds) : Long.valueOf(seconds);
  }

  private Optional<Map<String, Object>> collection(long id) {
    Optional<SteamItem> found =
        shelf.find(id).filter(item -> item.isCollection() && item.result() == 1);
    if (found.isEmpty()) {
      return Optional.of(failed(id, 9));
    }
    Map<String, Object> fields = failed(id, 1);
    fields.put("children", children(found.get(), "filetype"));
    return Optional.of(fields);
  }

  /** In no order; only the sort keys tell it. */
  List<Map<String, Object>> children(SteamItem item, String typeField) {
    List<Map<String, Object>> children = new ArrayList<>();
    for (long id : item.children()) {
      boolean nested = shelf.find(id).filter(SteamItem::isCollection).isPresent();
      Map<String, Object> child = new LinkedHashMap<>();
      child.put("publishedfileid", Long.toString(id));
      child.put("sortorder", children.size());
      child.put(typeField, nested ? 2 : 0);
      children.add(0, child);
    }
    return children;
  }

  private static Map<String, Object> failed(long id, int result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("publishedfileid", Long.toString(id));
    fields.put("result", result);
    return fields;
  }
}
