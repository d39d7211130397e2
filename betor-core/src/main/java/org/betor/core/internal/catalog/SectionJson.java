package org.betor.core.internal.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Listing;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;

/** Sections in JSON. */
final class SectionJson {
  private SectionJson() {}

  static JsonObject write(Section section) {
    JsonObject json = new JsonObject().put("seen", JsonTime.write(section.seen()));
    if (section instanceof Listing listing) {
      json.put("provider", listing.provider())
          .put("post", PostJson.write(listing.post()))
          .put("offer", OfferJson.write(listing.offer()));
    } else if (section instanceof TitleMatch match) {
      json.put("ids", ids(match.ids())).put("title", match.title());
    } else if (section instanceof Contents contents) {
      List<Contents.File> files = contents.files();
      json.put("name", contents.name())
          .put("paths", files.stream().map(Contents.File::path).toList())
          .put("sizes", files.stream().map(Contents.File::sizeBytes).toList());
    } else if (section instanceof Swarm swarm) {
      json.put("seeders", swarm.seeders()).put("leechers", swarm.leechers());
    } else if (section instanceof Upload upload) {
      json.put("uploader", upload.uploader())
          .put("level", upload.level())
          .put("tags", upload.tags());
    } else if (section instanceof Identity identity) {
      json.put("hash", identity.infoHash().hex());
    } else if (section instanceof Block block) {
      json.put("reason", block.reason());
    }
    return json;
  }

  static Section read(SectionKind kind, JsonObject json) {
    Instant seen = JsonTime.instant(json.list("seen", Long.class));
    return switch (kind) {
      case LISTING ->
          new Listing(
              json.text("provider"),
              PostJson.read(json.get("post", JsonObject.class)),
              OfferJson.read(json.get("offer", JsonObject.class)),
              seen);
      case TITLE_MATCH -> new TitleMatch(ids(json), json.text("title"), seen);
      case CONTENTS -> new Contents(json.text("name"), files(json), seen);
      case SWARM -> new Swarm(number(json, "seeders"), number(json, "leechers"), seen);
      case UPLOAD ->
          new Upload(
              json.text("uploader"), number(json, "level"), json.list("tags", String.class), seen);
      case IDENTITY -> new Identity(new InfoHash(json.get("hash", String.class)), seen);
      case BLOCK -> new Block(json.text("reason"), seen);
    };
  }

  static List<String> ids(Collection<TitleId> ids) {
    return ids.stream().map(TitleId::toString).toList();
  }

  /** The ids of databases that we know. */
  static List<TitleId> ids(JsonObject json) {
    List<TitleId> ids = new ArrayList<>();
    json.list("ids", String.class).forEach(id -> id(id).ifPresent(ids::add));
    return ids;
  }

  private static Optional<TitleId> id(String text) {
    int colon = text.indexOf(':');
    String authority = text.substring(0, colon).replace('-', '_').toUpperCase(Locale.ROOT);
    for (Authority known : Authority.values()) {
      if (known.name().equals(authority)) {
        return Optional.of(new TitleId(known, text.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  /** Paths and sizes lie side by side: objects would repeat their field names for every file. */
  private static List<Contents.File> files(JsonObject json) {
    List<String> paths = json.list("paths", String.class);
    List<Long> sizes = json.list("sizes", Long.class);
    if (paths.size() != sizes.size()) {
      throw new IllegalArgumentException("not every file has a path and a size");
    }
    List<Contents.File> files = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      files.add(new Contents.File(paths.get(i), sizes.get(i)));
    }
    return files;
  }

  private static int number(JsonObject json, String name) {
    return Math.toIntExact(json.get(name, Long.class));
  }
}
