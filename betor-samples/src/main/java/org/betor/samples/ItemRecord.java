package org.betor.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An item as the archive's metadata service tells it, as of 2026. */
final class ItemRecord {
  private static final long TORRENT_BYTES = 300;

  private ItemRecord() {}

  static String of(SampleItem item) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("created", 1_790_000_000);
    record.put("d1", "ia600000.archive.example");
    record.put("dir", "/1/items/" + item.identifier());
    if (item.isDark()) {
      record.put("is_dark", true);
    } else {
      record.put("files", files(item));
      record.put("files_count", files(item).size());
      record.put("item_size", sizeOf(item));
      record.put("metadata", item.metadata());
    }
    record.put("uniq", 267_404_775);
    record.put("workable_servers", List.of("ia600000.archive.example"));
    return Json.of(record);
  }

  static long sizeOf(SampleItem item) {
    return 100_000_000L + item.identifier().length() * 1_000_003L;
  }

  private static List<Map<String, Object>> files(SampleItem item) {
    List<Map<String, Object>> files = new ArrayList<>();
    files.add(
        file(item, ".mp4", "original", "MPEG4", Long.toString(sizeOf(item) - TORRENT_BYTES - 900)));
    item.torrent().ifPresent(torrent -> files.add(torrent(item, torrent)));
    files.add(file(item, "_meta.xml", "original", "Metadata", "900"));
    Map<String, Object> list = file(item, "_files.xml", "original", "Metadata", "");
    list.remove("size"); // it cannot know its own
    files.add(list);
    return files;
  }

  private static Map<String, Object> torrent(SampleItem item, SampleTorrent torrent) {
    Map<String, Object> file =
        file(
            item,
            "_archive.torrent",
            "metadata",
            "Archive BitTorrent",
            Long.toString(TORRENT_BYTES));
    if (item.isHashStated()) {
      file.put("btih", torrent.infoHash().hex());
    }
    if (item.isWithheld()) {
      file.put("private", "true");
    }
    return file;
  }

  private static Map<String, Object> file(
      SampleItem item, String ending, String source, String format, String size) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("name", item.identifier() + ending);
    file.put("source", source);
    file.put("format", format);
    file.put("mtime", "1479169618");
    file.put("size", size);
    return file;
  }
}
