package org.betor.api.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A torrent, and all that is known of it: one listing for each provider and post, and the other
 * sections once each. Immutable. What several listings say, the newest says first.
 */
public final class Release {
  /** The newest listings are kept, at most so many. */
  public static final int MAX_LISTINGS = 32;

  private static final Comparator<Section> NEWEST_FIRST =
      Comparator.comparing(Section::seen)
          // so that the order of writes does not matter
          .thenComparing(section -> section.getClass().getName())
          .thenComparing(Release::byText)
          .reversed();

  private final ReleaseKey key;
  private final List<Section> sections;
  private final List<Listing> listings;

  private Release(ReleaseKey key, List<Section> sections) {
    this.key = key;
    this.sections = sections;
    List<Listing> found = new ArrayList<>(sections.size());
    for (Section section : sections) {
      if (section instanceof Listing listing) {
        found.add(listing);
      }
    }
    this.listings = List.copyOf(found);
  }

  /** A release of which nothing is known but its key. */
  public static Release of(ReleaseKey key) {
    return new Release(key, List.of());
  }

  /** This release with a section written. The same writes in any order give equal releases. */
  public Release with(Section section) {
    return with(List.of(section));
  }

  /** This release with sections written. The same writes in any order give equal releases. */
  public Release with(Collection<? extends Section> written) {
    List<Section> all = new ArrayList<>(sections);
    all.addAll(written);
    all.sort(NEWEST_FIRST);
    List<Section> kept = new ArrayList<>(all.size());
    int listed = 0;
    for (Section section : all) {
      if (isNew(section, kept) && (!(section instanceof Listing) || listed++ < MAX_LISTINGS)) {
        kept.add(section);
      }
    }
    return new Release(key, List.copyOf(kept));
  }

  private static boolean isNew(Section section, List<Section> newer) {
    for (Section other : newer) {
      if (samePlace(section, other)) {
        return false;
      }
    }
    return true;
  }

  /** The identity of the release. */
  public ReleaseKey key() {
    return key;
  }

  /** All sections, the newest first. */
  public List<Section> sections() {
    return sections;
  }

  /** What posts say of it, the newest first. */
  public List<Listing> listings() {
    return listings;
  }

  /** The one section of a kind that a release has once, such as its {@link Swarm}. */
  public <S extends Section> Optional<S> find(Class<S> kind) {
    for (Section section : sections) {
      if (kind.isInstance(section)) {
        return Optional.of(kind.cast(section));
      }
    }
    return Optional.empty();
  }

  /** The info-hash; empty if it is not known yet. */
  public Optional<InfoHash> infoHash() {
    return key.infoHash();
  }

  /** A magnet link with the hints of all listings; empty if the info-hash is not known yet. */
  public Optional<MagnetLink> magnet() {
    return listings.stream()
        .map(listing -> listing.offer().link())
        .filter(Link.Magnet.class::isInstance)
        .map(link -> ((Link.Magnet) link).magnet())
        .reduce(MagnetLink::withHintsOf)
        .or(() -> infoHash().map(MagnetLink::of));
  }

  /** The best title for people; the key's text if nobody gives one. */
  public String title() {
    return find(TitleMatch.class)
        .map(TitleMatch::title)
        .filter(title -> !title.isEmpty())
        .or(() -> first(listing -> listing.post().translatedTitle()))
        .or(() -> first(listing -> listing.post().originalTitle()))
        .or(() -> first(listing -> Optional.of(listing.post().heading())))
        .orElse(key.value());
  }

  /** The year of release. */
  public OptionalInt year() {
    return firstNumber(listing -> listing.post().year());
  }

  /** Film or series. */
  public MediaType mediaType() {
    return firstBut(MediaType.UNKNOWN, listing -> listing.post().mediaType());
  }

  /** The quality of the picture, each half from the newest listing that states it. */
  public Quality quality() {
    Quality quality = Quality.UNKNOWN;
    for (Listing listing : listings) {
      quality = quality.or(listing.offer().quality());
    }
    return quality;
  }

  /** The languages that are spoken, each once. */
  public List<Language> audio() {
    return each(listing -> listing.offer().audio());
  }

  /** The part of a series that the torrent holds. */
  public Episodes episodes() {
    return firstBut(Episodes.NONE, listing -> listing.offer().episodes());
  }

