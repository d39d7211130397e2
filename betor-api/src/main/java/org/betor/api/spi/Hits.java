package org.betor.api.spi;

import java.util.List;
import java.util.Optional;
import org.betor.api.model.Release;
import org.jspecify.annotations.Nullable;

/** What a catalogue found: one page of it. Immutable. */
public final class Hits {
  /** Nothing. */
  public static final Hits NONE = of(List.of(), 0, true);

  private final Facts facts;

  private Hits(Facts facts) {
    this.facts = facts;
  }

  /**
   * A page, and how much there is in all.
   *
   * @param releases the releases of this page, in the order that was asked for
   * @param total how many there are in all
   * @param exact whether {@code total} is exact; if not, there are at least so many
   */
  public static Hits of(List<Release> releases, long total, boolean exact) {
    return new Hits(new Facts(List.copyOf(releases), total, exact, null, null));
  }

  /** These, with the cursor of the page that follows. */
  public Hits next(String cursor) {
    return new Hits(new Facts(facts.releases, facts.total, facts.exact, cursor, facts.corrected));
  }

  /** These, found by other words than those that were asked for. */
  public Hits corrected(String words) {
    return new Hits(new Facts(facts.releases, facts.total, facts.exact, facts.next, words));
  }

  /** The releases of this page, in the order that was asked for. */
  public List<Release> releases() {
    return facts.releases;
  }

  /** How many there are in all. */
  public long total() {
    return facts.total;
  }

  /** Whether {@link #total} is exact; if not, there are at least so many. */
  public boolean exact() {
    return facts.exact;
  }

  /** What {@link CatalogQuery.Builder#after} wants for the page that follows; empty on the last. */
  public Optional<String> next() {
    return Optional.ofNullable(facts.next);
  }

  /**
   * The words that were looked for instead, in lower case and parted by blanks, because nothing
   * matches those that were asked for: this is what the same query finds with these words. Empty if
   * there was no need, or no help.
   */
  public Optional<String> corrected() {
    return Optional.ofNullable(facts.corrected);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hits hits && facts.equals(hits.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    return facts.toString();
  }

  private record Facts(
      List<Release> releases,
      long total,
      boolean exact,
      @Nullable String next,
      @Nullable String corrected) {}
}
