package org.betor.core.internal.title;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;

/** Works that several sources tell of, each once: those that share an id are the same. */
final class Works {
  private final List<Title> works = new ArrayList<>();

  void add(List<Title> more) {
    more.forEach(this::add);
  }

  List<Title> all() {
    return Collections.unmodifiableList(works);
  }

  private void add(Title work) {
    for (int i = 0; i < works.size(); i++) {
      if (!Collections.disjoint(works.get(i).ids(), work.ids())) {
        works.set(i, joined(works.get(i), work));
        return;
      }
    }
    works.add(work);
  }

  /** All that the first says, and what only the second does. */
  static Title joined(Title first, Title second) {
    Title.Builder both = first.toBuilder();
    second.ids().forEach(both::id);
    second.names().forEach(name -> both.called(name.text(), name.country()));
    if (first.mediaType() == MediaType.UNKNOWN) {
      both.mediaType(second.mediaType());
    }
    if (first.year().isEmpty()) {
      second.year().ifPresent(both::year);
    }
    if (first.lastYear().isEmpty()) {
      second.lastYear().ifPresent(both::lastYear);
    }
    if (first.runtime().isEmpty()) {
      second.runtime().ifPresent(both::runtime);
    }
    if (first.seasons().isEmpty()) {
      second.seasons().ifPresent(both::seasons);
    }
    if (first.cast().isEmpty()) {
      both.cast(second.cast());
    }
    if (first.rating().isEmpty() && second.rating().isPresent()) {
      both.rating(second.rating().getAsDouble(), second.votes().orElse(0));
    }
    return both.build();
  }
}
