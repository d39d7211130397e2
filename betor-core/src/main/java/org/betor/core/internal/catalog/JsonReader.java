package org.betor.core.internal.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.betor.api.model.Release;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a record of JSON. Passes over the kinds of values that we never write. */
final class JsonReader implements RecordReader {
  private static final JsonFactory JSON = new JsonFactory();

  /** Stands at the value that is read next. */
  private final JsonParser in;

  private JsonReader(JsonParser in) {
    this.in = in;
  }

  /**
   * Reads a release.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static Release read(byte[] bytes, int offset, int length) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      in.nextToken();
      return ReleaseJson.read(new JsonReader(in));
    } catch (JacksonException reason) {
      throw new IllegalArgumentException("broken JSON: " + reason.getOriginalMessage(), reason);
    }
  }

  @Override
  public String text() {
    expect(JsonToken.VALUE_STRING);
    return in.getString();
  }

  @Override
  public long number() {
    expect(JsonToken.VALUE_NUMBER_INT);
    return in.getLongValue();
  }

  @Override
  public <T> List<T> list(Function<RecordReader, T> item) {
    expect(JsonToken.START_ARRAY);
    List<T> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (isOurs()) {
        items.add(item.apply(this));
      }
    }
    return items;
  }

  @Override
  public void object(Fields fields) {
    expect(JsonToken.START_OBJECT);
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      if (isOurs()) {
        fields.read(name, this);
      }
    }
  }

  @Override
  public void skip() {
    in.skipChildren();
  }

  private boolean isOurs() {
    return switch (in.currentToken()) {
      case START_OBJECT, START_ARRAY, VALUE_STRING, VALUE_NUMBER_INT -> true;
      default -> false;
    };
  }

  private void expect(JsonToken token) {
    if (in.currentToken() != token) {
      throw new IllegalArgumentException(
          "broken JSON: %s where %s should be".formatted(in.currentToken(), token));
    }
  }
}
