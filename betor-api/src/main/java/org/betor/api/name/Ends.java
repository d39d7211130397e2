package org.betor.api.name;

/** Takes off what is around a name: the file's ending, and the marks of sites. */
final class Ends {
  private final Reading name;

  Ends(Reading name) {
    this.name = name;
  }

  void read() {
    container();
    for (int i = 0; i < name.size(); i++) {
      if (isAddressStart(i)) {
        i = address(i);
      }
    }
    name.titleStart = afterSites();
  }

  /** A known ending behind a dot, or any word of the kind at the very end. */
  private void container() {
    int last = name.size() - 1;
    if (last > 0
        && name.is(last, "ts")
        && name.isGap(last, ".")
        && name.token(last).end == name.text.length()) {
      name.put(Role.CONTAINER, "TS", last, last);
    }
    if (last > 0 && name.isRole(last, Role.CONTAINER)) {
      name.token(last).mark.doubtful = false;
    }
  }

  private boolean isAddressStart(int i) {
    boolean dot = name.isGap(i + 1, ".");
    return i == 0
        || (dot && name.is(i - 1, "acesse"))
        || (dot && name.gapHas(i, '-'))
        || (dot && isTechnical(i - 1) && isEnd(i + 2))
        || name.bracket(i).first == i
        || isWww(i);
  }

  private boolean isTechnical(int i) {
    return name.isCertain(i) && name.role(i).isTechnical();
  }

  private boolean isWww(int i) {
    return name.letters[name.token(i).start] == 'w' && (name.is(i, "www") || name.is(i, "ww"));
  }

  /** Reads an address such as www.site.tv; the index of its last token. */
  private int address(int first) {
    int last = first;
    boolean www = isWww(first);
    while (last + 1 < name.size() && last - first < 12 && continuesAddress(last + 1, www)) {
      last++;
    }
    int end = last;
    while (end > first && !isTopLevel(end)) {
      end--;
    }
    if (end > first && (name.isGap(end, ".") || www) && (www || isSetApart(first, end))) {
      put(first, end);
      return end;
    }
    return first;
  }

  private boolean continuesAddress(int i, boolean www) {
    return name.isGlued(i)
        || name.isGap(i, ".")
        || (name.isGap(i, "-") && !name.isDash(i))
        || (www && name.isGap(i, " ") && !isTopLevel(i - 1));
  }

  private boolean isTopLevel(int i) {
    Token token = name.token(i);
    boolean apart = name.isGap(i, ".") || name.isGap(i, " ");
    return apart
        && token.length() <= TopLevels.LONGEST
        && TopLevels.has(new String(name.letters, token.start, token.length()));
  }

  /** In brackets of its own, or at the start and followed by a dash. */
  private boolean isSetApart(int first, int last) {
    Bracket bracket = name.bracket(first);
    if (!bracket.isWhole()) {
      return (bracket.first == first || name.is(first - 1, "acesse")) && bracket.last == last + 1;
    }
    if (first > 0) {
      return first + 1 == last && isEnd(last + 1);
    }
    return last + 1 < name.size()
        && (name.isDash(last + 1)
            || name.gapHas(last + 1, ']')
            || (last == 1 && isCommercial(last)));
  }

  private boolean isEnd(int i) {
    Mark last = name.mark(name.size() - 1);
    return i == name.size() || (i == last.first && last.role == Role.CONTAINER);
  }

  /** An ending that is no word of a title: "SITE.COM.Title". */
  private boolean isCommercial(int i) {
    return name.is(i, "com") || name.is(i, "net") || name.is(i, "org");
  }

  private void put(int first, int last) {
    Bracket bracket = name.bracket(first);
    for (int i = first; i <= last; i++) {
      name.brazilian |=
          (name.isRole(i, Role.SITE) && name.mark(i).value.equals("BR")) || name.is(i, "br");
    }
    boolean only = !bracket.isWhole() && bracket.last == last + 1;
    name.put(Role.SITE, name.text(first, last), only ? bracket.first : first, last);
  }

  private int afterSites() {
    int start = 0;
    while (start < name.size() && name.isRole(start, Role.SITE)) {
      start = name.token(start).mark.last + 1;
    }
    return start == name.size() ? 0 : start;
  }
}
