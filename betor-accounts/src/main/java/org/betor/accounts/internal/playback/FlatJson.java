package org.betor.accounts.internal.playback;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The details of an event: names and texts. */
public final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FlatJson() {}

  /** As a JSON object, by the order of names. */
  public static String write(Map<String, String> details) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      new TreeMap<>(details).forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * The texts of a JSON object; what is no text is passed over.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Map<String, String> read(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("the details of an event are a JSON object");
      }
      return texts(json);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(
          "the details of an event are no JSON: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private static Map<String, String> texts(JsonParser json) {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }
}
