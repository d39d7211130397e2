package org.betor.samples;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The archive's search, as of 2026. Errors come with status 200. In order of relevance, a page
 * starts with the last item of the page before it: the real one's pages overlap now and then.
 *
 * @see <a href="https://archive.org/help/aboutsearch.htm">Search services, November 2026</a>
 */
final class ArchiveSearch {
  private static final int USUAL_ROWS = 50;
  private static final int DEEPEST = 10_000;

  private final List<ItemDocument> items;

  ArchiveSearch(List<SampleItem> items) {
    this.items = items.stream().map(ItemDocument::of).toList();
  }

  Answer answer(Parameters parameters) {
    if (!parameters.get("output").equals("json") || parameters.get("q").isBlank()) {
      return Answer.html(200, "<html><body><h1>Advanced Search</h1><form></form></body></html>");
    }
    String json = Json.of(result(parameters));
    String callback = parameters.get("callback");
    return Answer.json(callback.isEmpty() ? json : callback + "(" + json + ")");
  }

  private Map<String, Object> result(Parameters parameters) {
    int rows = parameters.number("rows", USUAL_ROWS);
    int page = parameters.number("page", 1);
    if ((long) rows * page > DEEPEST) {
      return error("[DEEP_PAGING] results beyond 10000 are not on any page");
    }
    try {
      List<ItemDocument> found = found(parameters);
      boolean overlaps = page > 1 && sorts(parameters).isEmpty();
      int start = Math.min(found.size(), (page - 1) * rows - (overlaps ? 1 : 0));
      List<ItemDocument> shown = found.subList(start, Math.min(found.size(), start + rows));
      return response(parameters, found.size(), start, shown);
    } catch (IllegalArgumentException misunderstood) {
      return error("[BACKEND_ERROR] Invalid or no response from Elasticsearch");
    }
  }

  private List<ItemDocument> found(Parameters parameters) {
    ItemQuery query = ItemQuery.parse(parameters.get("q"));
    return items.stream().filter(query::matches).sorted(order(query, sorts(parameters))).toList();
  }

  private static Map<String, Object> response(
      Parameters parameters, int total, int start, List<ItemDocument> shown) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("status", 0);
    header.put("QTime", 12);
    header.put("params", Map.of("query", parameters.get("q")));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("numFound", total);
    response.put("start", start);
    response.put("docs", shown.stream().map(item -> item.shown(parameters.all("fl[]"))).toList());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("responseHeader", header);
    all.put("response", response);
    return all;
  }

  private static List<String> sorts(Parameters parameters) {
    return parameters.all("sort[]").stream().filter(sort -> !sort.isBlank()).toList();
  }

  private static Comparator<ItemDocument> order(ItemQuery query, List<String> sorts) {
    Comparator<ItemDocument> relevance = Comparator.comparingDouble(item -> -query.relevance(item));
    return sorts.stream()
        .map(ArchiveSearch::order)
        .reduce(Comparator::thenComparing)
        .orElse(relevance);
  }

  private static Comparator<ItemDocument> order(String sort) {
    String[] parts = sort.strip().split("\\s+", 2);
    Comparator<ItemDocument> rising = Comparator.comparing(item -> sortKey(item, parts[0]));
    return parts.length == 2 && parts[1].equals("desc") ? rising.reversed() : rising;
  }

  private static String sortKey(ItemDocument item, String field) {
    Object value = item.fields().getOrDefault(field, "");
    return value instanceof Number number
        ? "%019d".formatted(number.longValue())
        : value.toString();
  }

  private static Map<String, Object> error(String why) {
    return Map.of("error", why);
  }
}
