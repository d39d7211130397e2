package org.betor.core.internal.catalog;

import static org.betor.core.internal.catalog.RecordReader.Fields.required;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.jspecify.annotations.Nullable;

/** A section of any kind while it is read. */
final class SectionFields implements RecordReader.Fields {
  private static final List<Authority> AUTHORITIES = List.of(Authority.values());

  private @Nullable Instant seen;
  private String provider = "";
  private @Nullable Post post;
  private @Nullable Offer offer;
  private List<TitleId> ids = List.of();
  private String title = "";
  private String name = "";
  private List<String> paths = List.of();
  private List<Long> sizes = List.of();
  private @Nullable Integer seeders;
  private @Nullable Integer leechers;
  private String uploader = "";
  private @Nullable Integer level;
  private List<String> tags = List.of();
  private @Nullable String hash;
  private String reason = "";

  static Section read(SectionKind kind, RecordReader in) {
    SectionFields fields = new SectionFields();
    in.object(fields);
    return fields.section(kind);
  }

  @Override
  public void read(String field, RecordReader in) {
    switch (field) {
      case "seen" -> seen = JsonTime.instant(in.list(RecordReader::number));
      case "provider" -> provider = in.text();
      case "post" -> post = PostFields.read(in);
      case "offer" -> offer = OfferFields.read(in);
      case "ids" -> ids = ids(in);
      case "title" -> title = in.text();
      case "name" -> name = in.text();
      case "paths" -> paths = in.list(RecordReader::text);
      case "sizes" -> sizes = in.list(RecordReader::number);
      case "seeders" -> seeders = Math.toIntExact(in.number());
      case "leechers" -> leechers = Math.toIntExact(in.number());
      case "uploader" -> uploader = in.text();
      case "level" -> level = Math.toIntExact(in.number());
      case "tags" -> tags = in.list(RecordReader::text);
      case "hash" -> hash = in.text();
      case "reason" -> reason = in.text();
      default -> in.skip();
    }
  }

  private Section section(SectionKind kind) {
    Instant time = required("seen", seen);
    return switch (kind) {
      case LISTING -> new Listing(provider, required("post", post), required("offer", offer), time);
      case TITLE_MATCH -> new TitleMatch(ids, title, time);
      case CONTENTS -> new Contents(name, files(), time);
      case SWARM -> new Swarm(required("seeders", seeders), required("leechers", leechers), time);
      case UPLOAD -> new Upload(uploader, required("level", level), tags, time);
      case IDENTITY -> new Identity(new InfoHash(required("hash", hash)), time);
      case BLOCK -> new Block(reason, time);
    };
  }

  /** The ids of databases that we know. */
  static List<TitleId> ids(RecordReader in) {
    List<TitleId> ids = new ArrayList<>();
    in.list(RecordReader::text).forEach(id -> addKnown(id, ids));
    return ids;
  }

  private static void addKnown(String id, List<TitleId> ids) {
    int colon = id.indexOf(':');
    String authority = id.substring(0, colon).replace('-', '_').toUpperCase(Locale.ROOT);
    for (Authority known : AUTHORITIES) {
      if (known.name().equals(authority)) {
        ids.add(new TitleId(known, id.substring(colon + 1)));
      }
    }
  }

  /** Paths and sizes lie side by side: objects would repeat their field names for every file. */
  private List<Contents.File> files() {
    if (paths.size() != sizes.size()) {
      throw new IllegalArgumentException("not every file has a path and a size");
    }
    List<Contents.File> files = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      files.add(new Contents.File(paths.get(i), sizes.get(i)));
    }
    return files;
  }
}
