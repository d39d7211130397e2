package org.betor.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An item as the archive's search knows it: what may be there several times is a list, years are
 * numbers, and times are in ISO 8601.
 */
record ItemDocument(SampleItem item, Map<String, Object> fields) {
  private static final Set<String> LISTS =
      Set.of("creator", "subject", "language", "collection", "external-identifier");
  private static final Set<String> FULL_TEXT =
      Set.of("identifier", "title", "creator", "subject", "description", "collection");
  private static final Set<String> HIDDEN = Set.of("uploader", "access-restricted-item");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}_]+(?:['’.][\\p{L}\\p{N}_]+)*");

  static ItemDocument of(SampleItem item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    item.metadata().forEach((name, value) -> fields.put(name, value(name, value)));
    Matcher year =
        YEAR.matcher(item.metadata().getOrDefault("date", fields.getOrDefault("year", "")) + "");
    if (year.find()) {
      fields.put("year", Integer.valueOf(year.group()));
    }
    fields.put("item_size", ItemRecord.sizeOf(item));
    fields.put("downloads", item.title().length());
    fields.put("format", formats(item));
    item.infoHash().ifPresent(hash -> fields.put("btih", hash.hex()));
    return new ItemDocument(item, fields);
  }

  static List<String> tokens(String text) {
    return TOKEN.matcher(SamplePost.plain(text)).results().map(found -> found.group()).toList();
  }

  /** What is shown of the wanted fields; of all of them if none is named. */
  Map<String, Object> shown(List<String> wanted) {
    Map<String, Object> shown = new LinkedHashMap<>(fields);
    shown.keySet().removeAll(HIDDEN);
    if (!wanted.isEmpty()) {
      shown.keySet().retainAll(wanted);
    }
    return shown;
  }

  /** The texts of a field; those that a word without a field is looked for in, if it is empty. */
  Stream<String> texts(String field) {
    return (field.isEmpty() ? FULL_TEXT.stream() : Stream.of(field))
        .map(name -> fields.getOrDefault(name, List.of()))
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Object::toString);
  }

  private static Object value(String name, Object value) {
    if (LISTS.contains(name)) {
      return value instanceof List ? value : List.of(value.toString().split(" *; *"));
    }
    return name.endsWith("date") ? instant(value.toString()) : value;
  }

  private static String instant(String date) {
    String day = (date + "-01-01").substring(0, 10);
    return day + "T" + (date.length() > 11 ? date.substring(11) : "00:00:00") + "Z";
  }

  private static List<String> formats(SampleItem item) {
    return item.torrent().isPresent()
        ? List.of("Archive BitTorrent", "MPEG4", "Metadata")
        : List.of("MPEG4", "Metadata");
  }
}
