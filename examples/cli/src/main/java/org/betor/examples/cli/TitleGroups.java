package org.betor.examples.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import org.betor.api.model.Release;
import org.betor.api.model.TitleId;

/** Puts the releases of each film or series together. */
final class TitleGroups {
  private TitleGroups() {}

  /** The groups in the order of their first releases. */
  static List<Group> of(List<Release> releases) {
    return releases.stream()
        .collect(groupingBy(Release::work, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(Group::new)
        .toList();
  }

  /**
   * A film or series.
   *
   * @param releases what there is of it; at least one
   */
  record Group(List<Release> releases) {
    /** Its title, year and ids, as far as they are known. */
    String heading() {
      Release first = releases.get(0);
      String year = first.year().isPresent() ? " (%d)".formatted(first.year().getAsInt()) : "";
      String ids = first.ids().stream().map(TitleId::toString).collect(joining(" "));
      return (first.title() + year + " " + ids).strip();
    }
  }
}
