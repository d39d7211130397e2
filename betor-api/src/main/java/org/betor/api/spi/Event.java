package org.betor.api.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import org.betor.api.Experimental;

/**
 * Something that happened.
 *
 * @param id unique; whoever gets the event again knows it by this
 * @param type what kind of thing, such as {@code org.betor.playback.started}: 1 to 200 ASCII
 *     letters, digits, dots, hyphens and underscores
 * @param source who says so: 1 to 1,000 characters
 * @param time when it happened
 * @param subject what it happened to, 1 to 1,000 characters; events of one subject keep their order
 * @param json the details, as a JSON object of at most 64 KiB in UTF-8; it is not parsed here
 * @param level from 0; above that, the event reaches only subscribers who declare such a level. Of
 *     CloudEvents it is an extension
 * @see <a href="https://github.com/cloudevents/spec">CloudEvents 1.0</a>
 */
@Experimental
public record Event(
    UUID id, String type, URI source, Instant time, String subject, String json, int level) {
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_JSON_BYTES = 64 << 10;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one is not as said above
   */
  public Event {
    checkType(type);
    checkText("source", source.toString());
    checkText("subject", subject);
    checkLevel(level);
    if (!json.startsWith("{") || !json.endsWith("}")) {
      throw new IllegalArgumentException("the details of an event are a JSON object: {...}");
    }
    if (json.length() > MAX_JSON_BYTES || json.getBytes(UTF_8).length > MAX_JSON_BYTES) {
      throw new IllegalArgumentException(
          "the details of an event have at most %d bytes".formatted(MAX_JSON_BYTES));
    }
  }

  /** Something that happened just now, under a new id, for everybody. */
  public static Event of(
      InstantSource clock, String type, URI source, String subject, String json) {
    return new Event(UUID.randomUUID(), type, source, clock.instant(), subject, json, 0);
  }

  /** The same event, for those only who declare at least this level. */
  public Event restrictedTo(int level) {
    return new Event(id, type, source, time, subject, json, level);
  }

  static String checkType(String type) {
    if (!TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("no type of an event: \"" + type + "\"");
    }
    return type;
  }

  static void checkLevel(int level) {
    if (level < 0) {
      throw new IllegalArgumentException("a level is 0 or more, got " + level);
    }
  }

  private static void checkText(String what, String text) {
    if (text.isEmpty()
        || text.length() > MAX_TEXT
        || text.codePoints().anyMatch(Event::isForbidden)) {
      throw new IllegalArgumentException(
          "the %s of an event has 1 to %d characters, none of them for control"
              .formatted(what, MAX_TEXT));
    }
  }

  /** CloudEvents 1.0, type system: no control characters, no half of a pair. */
  private static boolean isForbidden(int letter) {
    return Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
  }
}
