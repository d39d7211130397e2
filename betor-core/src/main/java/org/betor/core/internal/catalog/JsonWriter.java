package org.betor.core.internal.catalog;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.betor.api.model.Release;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a record as text. Records in the index are binary, so most programs never load this; it
 * uses only the streaming half of Jackson, as an object mapper takes five times as long to load.
 */
final class JsonWriter implements RecordWriter {
  /** Surrogates are escaped, so that text cut in the middle of a pair comes back as it was. */
  private static final JsonFactory JSON =
      JsonFactory.builder().highestNonEscapedChar(Character.MIN_SURROGATE - 1).build();

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  static byte[] write(Release release) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      ReleaseJson.write(release, new JsonWriter(out));
    }
    return bytes.toByteArray();
  }

  @Override
  public void text(String text) {
    out.writeString(text);
  }

  @Override
  public void number(long number) {
    out.writeNumber(number);
  }

  @Override
  public <T> void list(Collection<T> items, BiConsumer<RecordWriter, T> item) {
    out.writeStartArray();
    items.forEach(each -> item.accept(this, each));
    out.writeEndArray();
  }

  @Override
  public void object(Consumer<Fields> fields) {
    out.writeStartObject();
    fields.accept(new Fields(this));
    out.writeEndObject();
  }

  @Override
  public void name(String name) {
    out.writeName(name);
  }
}
