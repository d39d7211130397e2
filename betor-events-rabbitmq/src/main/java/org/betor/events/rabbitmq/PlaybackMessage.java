package org.betor.events.rabbitmq;

import java.util.regex.Pattern;

/**
 * What consumers of {@code playback_events} read: {@code {"user_id":17,"movie_id":"tt1727587"}}.
 *
 * @param userId who watches; written as a number if it is a whole one
 * @param movieId what is watched; likewise
 */
public record PlaybackMessage(String userId, String movieId) {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  /** As JSON. */
  public String toJson() {
    return "{\"user_id\":%s,\"movie_id\":%s}".formatted(value(userId), value(movieId));
  }

  private static String value(String text) {
    return WHOLE_NUMBER.matcher(text).matches() ? text : quoted(text);
  }

  /** RFC 8259, section 7. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ') {
        quoted.append("\\u%04x".formatted((int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
