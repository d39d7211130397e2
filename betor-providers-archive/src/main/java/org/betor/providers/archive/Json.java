package org.betor.providers.archive;

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
  /** An item of 10,000 files has about 300,000 tokens. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxTokenCount(1_000_000).build())
          .build();

  private Json() {}

  /**
   * The object that the page holds; one without fields for an array.
   *
   * @throws SiteException if the page is no JSON, or breaks off, or is too deep or too long
   */
  static Fields read(Page page) {
    String text = page.text().strip();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      throw SiteException.layoutChanged(page.address(), "a JSON object");
    }
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new Fields(in.nextToken() == JsonToken.START_OBJECT ? object(in) : Map.of());
    } catch (JacksonException broken) {
      throw SiteException.unreadable(
          page.address(), "its JSON is broken: " + broken.getOriginalMessage(), broken);
    }
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
