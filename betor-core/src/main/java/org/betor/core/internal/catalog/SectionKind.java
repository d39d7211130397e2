package org.betor.core.internal.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;

/** The kinds of sections, under the names that they have in records and in the index. */
enum SectionKind {
  LISTING("listing", Listing.class),
  TITLE_MATCH("title", TitleMatch.class),
  CONTENTS("contents", Contents.class),
  SWARM("swarm", Swarm.class),
  UPLOAD("upload", Upload.class),
  IDENTITY("identity", Identity.class),
  BLOCK("block", Block.class);

  /** In the order of records. */
  static final List<SectionKind> ALL = List.of(values());

  private final String label;
  private final Class<? extends Section> type;

  SectionKind(String label, Class<? extends Section> type) {
    this.label = label;
    this.type = type;
  }

  /**
   * The kind of a class.
   *
   * @throws IllegalArgumentException if it is {@link Section} itself
   */
  static SectionKind of(Class<? extends Section> type) {
    return Stream.of(values())
        .filter(kind -> kind.type == type)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("name one kind of section, such as Swarm.class"));
  }

  /** The stable name; what is on disk refers to it. */
  String label() {
    return label;
  }

  /** A release's sections of this kind, the newest first. */
  List<? extends Section> sectionsOf(Release release) {
    return this == LISTING
        ? release.listings()
        : release.find(type).map(List::of).orElse(List.of());
  }
}
