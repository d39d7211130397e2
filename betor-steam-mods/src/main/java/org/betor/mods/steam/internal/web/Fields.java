package org.betor.mods.steam.internal.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.spi.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object. Numbers may be written as text, and text as numbers; a field of
 * another kind than the one asked for counts as not there.
 */
record Fields(JsonNode object) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxTokenCount(2_000_000)
                          .build())
                  .build())
          .build();

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,19}");
  private static final int MOST_ITEMS = 10_000;
  private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

  /** The object that a page holds; an error if it holds something else, or breaks off. */
  static Fields read(Page page) throws IOException {
    try {
      JsonNode root = MAPPER.readTree(page.bytes());
      if (root == null || !root.isObject()) {
        throw new IOException("it is no JSON object");
      }
      return new Fields(root);
    } catch (JacksonException broken) {
      throw new IOException("it is no JSON, or breaks off", broken);
    }
  }

  /** Whether there is a field of that name, of whatever kind. */
  boolean has(String name) {
    return object.has(name);
  }

  /** Empty if there is none. */
  String text(String name) {
    return text(object.path(name));
  }

  /** A number from zero. */
  OptionalLong number(String name) {
    String text = text(name).strip();
    return NUMBER.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Digits without zeros before them; empty for zero. */
  Optional<String> id(String name) {
    return Optional.of(text(name).strip()).filter(text -> ID.matcher(text).matches());
  }

  /** Seconds since 1970. */
  Optional<Instant> time(String name) {
    return number(name).stream()
        .filter(seconds -> seconds > 0 && seconds <= LAST_SECOND)
        .mapToObj(Instant::ofEpochSecond)
        .findFirst();
  }

  /** An address of http or https. */
  Optional<URI> address(String name) {
    try {
      URI address = new URI(text(name).strip());
      String scheme = String.valueOf(address.getScheme());
      return Optional.of(address)
          .filter(it -> it.getHost() != null)
          .filter(it -> scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  /** The object of that name; one without fields if there is none. */
  Fields fields(String name) {
    return new Fields(object.path(name));
  }

  /** The objects in the list of that name. */
  List<Fields> list(String name) {
    return items(name).filter(JsonNode::isObject).map(Fields::new).toList();
  }

  /** The texts in the list of that name, or in the objects of it, under another name. */
  List<String> texts(String name, String within) {
    return items(name)
        .map(item -> item.isObject() ? text(item.path(within)) : text(item))
        .filter(text -> !text.isBlank())
        .toList();
  }

  private Stream<JsonNode> items(String name) {
    JsonNode list = object.path(name);
    return list.isArray() ? list.valueStream().limit(MOST_ITEMS) : Stream.of();
  }

  private static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asString("") : "";
  }
}
