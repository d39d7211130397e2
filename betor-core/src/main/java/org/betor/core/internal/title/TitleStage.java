package org.betor.core.internal.title;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Title;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.core.Identification;
import org.betor.core.internal.enrich.Newest;
import org.betor.core.internal.enrich.Stage;

/** Says of each release which film or series it is. */
public final class TitleStage implements Stage {
  /** Databases are mended, and new works come. */
  private static final Duration HOLDS_FOR = Duration.ofDays(30);

  private static final Viewer WHOEVER = new Viewer("titles", Integer.MAX_VALUE - 1);

  /** More than this many no page offers. */
  private static final int MOST_ON_A_PAGE = 5_000;

  private final Catalog catalog;
  private final Newest newest;
  private final Supplier<Desk> desk;
  private final InstantSource clock;

  /**
   * Does nothing before it is asked.
   *
   * @param desk asked for when needed
   */
  public TitleStage(Catalog catalog, Supplier<Desk> desk, InstantSource clock) {
    this.catalog = catalog;
    this.newest = new Newest(catalog);
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public List<ReleaseKey> due(int limit) {
    Set<ReleaseKey> due = new LinkedHashSet<>();
    desk.get()
        .assignments()
        .changed()
        .forEach((page, changed) -> due.addAll(untold(page, changed)));
    due.addAll(catalog.lacking(TitleMatch.class, olderThan(), limit));
    if (due.size() < limit) {
      due.addAll(newest.where(this::isListedAnew));
    }
    return due.stream().limit(limit).toList();
  }

  /** Whether it was not known, and a page was read since then that may tell more. */
  private boolean isListedAnew(Release release) {
    Optional<Instant> asked =
        release.find(TitleMatch.class).filter(match -> match.ids().isEmpty()).map(Section::seen);
    Instant now = clock.instant();
    return asked.isPresent()
        && release.listings().stream()
            .map(Listing::seen)
            .anyMatch(seen -> seen.isAfter(asked.get()) && !seen.isAfter(now));
  }

  @Override
  public Optional<Section> write(Release release) {
    Instant asked = clock.instant();
    Identification answer = desk.get().identifier().identify(release);
    Optional<TitleMatch> before = claimed(release);
    if (isOpen(answer, before)) {
      return Optional.empty();
    }
    return Optional.of(
        answer
            .title()
            .map(title -> match(title, asked))
            .or(() -> before.filter(match -> !isUntold(release)).map(match -> again(match, asked)))
            .orElseGet(() -> none(asked)));
  }

  /** Who could not be asked might know the work, or more of its ids than were known before. */
  private static boolean isOpen(Identification answer, Optional<TitleMatch> before) {
    boolean toldLess = answer.title().filter(title -> !title.isPlaceholder()).isEmpty();
    return !answer.complete() && (toldLess || before.isPresent());
  }

  private static Optional<TitleMatch> claimed(Release release) {
    return release.find(TitleMatch.class).filter(match -> !match.ids().isEmpty());
  }

  /** What was sure once stays when sources that are not there any more were those that knew. */
  private static TitleMatch again(TitleMatch match, Instant asked) {
    return new TitleMatch(match.ids(), match.title(), asked);
  }

  /** Whether something else was said of one of its pages since it was identified. */
  private boolean isUntold(Release release) {
    Map<URI, Instant> changed = desk.get().assignments().changed();
    return release.listings().stream()
        .map(listing -> changed.get(listing.address()))
        .anyMatch(time -> time != null && !isTold(release, time));
  }

  @Override
  public boolean isNews(Section section, Release before) {
    TitleMatch now = (TitleMatch) section;
    Optional<TitleMatch> then = before.find(TitleMatch.class);
    return !now.ids().equals(then.map(TitleMatch::ids).orElse(List.of()))
        || !now.title().equals(then.map(TitleMatch::title).orElse(""));
  }

  @Override
  public Optional<Section> nothing() {
    return Optional.of(none(clock.instant()));
  }

  private TitleMatch match(Title title, Instant asked) {
    String name = title.isPlaceholder() ? "" : title.nameIn(desk.get().country());
    return new TitleMatch(title.ids(), name, asked);
  }

  private static TitleMatch none(Instant asked) {
    return new TitleMatch(List.of(), "", asked);
  }

  /** What clocks that were set back call the future is not waited for in circles. */
  private Instant olderThan() {
    Instant learnt = desk.get().lastLearnt().get();
    Instant now = clock.instant();
    Instant aged = now.minus(HOLDS_FOR);
    return learnt.isAfter(now) || learnt.isBefore(aged) ? aged : learnt;
  }

  /** The releases of a page that were identified before something else was said of it. */
  private List<ReleaseKey> untold(URI page, Instant changed) {
    if (changed.isAfter(clock.instant())) {
      return List.of();
    }
    List<ReleaseKey> untold =
        catalog
            .search(CatalogQuery.all().page(page).limit(MOST_ON_A_PAGE).build(), WHOEVER)
            .releases()
            .stream()
            .filter(release -> !isTold(release, changed))
            .map(Release::key)
            .toList();
    if (untold.isEmpty()) {
      desk.get().assignments().told(page, changed);
    }
    return untold;
  }

  private static boolean isTold(Release release, Instant changed) {
    return release
        .find(TitleMatch.class)
        .filter(match -> !match.seen().isBefore(changed))
        .isPresent();
  }
}
