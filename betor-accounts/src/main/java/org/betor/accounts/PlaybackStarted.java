package org.betor.accounts;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.betor.accounts.internal.playback.FlatJson;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Event;

/**
 * That somebody watches something, told when its first bytes were there. As an event its subject is
 * the user's id, and its level that of the release.
 *
 * @param id that of the event, and of the {@link RunningStream}
 * @param time when it began
 */
public record PlaybackStarted(
    UUID id, UserId user, TitleId title, ReleaseKey release, Instant time) {
  /** The type of the event. */
  public static final String TYPE = "org.betor.playback.started";

  private static final URI SOURCE = URI.create("urn:betor:playback");

  /**
   * Reads what {@link #toEvent} wrote; further details are passed over.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static PlaybackStarted of(Event event) {
    if (!event.type().equals(TYPE)) {
      throw new IllegalArgumentException("no " + TYPE + ": " + event.type());
    }
    Map<String, String> details = FlatJson.read(event.json());
    return new PlaybackStarted(
        event.id(),
        UserId.parse(get(details, "user")),
        TitleId.parse(get(details, "title")),
        new ReleaseKey(get(details, "release")),
        event.time());
  }

  /**
   * As an event.
   *
   * @param level of the release: only subscribers who declare such a level get it
   */
  public Event toEvent(int level) {
    String json =
        FlatJson.write(
            Map.of("user", user.toString(), "title", title.toString(), "release", release.value()));
    return new Event(id, TYPE, SOURCE, time, user.toString(), json, level);
  }

  private static String get(Map<String, String> details, String name) {
    String value = details.get(name);
    if (value == null) {
      throw new IllegalArgumentException("an event %s without its %s".formatted(TYPE, name));
    }
    return value;
  }
}
