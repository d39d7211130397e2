package org.betor.core.internal.catalog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@link JsonObject}s as text. Records in the index are binary, so most programs never load this;
 * it uses only the streaming half of Jackson, as an object mapper takes five times as long to load.
 */
final class JsonText {
  /** Surrogates are escaped, so that text cut in the middle of a pair comes back as it was. */
  private static final JsonFactory JSON =
      JsonFactory.builder().highestNonEscapedChar(Character.MIN_SURROGATE - 1).build();

  private JsonText() {}

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the bytes are no JSON object
   */
  static JsonObject read(byte[] bytes, int offset, int length) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a record starts with {");
      }
      return object(in);
    } catch (JacksonException reason) {
      throw new IllegalArgumentException("broken JSON: " + reason.getOriginalMessage(), reason);
    }
  }

  static byte[] of(JsonObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(object, out);
    }
    return bytes.toByteArray();
  }

  private static void write(Object value, JsonGenerator out) {
    if (value instanceof JsonObject object) {
      out.writeStartObject();
      object
          .fields()
          .forEach(
              (name, field) -> {
                out.writeName(name);
                write(field, out);
              });
      out.writeEndObject();
    } else if (value instanceof List<?> items) {
      out.writeStartArray();
      items.forEach(item -> write(item, out));
      out.writeEndArray();
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else {
      out.writeString(value.toString());
    }
  }

  private static JsonObject object(JsonParser in) {
    JsonObject object = new JsonObject();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      value(in).ifPresent(value -> object.putAsRead(name, value));
    }
    return object;
  }

  private static List<Object> list(JsonParser in) {
    List<Object> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      value(in).ifPresent(items::add);
    }
    return items;
  }

  /** The value under the cursor; empty for the kinds that we never write. */
  private static Optional<Object> value(JsonParser in) {
    return switch (in.currentToken()) {
      case START_OBJECT -> Optional.of(object(in));
      case START_ARRAY -> Optional.of(list(in));
      case VALUE_STRING -> Optional.of(in.getString());
      case VALUE_NUMBER_INT -> Optional.of(in.getLongValue());
      default -> Optional.empty();
    };
  }
}
