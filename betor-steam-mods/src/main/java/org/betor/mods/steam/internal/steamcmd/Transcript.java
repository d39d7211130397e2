package org.betor.mods.steam.internal.steamcmd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of SteamCMD says, as far as it matters. Lines may be glued together, redrawn,
 * coloured, in any encoding, and without end; so what is known is looked for anywhere in them, and
 * belongs to the item that it names. Keeps a bounded part.
 */
final class Transcript {
  private static final int MOST_BYTES_OF_A_LINE = 16 * 1024;
  private static final int MOST_CHARS_OF_THE_END = 2_000;
  private static final int MOST_ITEMS = 1_000;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*+[A-Za-z]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern SUCCESS =
      Pattern.compile("Success\\. Downloaded item (\\d{1,20}) to \"(.*)\"");
  private static final Pattern FAILURE =
      Pattern.compile("ERROR! Download item (\\d{1,20}) failed \\(([^)]{0,200})");
  private static final Pattern TIMEOUT =
      Pattern.compile("ERROR! Timeout downloading item (\\d{1,20})");
  private static final Pattern NOT_LOGGED_ON = Pattern.compile("ERROR! (Not logged on)");
  private static final Pattern OFFLINE = Pattern.compile("needs to be online to update");
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?:(?:FAILED|ERROR) \\(|FAILED login with result code |Login Failure: )([^)\\r\\n]{1,200})");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Map<String, String> successes = new HashMap<>();
  private final Map<String, String> failures = new HashMap<>();
  private final StringBuilder end = new StringBuilder();
  private String login = "";

  /** More of it. */
  void add(byte[] bytes, int count) {
    for (int index = 0; index < count; index++) {
      byte next = bytes[index];
      if (next == '\n' || next == '\r' || line.size() == MOST_BYTES_OF_A_LINE) {
        endLine();
      }
      if (next != '\n' && next != '\r') {
        line.write(next);
      }
    }
  }

  /** That was all. */
  void endLine() {
    if (line.size() > 0) {
      read(COLOUR.matcher(line.toString(UTF_8)).replaceAll(""));
      line.reset();
    }
  }

  /** Where it says that it put an item. */
  Optional<String> success(String id) {
    return Optional.ofNullable(successes.get(id));
  }

  /** In its words, why an item failed. */
  Optional<String> failure(String id) {
    return Optional.ofNullable(failures.get(id));
  }

  /** Whether it says what became of an item. */
  boolean speaksOf(String id) {
    return successes.containsKey(id) || failures.containsKey(id);
  }

  /** In its words, why it could not log in. */
  Optional<String> loginFailure() {
    return Optional.of(login).filter(why -> !why.isEmpty());
  }

  /** The last of what it said, for people. */
  String end() {
    return end.toString();
  }

  private void read(String text) {
    Matcher success = SUCCESS.matcher(text);
    if (success.find()) {
      put(successes, success.group(1), success.group(2));
    }
    Matcher failure = FAILURE.matcher(text);
    while (failure.find()) {
      put(failures, failure.group(1), failure.group(2));
    }
    Matcher timeout = TIMEOUT.matcher(text);
    while (timeout.find()) {
      put(failures, timeout.group(1), "Timeout");
    }
    readState(text);
    remember(CONTROL.matcher(text).replaceAll("").strip());
  }

  private void readState(String text) {
    Matcher failed = LOGIN.matcher(text);
    Matcher missing = NOT_LOGGED_ON.matcher(text);
    if (failed.find()) {
      login = failed.group(1).strip();
    } else if (OFFLINE.matcher(text).find()) {
      login = "No Connection";
    } else if (missing.find() && login.isEmpty()) {
      login = missing.group(1);
    }
  }

  private static void put(Map<String, String> map, String id, String value) {
    if (map.size() < MOST_ITEMS) {
      map.put(id, value);
    }
  }

  private void remember(String text) {
    if (!text.isEmpty()) {
      int from = Math.max(0, text.length() - MOST_CHARS_OF_THE_END);
      end.append(end.length() == 0 ? "" : " | ").append(text, from, text.length());
      end.delete(0, Math.max(0, end.length() - MOST_CHARS_OF_THE_END));
    }
  }
}
