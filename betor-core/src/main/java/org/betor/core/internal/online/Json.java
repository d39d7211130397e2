package org.betor.core.internal.online;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON of a bounded depth and count. Numbers and truth values become text. */
final class Json {
  /** A film with all its translations has about 5,000 tokens. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxTokenCount(500_000).build())
          .build();

  private Json() {}

  /**
   * The object that the page holds.
   *
   * @throws SiteException if it holds none, or it breaks off, or is too deep or too long; what
   *     stands there is not repeated, as it may be what we sent
   */
  static Fields read(Page page) {
    try {
      return read(page.bytes());
    } catch (IllegalArgumentException noJson) {
      throw unreadable(page.address());
    }
  }

  /**
   * The object that the bytes hold.
   *
   * @throws IllegalArgumentException if they hold none, or it breaks off, or is too deep or long
   */
  static Fields read(byte[] bytes) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no JSON object");
      }
      return new Fields(object(in));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("broken JSON", broken);
    }
  }

  private static SiteException unreadable(URI address) {
    return SiteException.unreadable(address, "it is no JSON object, or a broken one", null);
  }

  private static Map<String, Object> object(JsonParser in) {
    Map<String, Object> fields = new HashMap<>();
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = in.currentName();
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        fields.put(name, value(in));
      }
    }
    return fields;
  }

  private static List<Object> list(JsonParser in) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
      if (token != JsonToken.VALUE_NULL) {
        items.add(value(in));
      }
    }
    return items;
  }

  private static Object value(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> list(in);
      default -> in.getString();
    };
  }
}
