package org.betor.core.internal.title;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
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
    Optional<Identification> assigned = assigned(release);
    if (assigned.isPresent()) {
      return assigned.get();
    }
    Questions questions = new Questions(release);
    if (questions.isNoSingleWork()) {
      return nothing("it is no single film or series");
    }
    Optional<TitleQuestion> question = questions.ask();
    return stated(release, question)
        .or(() -> question.map(this::identify))
        .orElseGet(() -> nothing("it names no film or series"));
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
        return withAllIds(decision);
      }
    }
    return Decision.of(question, works.all(), complete);
  }

  /** What is known of the work; empty if no source knows it. */
  public Optional<Title> find(TitleId id) {
    return known(id).title();
  }

  /** Sources are asked as long as nobody knows the work, or they may add an id to it. */
  private Known known(TitleId id) {
    Optional<Title> known = Optional.empty();
    boolean complete = true;
    for (Knowledge source : sources) {
      if (known.isEmpty() || source.mayAddTo(known.get())) {
        Optional<List<Title>> answer = source.find(id);
        complete &= answer.isPresent();
        for (Title more : answer.orElse(List.of())) {
          known = Optional.of(known.map(first -> Works.joined(first, more)).orElse(more));
        }
      }
    }
    return new Known(known, complete);
  }

  private Identification withAllIds(Identification decision) {
    Title claimed = decision.title().orElseThrow();
    Known known = known(claimed.ids().get(0));
    return new Identification(
        Optional.of(known.title().map(more -> Works.joined(claimed, more)).orElse(claimed)),
        decision.reason(),
        decision.candidates(),
        known.complete());
  }

  private Optional<Identification> assigned(Release release) {
    return release.listings().stream()
        .flatMap(listing -> assignments.find(listing.address()).stream())
        .findFirst()
        .map(id -> claim(id, new Known(find(id), true), "somebody said so of its page"));
  }

  /**
   * The id that its pages state, of IMDb rather than of another database, unless they contradict
   * one another, or what is known of that work contradicts them: sites copy widgets with links to
   * some other film.
   */
  private Optional<Identification> stated(Release release, Optional<TitleQuestion> question) {
    Map<TitleId.Authority, Set<TitleId>> stated =
        release.listings().stream()
            .flatMap(listing -> listing.post().ids().stream())
            .collect(groupingBy(TitleId::authority, TreeMap::new, toSet()));
    if (stated.isEmpty() || stated.values().iterator().next().size() > 1) {
      return Optional.empty();
    }
    TitleId id = stated.values().iterator().next().iterator().next();
    Known known = known(id);
    return isContradicted(known, question)
        ? Optional.empty()
        : Optional.of(withOthers(claim(id, known, "its page states the id"), stated));
  }

  private static boolean isContradicted(Known known, Optional<TitleQuestion> question) {
    return known.title().isPresent()
        && question.filter(asked -> new Clues(asked).contradict(known.title().get())).isPresent();
  }

  /** The claim with the pages' ids in other databases, where they state one only. */
  private static Identification withOthers(
      Identification claim, Map<TitleId.Authority, Set<TitleId>> stated) {
    Title.Builder title = claim.title().orElseThrow().toBuilder();
    stated.values().stream().filter(ids -> ids.size() == 1).forEach(ids -> ids.forEach(title::id));
    return new Identification(
        Optional.of(title.build()), claim.reason(), claim.candidates(), claim.complete());
  }

  private static Identification claim(TitleId id, Known known, String reason) {
    Title title = known.title().orElseGet(() -> Title.placeholder(id));
    return new Identification(
        Optional.of(title), title + ": " + reason, List.of(), known.complete());
  }

  private static Identification nothing(String reason) {
    return new Identification(Optional.empty(), reason, List.of(), true);
  }

  /** What is known of a work, and whether everybody could be asked. */
  private record Known(Optional<Title> title, boolean complete) {}
}
