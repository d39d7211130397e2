package org.betor.core.internal.torrent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.model.Contents;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentException;
import org.betor.core.internal.enrich.Newest;
import org.betor.core.internal.enrich.Stage;

/**
 * Says of each release what is in the torrent. Of what has no version 1 info-hash, belongs to a
 * private tracker, or is told by nobody, it says that this could not be had.
 */
public final class ContentsStage implements Stage {
  /** What could not be had is asked for again then; what is known does not change. */
  private static final Duration HOLDS_FOR = Duration.ofDays(30);

  /** If a page lists it again so much later, somebody may share it again. */
  private static final Duration FOUND_AGAIN = Duration.ofDays(1);

  /**
   * Of some 20,000 files; larger lists are left out, since the catalogue reads them at each hit.
   */
  private static final long MOST_LETTERS = 1 << 20;

  private final Catalog catalog;
  private final Newest newest;
  private final MetadataFetch metadata;
  private final InstantSource clock;

  /** Does nothing before it is asked. */
  public ContentsStage(Catalog catalog, MetadataFetch metadata, InstantSource clock) {
    this.catalog = catalog;
    this.newest = new Newest(catalog);
    this.metadata = metadata;
    this.clock = clock;
  }

  @Override
  public List<ReleaseKey> due(int limit) {
    Instant aged = clock.instant().minus(HOLDS_FOR);
    Set<ReleaseKey> due = new LinkedHashSet<>(catalog.lacking(Contents.class, aged, limit));
    if (due.size() < limit) {
      due.addAll(newest.where(this::isFoundAgain));
    }
    return due.stream().limit(limit).toList();
  }

  private boolean isFoundAgain(Release release) {
    Instant now = clock.instant();
    Optional<Instant> asked =
        release.find(Contents.class).filter(told -> told.files().isEmpty()).map(Contents::seen);
    return torrent(release).isPresent()
        && asked.isPresent()
        && release.listings().stream()
            .map(Listing::seen)
            .anyMatch(seen -> !seen.isAfter(now) && seen.isAfter(asked.get().plus(FOUND_AGAIN)));
  }

  @Override
  public Optional<Section> write(Release release) {
    Optional<Contents> known =
        release.find(Contents.class).filter(contents -> !contents.files().isEmpty());
    if (known.isPresent()) {
      return Optional.of(again(known.get()));
    }
    Optional<InfoHash> infoHash = torrent(release);
    return infoHash.isPresent() ? ask(infoHash.get(), PublicLink.of(release)) : nothing();
  }

  /** So that it does not stand before what has to be asked. */
  private Contents again(Contents known) {
    return new Contents(known.name(), known.files(), clock.instant());
  }

  private static Optional<InfoHash> torrent(Release release) {
    return release.infoHash().filter(hash -> !hash.isV2());
  }

  private Optional<Section> ask(InfoHash infoHash, Optional<MagnetLink> link) {
    Optional<Torrent> others = metadata.findOthers(infoHash);
    if (others.isPresent()) {
      return others.get().metainfo().map(this::contents);
    }
    return link.isPresent() ? fetch(infoHash, link.get()) : nothing();
  }

  private Optional<Section> fetch(InfoHash infoHash, MagnetLink link) {
    try {
      return Optional.of(metadata.fetch(infoHash, link).map(this::contents).orElseGet(this::none));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TorrentException failure) {
      return isOfTheTorrent(failure) ? nothing() : Optional.empty();
    }
  }

  private static boolean isOfTheTorrent(TorrentException failure) {
    return switch (failure.reason()) {
      case UNSUPPORTED, BAD_METADATA -> true;
      case DISK_FULL, FILES, REMOVED, CLOSED -> false;
    };
  }

  private Section contents(Metainfo metainfo) {
    Contents contents = metainfo.contents(clock.instant());
    long letters = contents.files().stream().mapToLong(ContentsStage::letters).sum();
    return letters > MOST_LETTERS
        ? new Contents(contents.name(), List.of(), contents.seen())
        : contents;
  }

  private static int letters(Contents.File file) {
    return file.path().length() + String.valueOf(file.sizeBytes()).length();
  }

  @Override
  public boolean isNews(Section section, Release before) {
    Contents now = (Contents) section;
    Optional<Contents> then = before.find(Contents.class);
    return !now.files().equals(then.map(Contents::files).orElse(List.of()))
        || !now.name().equals(then.map(Contents::name).orElse(""));
  }

  @Override
  public Optional<Section> nothing() {
    return Optional.of(none());
  }

  private Section none() {
    return new Contents("", List.of(), clock.instant());
  }

  /** Torrents that nobody shares take all of the patience. */
  @Override
  public int atOnce() {
    return 4;
  }

  @Override
  public int batch() {
    return 1;
  }
}
