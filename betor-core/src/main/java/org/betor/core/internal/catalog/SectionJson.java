package org.betor.core.internal.catalog;

import java.util.Collection;
import java.util.List;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.Listing;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleId;
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

  static List<String> ids(Collection<TitleId> ids) {
    return ids.stream().map(TitleId::toString).toList();
  }
}
