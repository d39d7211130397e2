package org.betor.api.name;

/** Tokens that were read as one thing. */
final class Mark {
  /** Tokens that were read as nothing yet. */
  static final Mark NONE = new Mark(Role.NONE, "", -1, -1, true);

  final Role role;

  /** What they say; empty if the role says it all. */
  final String value;

  /** The index of the first token. */
  final int first;

  /** The index of the last token. */
  final int last;

  /** Whether this may as well be words of a title, and its neighbours have to tell. */
  boolean doubtful;

  Mark(Role role, String value, int first, int last, boolean doubtful) {
    this.role = role;
    this.value = value;
    this.first = first;
    this.last = last;
    this.doubtful = doubtful;
  }

  /** Takes it for certain. */
  void trust() {
    if (this != NONE) {
      doubtful = false;
    }
  }
}
