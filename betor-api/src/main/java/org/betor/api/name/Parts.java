package org.betor.api.name;

/** Reads "Part 2" and "Parte II" where they are not plainly words of a film's title. */
final class Parts {
  private final Reading name;

  Parts(Reading name) {
    this.name = name;
  }

  void read() {
    for (int i = name.titleStart + 1; i < name.size(); i++) {
      if (name.isRole(i, Role.PART_WORD) && name.mark(i).first == i) {
        int number = number(i + 1);
        if (number > 0) {
          part(i, number);
        }
      }
    }
  }

  private void part(int i, int number) {
    int next = i + 2;
    if (next >= name.size() || name.isRole(next, Role.CONTAINER)) {
      name.put(Role.PART, Integer.toString(number), i, i + 1);
    } else if (hasBefore(i, Role.SEASON)) {
      name.put(Role.PART, Integer.toString(number), i, i + 1).doubtful = true;
      episodeBehind(next);
    } else if (isBroadcast(next) && !hasBefore(name.size(), Role.EPISODE)) {
      name.put(Role.EPISODE, Integer.toString(number), i, i + 1);
    }
  }

  /** Such as the last one of "Season 2 Part 2 - 05". */
  private void episodeBehind(int i) {
    if (name.isDash(i) && name.number(i) > 0 && name.token(i).length() > 1 && name.isFree(i)) {
      EpisodeList list = new EpisodeList(name, new Ranges());
      int end = list.read(i);
      name.put(Role.EPISODE, list.toString(), i, end - 1);
    }
  }

  /** Whether words of a broadcast follow, of which each episode is a part. */
  private boolean isBroadcast(int from) {
    int i = from;
    while (i < name.size()
        && (name.isRole(i, Role.REPACK)
            || name.isRole(i, Role.PROPER)
            || name.isRole(i, Role.RESOLUTION))) {
      i++;
    }
    Mark mark = name.mark(i);
    return mark.role == Role.SOURCE && mark.value.endsWith("TV");
  }

  private boolean hasBefore(int end, Role role) {
    for (int i = name.titleStart; i < end; i++) {
      if (name.isRole(i, role)) {
        return true;
      }
    }
    return false;
  }

  private int number(int i) {
    Mark mark = name.mark(i);
    if ((mark.role == Role.NUMBER || mark.role == Role.ROMAN)) {
      return Integer.parseInt(mark.value);
    }
    return name.number(i) > 0 && name.number(i) < 20 && name.isFree(i) ? name.number(i) : 0;
  }
}
