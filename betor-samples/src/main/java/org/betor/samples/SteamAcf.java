package org.betor.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in which the program remembers what it has installed, whatever became of it. */
final class SteamAcf {
  private static final Pattern ITEM =
      Pattern.compile(
          "\"(\\d+)\"\\s*\\{\\s*\"size\"\\s*\"(\\d+)\"\\s*\"timeupdated\"\\s*\"(\\d+)\"\\s*"
              + "\"manifest\"\\s*\"(-?\\d+)\"(?:\\s*\"ugchandle\"\\s*\"(-?\\d+)\")?");

  private final Path file;
  private final String game;
  private final Map<String, Entry> entries = new TreeMap<>();

  private SteamAcf(Path file, String game) {
    this.file = file;
    this.game = game;
  }

  static SteamAcf read(Path workshop, String game) throws IOException {
    SteamAcf acf = new SteamAcf(workshop.resolve("appworkshop_%s.acf".formatted(game)), game);
    if (Files.exists(acf.file)) {
      Matcher item = ITEM.matcher(Files.readString(acf.file));
      while (item.find()) {
        String handle = item.group(5) == null ? "" : item.group(5);
        acf.entries.put(
            item.group(1),
            new Entry(Long.parseLong(item.group(2)), item.group(3), item.group(4), handle));
      }
    }
    return acf;
  }

  boolean has(String id, Entry entry) {
    return entry.equals(entries.get(id));
  }

  void put(String id, Entry entry) throws IOException {
    entries.put(id, entry);
    StringBuilder installed = new StringBuilder();
    StringBuilder details = new StringBuilder();
    entries.forEach((key, value) -> append(key, value, installed, details));
    long size = entries.values().stream().mapToLong(Entry::size).sum();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text(size, installed, details));
  }

  private String text(long size, CharSequence installed, CharSequence details) {
    return "\"AppWorkshop\"\n{\n\t\"appid\"\t\t\"%s\"\n\t\"SizeOnDisk\"\t\t\"%d\"\n"
            .formatted(game, size)
        + "\t\"NeedsUpdate\"\t\t\"0\"\n\t\"NeedsDownload\"\t\t\"0\"\n"
        + "\t\"WorkshopItemsInstalled\"\n\t{\n%s\t}\n".formatted(installed)
        + "\t\"WorkshopItemDetails\"\n\t{\n%s\t}\n}\n".formatted(details);
  }

  private static void append(String id, Entry entry, StringBuilder installed, StringBuilder rest) {
    String handle = entry.handle.isEmpty() ? "" : line("ugchandle", entry.handle);
    installed.append("\t\t\"%s\"\n\t\t{\n".formatted(id));
    installed.append(line("size", Long.toString(entry.size)));
    installed.append(line("timeupdated", entry.updated));
    installed.append(line("manifest", entry.manifest)).append(handle).append("\t\t}\n");
    rest.append("\t\t\"%s\"\n\t\t{\n".formatted(id));
    rest.append(line("manifest", entry.manifest)).append(handle);
    rest.append(line("timeupdated", entry.updated)).append(line("timetouched", "0"));
    rest.append("\t\t}\n");
  }

  private static String line(String key, String value) {
    return "\t\t\t\"%s\"\t\t\"%s\"\n".formatted(key, value);
  }

  /**
   * What is installed.
   *
   * @param manifest {@code -1} for an item that is one file
   * @param handle empty for all others; signed
   */
  record Entry(long size, String updated, String manifest, String handle) {}
}