  /** The size in bytes: exact where the contents are known, else as a page states it. */
  public OptionalLong sizeBytes() {
    Optional<Contents> contents = find(Contents.class).filter(known -> !known.files().isEmpty());
    if (contents.isPresent()) {
      return OptionalLong.of(contents.get().sizeBytes());
    }
    for (Listing listing : listings) {
      if (listing.offer().sizeBytes().isPresent()) {
        return listing.offer().sizeBytes();
      }
    }
    return OptionalLong.empty();
  }

  /** How many peers have all of it: as trackers count them, else as the newest page says. */
  public OptionalInt seeders() {
    return peers(Swarm::seeders, Offer::seeders);
  }

  /** How many peers have a part of it: as trackers count them, else as the newest page says. */
  public OptionalInt leechers() {
    return peers(Swarm::leechers, Offer::leechers);
  }

  /**
   * The work's ids in public databases, each once: as it was identified, be it with none; before
   * that, as pages state them.
   */
  public List<TitleId> ids() {
    return find(TitleMatch.class)
        .map(TitleMatch::ids)
        .orElseGet(() -> each(listing -> listing.post().ids()));
  }

  /** The providers that list it, each once. */
  public List<String> providers() {
    return each(listing -> List.of(listing.provider()));
  }

  /** What it is filed under, by sites and uploaders, each once. */
  public List<String> tags() {
    Set<String> tags = new LinkedHashSet<>(each(listing -> listing.post().genres()));
    find(Upload.class).ifPresent(upload -> tags.addAll(upload.tags()));
    return List.copyOf(tags);
  }

  /** The least access level of its viewers; a blocked release has none. */
  public int level() {
    return isBlocked() ? Integer.MAX_VALUE : find(Upload.class).map(Upload::level).orElse(0);
  }

  /** Whether it shows to nobody. */
  public boolean isBlocked() {
    return find(Block.class).filter(Block::inForce).isPresent();
  }

  /**
   * Names the film or series, so that releases of the same one have the same name: an id where one
   * is known, else the title without case and accents, and the year.
   */
  public String work() {
    return ids().stream()
        .min(Comparator.comparing(TitleId::authority).thenComparing(TitleId::value))
        .map(TitleId::toString)
        .orElseGet(
            () -> Wording.folded(title()) + (year().isPresent() ? " " + year().getAsInt() : ""));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Release release
            && key.equals(release.key)
            && sections.equals(release.sections));
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(title(), key);
  }

  // No streams below: each of these is asked several times of every release that is found.

  private Optional<String> first(Function<Listing, Optional<String>> said) {
    for (Listing listing : listings) {
      Optional<String> text = said.apply(listing);
      if (text.isPresent() && !text.get().isEmpty()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private OptionalInt peers(ToIntFunction<Swarm> counted, Function<Offer, OptionalInt> said) {
    Optional<Swarm> swarm = find(Swarm.class);
    return swarm.isPresent()
        ? OptionalInt.of(counted.applyAsInt(swarm.get()))
        : firstNumber(listing -> said.apply(listing.offer()));
  }

  private OptionalInt firstNumber(Function<Listing, OptionalInt> said) {
    for (Listing listing : listings) {
      OptionalInt number = said.apply(listing);
      if (number.isPresent()) {
        return number;
      }
    }
    return OptionalInt.empty();
  }

  private <T> T firstBut(T unknown, Function<Listing, T> said) {
    for (Listing listing : listings) {
      T value = said.apply(listing);
      if (!value.equals(unknown)) {
        return value;
      }
    }
    return unknown;
  }

  /** What all listings say, each once. */
  private <T> List<T> each(Function<Listing, List<T>> said) {
    if (listings.size() == 1) { // which says nothing twice
      return said.apply(listings.get(0));
    }
    Set<T> all = new LinkedHashSet<>();
    listings.forEach(listing -> all.addAll(said.apply(listing)));
    return List.copyOf(all);
  }

  /** Equal ones are common, for writes are repeated, and need not be written out. */
  private static int byText(Section left, Section right) {
    return left.equals(right) ? 0 : fullText(left).compareTo(fullText(right));
  }

  private static String fullText(Section section) {
    return section instanceof Listing listing ? listing.fullText() : section.toString();
  }

  private static boolean samePlace(Section left, Section right) {
    return (left instanceof Listing one && right instanceof Listing other)
        ? one.provider().equals(other.provider()) && one.address().equals(other.address())
        : left.getClass() == right.getClass();
  }
}
