package org.betor.core.internal.catalog;

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

  static List<String> tags(List<Language> languages) {
    return languages.stream().map(Language::tag).toList();
  }
}
