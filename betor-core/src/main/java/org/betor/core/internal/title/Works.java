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
    Title joined = work;
    int place = works.size();
    for (int i = works.size() - 1; i >= 0; i--) {
      if (areSame(works.get(i), joined)) {
        joined = joined(works.remove(i), joined);
        place = i;
      }
    }
    works.add(Math.min(place, works.size()), joined);
  }

  private static boolean areSame(Title one, Title other) {
    return !Collections.disjoint(one.ids(), other.ids()) || areAlike(one, other);
  }

  /** Of two databases: the same best known name, year and type. */
  private static boolean areAlike(Title one, Title other) {
    return one.year().isPresent()
        && one.year().equals(other.year())
        && one.mediaType() == other.mediaType()
        && one.ids().stream()
            .noneMatch(id -> other.ids().stream().anyMatch(it -> it.authority() == id.authority()))
        && NameWords.of(one.name()).equals(NameWords.of(other.name()));
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
