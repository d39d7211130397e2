package org.betor.api.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A release name in one line of facts, for tables: {@code title: Sintel; year: 2010}. */
final class Facts {
  private Facts() {}

  /** All parts but words that say nothing; those that share a kind with commas between. */
  static String of(ReleaseName name) {
    List<String> facts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> values =
          name.parts().stream()
              .filter(part -> part.kind() == kind && kind != Kind.OTHER)
              .map(Part::value)
              .distinct()
              .toList();
      if (!values.isEmpty()) {
        facts.add(label(kind) + ": " + String.join(", ", values));
      }
    }
    return String.join("; ", facts);
  }

  private static String label(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
