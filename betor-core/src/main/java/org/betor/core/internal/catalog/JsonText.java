package org.betor.core.internal.catalog;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
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
}
