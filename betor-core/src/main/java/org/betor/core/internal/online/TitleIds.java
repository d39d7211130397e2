package org.betor.core.internal.online;

import java.util.Optional;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;

/** Ids that others state. */
final class TitleIds {
  private TitleIds() {}

  /** The id, if it has the form that its database gives. */
  static Optional<TitleId> find(Authority authority, String value) {
    try {
      return Optional.of(new TitleId(authority, value));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** A work of that id and name; empty if one of them is missing. */
  static Optional<Title.Builder> named(Authority authority, String value, String name) {
    return name.isEmpty() ? Optional.empty() : find(authority, value).map(id -> Title.of(id, name));
  }
}
