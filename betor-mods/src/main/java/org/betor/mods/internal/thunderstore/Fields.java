package org.betor.mods.internal.thunderstore;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.betor.api.spi.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object; one of another kind than was asked for counts as not there. */
record Fields(JsonNode object) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxTokenCount(200_000)
                          .build())
                  .build())
          .build();

  private static final int MOST_ITEMS = 1_000;

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

  /** Empty if there is none. */
  String text(String name) {
    return object.path(name).asString("");
  }

  /** False if there is none. */
  boolean isTrue(String name) {
    return object.path(name).asBoolean(false);
  }

  /** A time with its zone. */
  Optional<Instant> time(String name) {
    try {
      return Optional.of(OffsetDateTime.parse(text(name)).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
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

  /** The texts in the list of that name; empty if there is no such list. */
  Optional<List<String>> texts(String name) {
    return object.path(name).isArray()
        ? Optional.of(items(name).map(item -> item.asString("")).toList())
        : Optional.empty();
  }

  private Stream<JsonNode> items(String name) {
    JsonNode list = object.path(name);
    return list.isArray() ? list.valueStream().limit(MOST_ITEMS) : Stream.of();
  }
}
