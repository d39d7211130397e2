package org.betor.core.internal.catalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;

/** Posts in JSON, without their offers. */
final class PostJson {
  private PostJson() {}

  static JsonObject write(Post post) {
    JsonObject json = new JsonObject().put("address", post.address().toString());
    json.put("heading", post.heading());
    post.originalTitle().ifPresent(title -> json.put("original", title));
    post.translatedTitle().ifPresent(title -> json.put("translated", title));
    post.year().ifPresent(year -> json.put("year", year));
    if (post.mediaType() != MediaType.UNKNOWN) {
      json.put("type", post.mediaType().name());
    }
    json.put("ids", SectionJson.ids(post.ids()));
    json.put("audio", tags(post.audio()));
    json.put("subtitles", tags(post.subtitles()));
    json.put("genres", post.genres());
    if (!post.facts().isEmpty()) {
      JsonObject facts = new JsonObject();
      post.facts().forEach(facts::put);
      json.put("facts", facts);
    }
    post.runtime().ifPresent(runtime -> json.put("runtime", JsonTime.write(runtime)));
    post.published().ifPresent(published -> json.put("published", JsonTime.write(published)));
    return json;
  }

  static Post read(JsonObject json) {
    Post.Builder post =
        Post.at(URI.create(json.get("address", String.class)), json.text("heading"))
            .originalTitle(json.text("original"))
            .translatedTitle(json.text("translated"))
            .mediaType(constant(json, "type", MediaType.UNKNOWN))
            .ids(SectionJson.ids(json))
            .audio(languages(json, "audio"))
            .subtitles(languages(json, "subtitles"))
            .genres(json.list("genres", String.class));
    json.find("facts", JsonObject.class)
        .ifPresent(
            facts ->
                facts.names().forEach(name -> post.fact(name, facts.list(name, String.class))));
    json.find("year", Long.class).ifPresent(year -> post.year(Math.toIntExact(year)));
    List<Long> runtime = json.list("runtime", Long.class);
    if (!runtime.isEmpty()) {
      post.runtime(JsonTime.duration(runtime));
    }
    List<Long> published = json.list("published", Long.class);
    if (!published.isEmpty()) {
      post.published(JsonTime.instant(published));
    }
    return post.build();
  }

  static List<String> tags(List<Language> languages) {
    return languages.stream().map(Language::tag).toList();
  }

  static List<Language> languages(JsonObject json, String name) {
    List<Language> languages = new ArrayList<>();
    json.list(name, String.class).forEach(tag -> languages.add(new Language(tag)));
    return languages;
  }

  /** The constant of that name; {@code unknown} if there is none, or only in a later version. */
  static <E extends Enum<E>> E constant(JsonObject json, String name, E unknown) {
    String constant = json.text(name);
    for (E known : unknown.getDeclaringClass().getEnumConstants()) {
      if (known.name().equals(constant)) {
        return known;
      }
    }
    return unknown;
  }
}
