package org.betor.api.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns what was read into parts. */
final class Telling {
  private final Reading name;
  private final Titles titles;
  private final List<Part> parts = new ArrayList<>();

  Telling(Reading name, Titles titles) {
    this.name = name;
    this.titles = titles;
  }

  List<Part> parts() {
    String title = titles.title();
    if (!title.isEmpty()) {
      int start = name.token(name.titleStart).start;
      parts.add(new Part(Kind.TITLE, title, start, titles.through(name.titleEnd)));
    }
    for (int i = 0; i < name.size(); i++) {
      Mark mark = name.mark(i);
      if (mark.first == i && !mark.doubtful) {
        tell(mark);
      }
    }
    name.more.forEach(this::tell);
    parts.sort(Comparator.comparingInt(Part::start));
    return List.copyOf(parts);
  }

  private void tell(Mark mark) {
    Kind kind = mark.role.kind();
    if (kind == null) {
      return;
    }
    if (mark.role == Role.DUBBED && !mark.value.isEmpty()) {
      add(Kind.LANGUAGE, mark.value, mark);
    }
    if (mark.role == Role.REMUX && mark.value.equals("Remux") && !hasSource()) {
      add(Kind.SOURCE, "BluRay", mark);
    }
    add(kind, mark.value.isEmpty() ? name.text(mark.first, mark.last) : mark.value, mark);
  }

  private boolean hasSource() {
    for (int i = 0; i < name.size(); i++) {
      if (name.isRole(i, Role.SOURCE) && !name.mark(i).doubtful) {
        return true;
      }
    }
    return false;
  }

  private void add(Kind kind, String value, Mark mark) {
    parts.add(new Part(kind, value, name.token(mark.first).start, name.token(mark.last).end));
  }
}
