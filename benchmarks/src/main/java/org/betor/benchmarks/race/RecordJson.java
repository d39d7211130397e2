package org.betor.benchmarks.race;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.MediaType;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;
import org.betor.api.model.Upload;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The record that bare Lucene and SQLite keep: all of an {@link Entry}'s release as JSON with the
 * magnet link, about 800 bytes. Its fields always come in the same order, so reading needs no tree.
 */
final class RecordJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RecordJson() {}

  static byte[] write(Release release) {
    Listing listing = release.listings().get(0);
    Post post = listing.post();
    Offer offer = listing.offer();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      text(out, "key", release.key().value());
      number(out, "seen", listing.seen().toEpochMilli());
      text(out, "provider", listing.provider());
      text(out, "address", post.address().toString());
      text(out, "heading", post.heading());
      text(out, "original", post.originalTitle().orElse(""));
      text(out, "translated", post.translatedTitle().orElse(""));
      number(out, "year", post.year().orElse(0));
      text(out, "type", post.mediaType().name());
      texts(out, "ids", post.ids().stream().map(TitleId::value).toList());
      texts(out, "genres", post.genres());
      text(out, "magnet", offer.link().target());
      text(out, "source", offer.quality().source().name());
      text(out, "resolution", offer.quality().resolution().name());
      texts(out, "audio", offer.audio().stream().map(Language::tag).toList());
      number(out, "size", offer.sizeBytes().orElse(0));
      number(out, "seeders", offer.seeders().orElse(0));
      number(out, "leechers", offer.leechers().orElse(0));
      texts(out, "seasons", offer.episodes().seasons().stream().map(String::valueOf).toList());
      texts(out, "episodes", offer.episodes().numbers().stream().map(String::valueOf).toList());
      Optional<Upload> upload = release.find(Upload.class);
      text(out, "uploader", upload.map(Upload::uploader).orElse(""));
      number(out, "level", upload.map(Upload::level).orElse(0));
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static Release read(byte[] record) {
    return read(record, 0, record.length);
  }

  static Release read(byte[] bytes, int offset, int length) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
      in.nextToken();
      ReleaseKey key = new ReleaseKey(text(in));
      Instant seen = Instant.ofEpochMilli(number(in));
      String provider = text(in);
      Post post = post(in);
      Release release = Release.of(key);
      Listing listing = new Listing(provider, post, offer(in), seen);
      String uploader = text(in);
      int level = (int) number(in);
      return uploader.isEmpty()
          ? release.with(listing)
          : release.with(List.of(listing, new Upload(uploader, level, seen)));
    }
  }

  private static Post post(JsonParser in) {
    return Post.at(URI.create(text(in)), text(in))
        .originalTitle(text(in))
        .translatedTitle(text(in))
        .year((int) number(in))
        .mediaType(MediaType.valueOf(text(in)))
        .ids(texts(in).stream().map(TitleId::imdb).toList())
        .genres(texts(in))
        .build();
  }

  private static Offer offer(JsonParser in) {
    return Offer.of(new Link.Magnet(MagnetLink.parse(text(in))))
        .quality(new Quality(Source.valueOf(text(in)), Resolution.valueOf(text(in))))
        .audio(texts(in).stream().map(Language::new).toList())
        .sizeBytes(number(in))
        .seeders((int) number(in))
        .leechers((int) number(in))
        .episodes(Episodes.of(numbers(in), numbers(in)))
        .build();
  }

  private static void text(JsonGenerator out, String name, String value) {
    out.writeName(name);
    out.writeString(value);
  }

  private static void number(JsonGenerator out, String name, long value) {
    out.writeName(name);
    out.writeNumber(value);
  }

  private static void texts(JsonGenerator out, String name, List<String> values) {
    out.writeName(name);
    out.writeStartArray();
    values.forEach(out::writeString);
    out.writeEndArray();
  }

  private static String text(JsonParser in) {
    in.nextToken();
    in.nextToken();
    return in.getString();
  }

  private static long number(JsonParser in) {
    in.nextToken();
    in.nextToken();
    return in.getLongValue();
  }

  private static List<String> texts(JsonParser in) {
    in.nextToken();
    in.nextToken();
    List<String> texts = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      texts.add(in.getString());
    }
    return texts;
  }

  private static List<Integer> numbers(JsonParser in) {
    return texts(in).stream().map(Integer::valueOf).toList();
  }
}
