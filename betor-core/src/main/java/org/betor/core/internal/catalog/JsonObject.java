package org.betor.core.internal.catalog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object of text, whole numbers, lists and objects. Leaves out what says nothing when it is
 * written, and ignores fields that nobody asks for when it is read.
 *
 * <p>Uses only the streaming half of Jackson: an object mapper takes five times as long to load, as
 * long as the whole index takes to open.
 */
final class JsonObject {
  /** Surrogates are escaped, so that text cut in the middle of a pair comes back as it was. */
  private static final JsonFactory JSON =
      JsonFactory.builder().highestNonEscapedChar(Character.MIN_SURROGATE - 1).build();

  private final Map<String, Object> fields = new LinkedHashMap<>();

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

  /** Sets a field to text, a number, a list or an object; empty text and lists are left out. */
  JsonObject put(String name, Object value) {
    if (!value.equals("") && !value.equals(List.of())) {
      fields.put(name, value);
    }
    return this;
  }

  /**
   * The value of a field; empty if there is none.
   *
   * @param type {@code String}, {@code Long}, {@code List} or {@code JsonObject}
   * @throws IllegalArgumentException if the field holds something else
   */
  <T> Optional<T> find(String name, Class<T> type) {
    @Nullable Object value = fields.get(name);
    return value == null ? Optional.empty() : Optional.of(checked(name, value, type));
  }

  /**
   * The value of a field that has to be there.
   *
   * @throws IllegalArgumentException if it is not, or holds something else
   */
  <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is missing".formatted(name)));
  }

  /** The names of all fields, in their order. */
  Set<String> names() {
    return fields.keySet();
  }

  /** All fields, in their order. */
  Map<String, Object> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The text of a field; empty if there is none. */
  String text(String name) {
    return find(name, String.class).orElse("");
  }

  /** The items of a field; none if there is no such field. */
  <T> List<T> list(String name, Class<T> type) {
    List<?> all = find(name, List.class).orElse(List.of());
    List<T> items = new ArrayList<>(all.size());
    for (Object item : all) {
      items.add(checked(name, item, type));
    }
    return items;
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(this, out);
    }
    return bytes.toByteArray();
  }

  private static <T> T checked(String name, Object value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s but %s".formatted(name, type.getSimpleName(), value));
    }
    return type.cast(value);
  }

  private static void write(Object value, JsonGenerator out) {
    if (value instanceof JsonObject object) {
      out.writeStartObject();
      object.fields.forEach(
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
      value(in).ifPresent(value -> object.fields.put(name, value));
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
