package org.betor.core.internal.catalog;

import org.betor.api.model.Language;
import org.betor.api.model.MediaType;
import org.betor.api.model.Post;
import org.betor.core.internal.catalog.RecordWriter.Fields;

/** Posts in JSON, without their offers. */
final class PostJson {
  private PostJson() {}

  static void write(Post post, Fields json) {
    json.text("address", post.address().toString()).text("heading", post.heading());
    post.originalTitle().ifPresent(title -> json.text("original", title));
    post.translatedTitle().ifPresent(title -> json.text("translated", title));
    post.year().ifPresent(year -> json.number("year", year));
    if (post.mediaType() != MediaType.UNKNOWN) {
      json.text("type", post.mediaType().name());
    }
    json.list("ids", post.ids(), SectionJson::id)
        .list("audio", post.audio(), PostJson::tag)
        .list("subtitles", post.subtitles(), PostJson::tag)
        .texts("genres", post.genres());
    if (!post.facts().isEmpty()) {
      json.object("facts", facts -> post.facts().forEach(facts::texts));
    }
    post.runtime().ifPresent(runtime -> json.numbers("runtime", JsonTime.pair(runtime)));
    post.published().ifPresent(time -> json.numbers("published", JsonTime.pair(time)));
  }

  static void tag(RecordWriter out, Language language) {
    out.text(language.tag());
  }
}
