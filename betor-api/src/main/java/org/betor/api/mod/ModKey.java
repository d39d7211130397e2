package org.betor.api.mod;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names a mod: the source that has it, and its id there. As text, {@code steam:2009463077}.
 *
 * @param source the {@link ModSource#id}
 * @param id unique at the source and safe as the name of a file: 1 to 200 letters, digits, dots,
 *     hyphens and underscores, not beginning with a dot
 */
public record ModKey(String source, String id) implements Comparable<ModKey> {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
  private static final Comparator<ModKey> ORDER =
      Comparator.comparing(ModKey::source).thenComparing(ModKey::id);

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one of them has another form
   */
  public ModKey {
    if (!SOURCE.matcher(source).matches() || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "no mod is named \"%s:%s\"; one looks like steam:2009463077".formatted(source, id));
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static ModKey parse(String text) {
    int colon = Math.max(0, text.indexOf(':'));
    return new ModKey(text.substring(0, colon), text.substring(Math.min(text.length(), colon + 1)));
  }

  @Override
  public int compareTo(ModKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source + ":" + id;
  }
}
