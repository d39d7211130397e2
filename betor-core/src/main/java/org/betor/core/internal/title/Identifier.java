package org.betor.core.internal.title;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.betor.api.model.Release;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;
import org.betor.core.Identification;

/**
 * Finds out which film or series is meant. What people say of a page comes first, then the id that
 * the page itself states, then what sources know, one after the other until one is sure. Safe for
 * use by several threads.
 */
public final class Identifier {
  private final Assignments assignments;
  private final List<Knowledge> sources;

  /**
   * Asks nobody yet.
   *
   * @param sources in the order in which they are asked
   */
  public Identifier(Assignments assignments, List<Knowledge> sources) {
    this.assignments = assignments;
    this.sources = List.copyOf(sources);
  }

  /** Which work a release is. */
  public Identification identify(Release release) {
    return assigned(release)
        .or(() -> stated(release))
        .orElseGet(
            () ->
                Questions.about(release)
                    .map(this::identify)
                    .orElseGet(() -> nothing("it names no single film or series")));
  }

  /** Which work is meant. */
  public Identification identify(TitleQuestion question) {
    Works works = new Works();
    boolean complete = true;
    for (Knowledge source : sources) {
      Optional<List<Title>> answer = source.candidates(question);
      complete &= answer.isPresent();
      works.add(answer.orElse(List.of()));
      Identification decision = Decision.of(question, works.all(), complete);
      if (decision.title().isPresent()) {
        return decision;
      }
    }
    return Decision.of(question, works.all(), complete);
  }

  /** What all sources know of the work together; empty if none knows it. */
  public Optional<Title> find(TitleId id) {
    Optional<Title> known = Optional.empty();
    for (Knowledge source : sources) {
      Optional<Title> more = source.find(id);
      known =
          known.isPresent() && more.isPresent()
              ? Optional.of(Works.joined(known.get(), more.get()))
              : known.or(() -> more);
    }
    return known;
  }

  private Optional<Identification> assigned(Release release) {
    return release.listings().stream()
        .flatMap(listing -> assignments.find(listing.address()).stream())
        .findFirst()
        .map(id -> claim(id, "somebody said so of its page"));
  }

  /** The id that its pages state, unless they or what is known of that work contradict. */
  private Optional<Identification> stated(Release release) {
    Set<TitleId> stated =
        release.listings().stream()
            .flatMap(listing -> listing.post().ids().stream())
            .collect(groupingBy(TitleId::authority, TreeMap::new, toSet()))
            .values()
            .stream()
            .findFirst()
            .orElse(Set.of());
    return stated.size() == 1
        ? Optional.of(claim(stated.iterator().next(), "its page states the id"))
            .filter(claim -> !isContradicted(claim, release))
        : Optional.empty();
  }

  /** Sites copy widgets with links to some other film. */
  private static boolean isContradicted(Identification claim, Release release) {
    Title title = claim.title().orElseThrow();
    return !title.isPlaceholder()
        && Questions.about(release)
            .filter(question -> new Clues(question).contradict(title))
            .isPresent();
  }

  private Identification claim(TitleId id, String reason) {
    Title title = find(id).orElseGet(() -> Title.placeholder(id));
    return new Identification(Optional.of(title), title + ": " + reason, List.of(), true);
  }

  private static Identification nothing(String reason) {
    return new Identification(Optional.empty(), reason, List.of(), true);
  }
}
