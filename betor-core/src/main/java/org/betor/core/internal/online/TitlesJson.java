package org.betor.core.internal.online;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Titles as they are kept. */
final class TitlesJson {
  /** Says how it is written; another way needs another number. */
  private static final String VERSION = "1";

  /** Halves of surrogate pairs, which plugins may tell, are escaped. */
  private static final JsonFactory JSON =
      JsonFactory.builder().highestNonEscapedChar(Character.MIN_SURROGATE - 1).build();

  private TitlesJson() {}

  static byte[] of(List<Title> titles) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      out.writeStringProperty("version", VERSION);
      out.writeArrayPropertyStart("titles");
      titles.forEach(title -> write(title, out));
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Empty if they are damaged, or written in another way. */
  static Optional<List<Title>> read(byte[] bytes) {
    try {
      Fields all = Json.read(bytes);
      return all.text("version").equals(VERSION)
          ? Optional.of(all.list("titles").stream().map(TitlesJson::title).toList())
          : Optional.empty();
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static void write(Title title, JsonGenerator out) {
    out.writeStartObject();
    out.writeArrayPropertyStart("ids");
    title.ids().forEach(id -> writePair(id.authority().name(), id.value(), out));
    out.writeEndArray();
    out.writeArrayPropertyStart("names");
    title.names().forEach(name -> writePair(name.country(), name.text(), out));
    out.writeEndArray();
    out.writeStringProperty("type", title.mediaType().name());
    title.year().ifPresent(year -> out.writeNumberProperty("year", year));
    title.lastYear().ifPresent(year -> out.writeNumberProperty("lastYear", year));
    title.runtime().ifPresent(time -> out.writeNumberProperty("seconds", time.toSeconds()));
    title.seasons().ifPresent(seasons -> out.writeNumberProperty("seasons", seasons));
    out.writeArrayPropertyStart("cast");
    title.cast().forEach(out::writeString);
    out.writeEndArray();
    title.rating().ifPresent(rating -> out.writeStringProperty("rating", "" + rating));
    title.votes().ifPresent(votes -> out.writeNumberProperty("votes", votes));
    out.writeEndObject();
  }

  private static void writePair(String of, String text, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("of", of);
    out.writeStringProperty("text", text);
    out.writeEndObject();
  }

  /**
   * One title.
   *
   * @throws IllegalArgumentException if it was not written here
   */
  private static Title title(Fields fields) {
    List<Fields> names = fields.list("names");
    List<TitleId> ids = fields.list("ids").stream().map(TitlesJson::id).toList();
    if (names.isEmpty() || ids.isEmpty()) {
      throw new IllegalArgumentException("a title has an id and a name");
    }
    Title.Builder title = Title.of(ids.get(0), names.get(0).text("text"));
    ids.forEach(title::id);
    names.forEach(name -> title.called(name.text("text"), name.text("of")));
    return facts(title, fields).build();
  }

  private static Title.Builder facts(Title.Builder title, Fields fields) {
    title.mediaType(MediaType.valueOf(fields.text("type"))).cast(fields.texts("cast"));
    fields.number("year").ifPresent(title::year);
    fields.number("lastYear").ifPresent(title::lastYear);
    fields.duration("seconds", Duration.ofSeconds(1)).ifPresent(title::runtime);
    fields.number("seasons").ifPresent(title::seasons);
    if (fields.number("votes").isPresent()) {
      title.rating(Double.parseDouble(fields.text("rating")), fields.number("votes").getAsInt());
    }
    return title;
  }

  private static TitleId id(Fields pair) {
    return new TitleId(Authority.valueOf(pair.text("of")), pair.text("text"));
  }
}
