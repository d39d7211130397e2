package org.betor.core.internal.catalog;

import static org.betor.core.internal.catalog.RecordReader.Fields.required;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.api.model.TitleId;
import org.jspecify.annotations.Nullable;

/** A post while it is read. */
final class PostFields implements RecordReader.Fields {
  private static final List<MediaType> TYPES = List.of(MediaType.values());

  private @Nullable String address;
  private String heading = "";
  private String original = "";
  private String translated = "";
  private @Nullable Integer year;
  private MediaType type = MediaType.UNKNOWN;
  private List<TitleId> ids = List.of();
  private List<Language> audio = List.of();
  private List<Language> subtitles = List.of();
  private List<String> genres = List.of();
  private final Map<String, List<String>> facts = new LinkedHashMap<>();
  private @Nullable Duration runtime;
  private @Nullable Instant published;

  static Post read(RecordReader in) {
    PostFields fields = new PostFields();
    in.object(fields);
    return fields.post();
  }

  @Override
  public void read(String name, RecordReader in) {
    switch (name) {
      case "address" -> address = in.text();
      case "heading" -> heading = in.text();
      case "original" -> original = in.text();
      case "translated" -> translated = in.text();
      case "year" -> year = Math.toIntExact(in.number());
      case "type" -> type = constant(in.text(), TYPES, MediaType.UNKNOWN);
      case "ids" -> ids = SectionFields.ids(in);
      case "audio" -> audio = languages(in);
      case "subtitles" -> subtitles = languages(in);
      case "genres" -> genres = in.list(RecordReader::text);
      case "facts" -> in.object((fact, values) -> facts.put(fact, values.list(RecordReader::text)));
      case "runtime" -> runtime = JsonTime.duration(in.list(RecordReader::number));
      case "published" -> published = JsonTime.instant(in.list(RecordReader::number));
      default -> in.skip();
    }
  }

  private Post post() {
    Post.Builder post =
        Post.at(URI.create(required("address", address)), heading)
            .originalTitle(original)
            .translatedTitle(translated)
            .mediaType(type)
            .ids(ids)
            .audio(audio)
            .subtitles(subtitles)
            .genres(genres);
    facts.forEach(post::fact);
    if (year != null) {
      post.year(year);
    }
    if (runtime != null) {
      post.runtime(runtime);
    }
    if (published != null) {
      post.published(published);
    }
    return post.build();
  }

  static List<Language> languages(RecordReader in) {
    return in.list(tag -> new Language(tag.text()));
  }

  /** The constant of that name; {@code unknown} if there is none, or only in a later version. */
  static <E extends Enum<E>> E constant(String name, List<E> all, E unknown) {
    for (E constant : all) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return unknown;
  }
}
