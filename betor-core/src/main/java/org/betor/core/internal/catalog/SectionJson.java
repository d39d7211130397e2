package org.betor.core.internal.catalog;

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
import org.betor.core.internal.catalog.RecordWriter.Fields;

/** Sections in JSON. */
final class SectionJson {
  private SectionJson() {}

  static void write(Section section, Fields json) {
    json.numbers("seen", JsonTime.pair(section.seen()));
    if (section instanceof Listing listing) {
      json.text("provider", listing.provider())
          .object("post", post -> PostJson.write(listing.post(), post))
          .object("offer", offer -> OfferJson.write(listing.offer(), offer));
    } else if (section instanceof TitleMatch match) {
      json.list("ids", match.ids(), SectionJson::id).text("title", match.title());
    } else if (section instanceof Contents contents) {
      List<Contents.File> files = contents.files();
      json.text("name", contents.name())
          .list("paths", files, (path, file) -> path.text(file.path()))
          .list("sizes", files, (size, file) -> size.number(file.sizeBytes()));
    } else if (section instanceof Swarm swarm) {
      json.number("seeders", swarm.seeders()).number("leechers", swarm.leechers());
    } else if (section instanceof Upload upload) {
      json.text("uploader", upload.uploader())
          .number("level", upload.level())
          .texts("tags", upload.tags());
    } else if (section instanceof Identity identity) {
      json.text("hash", identity.infoHash().hex());
    } else if (section instanceof Block block) {
      json.text("reason", block.reason());
    }
  }

  static void id(RecordWriter out, TitleId id) {
    out.text(id.toString());
  }
}
