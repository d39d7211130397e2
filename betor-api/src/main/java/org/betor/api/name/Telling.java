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
    episodeTitle();
    parts.sort(Comparator.comparingInt(Part::start));
    return List.copyOf(parts);
  }

  /** The words between an episode's number and the next thing that was read. */
  private void episodeTitle() {
    for (int i = name.titleEnd; i < name.size(); i++) {
      Role role = name.role(i);
      if ((role == Role.EPISODE || role == Role.DATE) && name.mark(i).last == i) {
        int end = freeFrom(i + 1);
        if (end > i + 1) {
          String title = titles.clean(name.token(i + 1).start, titles.through(end));
          parts.add(
              new Part(Kind.EPISODE_TITLE, title, name.token(i + 1).start, titles.through(end)));
        }
        return;
      }
    }
  }

  private int freeFrom(int from) {
    int i = from;
    while (name.isFree(i) && name.bracket(i).isWhole()) {
      i++;
    }
    return i;
  }

  /** Numbers of lines say more than UHD or Full HD, which disc and picture are called alike. */
  private boolean isVague(Mark mark) {
    return mark.role == Role.RESOLUTION && !hasNumber(mark) && hasExactResolution();
  }

  private boolean hasNumber(Mark mark) {
    return name.token(mark.first).number && name.token(mark.first).length() > 2;
  }

  private boolean hasExactResolution() {
    for (int i = 0; i < name.size(); i++) {
      if (name.isRole(i, Role.RESOLUTION) && hasNumber(name.mark(i))) {
        return true;
      }
    }
    return false;
  }

  private void tell(Mark mark) {
    Kind kind = mark.role.kind();
    if (kind == null) {
      return;
    }
    if (isVague(mark)) {
      kind = Kind.OTHER;
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
