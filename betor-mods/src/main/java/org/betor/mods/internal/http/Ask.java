package org.betor.mods.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question over HTTP.
 *
 * @param method such as {@code GET}
 * @param address http or https
 * @param headers besides those that every question has
 * @param body empty for none
 * @param mayBeMissing whether "there is no such thing" is an answer, and no failure
 */
public record Ask(
    String method, URI address, Map<String, String> headers, String body, boolean mayBeMissing) {

  /** Asks for what is there. */
  public static Ask get(URI address) {
    return new Ask("GET", address, Map.of(), "", false);
  }

  /** Sends a form. */
  public static Ask post(URI address, Map<String, String> form) {
    return new Ask(
        "POST",
        address,
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        form(form),
        false);
  }

  /** Names and values as forms and queries have them, in the order of the map. */
  public static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(joining("&"));
  }

  /** This question with one more header. */
  public Ask header(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Ask(method, address, more, body, mayBeMissing);
  }

  /** This question, of which "there is no such thing" is an answer. */
  public Ask orMissing() {
    return new Ask(method, address, headers, body, true);
  }

  /** Whether its address carries a key of the one who asks. */
  boolean hasKey() {
    return String.valueOf(address.getRawQuery()).startsWith("key=");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
