package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.mod.ModVersion;

/** What SteamCMD writes down of the items that it installed, in Valve's text format. */
final class InstalledVersions {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_DIGITS = 11;
  private static final String ONE_FILE = "-1";
  private static final Pattern INSTALLED =
      Pattern.compile("\"WorkshopItemsInstalled\"\\s*+\\{", Pattern.CASE_INSENSITIVE);
  private static final Pattern VALUE =
      Pattern.compile("\"([A-Za-z_]{1,40})\"\\s*+\"([^\"]{0,40})\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}");

  private InstalledVersions() {}

  /** Empty if it says nothing of the item that can be understood. */
  static Optional<ModVersion> find(Path workshop, String game, String id) throws IOException {
    Path file = workshop.resolve("appworkshop_%s.acf".formatted(game));
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Matcher installed = INSTALLED.matcher(text);
    Matcher item = Pattern.compile("\"%s\"\\s*+\\{([^{}]*+)\\}".formatted(id)).matcher(text);
    return installed.find() && item.find(installed.end())
        ? version(values(item.group(1)))
        : Optional.empty();
  }

  private static Map<String, String> values(String block) {
    Map<String, String> values = new HashMap<>();
    Matcher value = VALUE.matcher(block);
    while (value.find()) {
      values.put(value.group(1).toLowerCase(Locale.ROOT), value.group(2));
    }
    return values;
  }

  /** An item that is one file has no manifest but a handle, which is written with a sign. */
  private static Optional<ModVersion> version(Map<String, String> values) {
    String manifest = values.getOrDefault("manifest", "");
    String handle = manifest.equals(ONE_FILE) ? values.getOrDefault("ugchandle", "") : manifest;
    String updated = values.getOrDefault("timeupdated", "");
    if (!NUMBER.matcher(handle).matches()
        || !NUMBER.matcher(updated).matches()
        || updated.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    return unsigned(handle)
        .map(it -> new ModVersion(it, Instant.ofEpochSecond(Long.parseLong(updated))));
  }

  private static Optional<String> unsigned(String handle) {
    try {
      return Optional.of(
          handle.startsWith("-")
              ? Long.toUnsignedString(Long.parseLong(handle))
              : Long.toUnsignedString(Long.parseUnsignedLong(handle)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
