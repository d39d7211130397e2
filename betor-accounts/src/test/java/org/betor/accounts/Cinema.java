package org.betor.accounts;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.betor.api.model.Episodes;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.MagnetLink;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.Upload;
import org.betor.api.spi.Change;
import org.betor.testkit.MemoryCatalog;

/**
 * A community that watches films: a catalogue, recorded events, and a source that plays a file at
 * once.
 */
final class Cinema implements StreamSource, AutoCloseable {
  static final TitleId SINTEL = TitleId.imdb("tt1727587");
  static final TitleId BUNNY = TitleId.imdb("tt1254207");
  static final Preference ANY = Preference.NONE;

  final Community community = new Community();
  final MemoryCatalog catalog = new MemoryCatalog();
  final RecordedEvents events = new RecordedEvents();
  final User bia = community.person("Bia", Role.USER);
  final List<Release> played = new ArrayList<>();
  final Path film;
  final Set<ReleaseKey> broken = new HashSet<>();
  int open;
  Optional<Exception> failure = Optional.empty();

  Cinema(Path folder) throws IOException {
    film = Files.writeString(folder.resolve("sintel.webm"), "a film");
  }

  Playback.Builder settings() {
    return Playback.builder(community.accounts, catalog, events).titles(Cinema::title).source(this);
  }

  static Optional<Title> title(TitleId id) {
    if (id.equals(SINTEL)) {
      return Optional.of(Title.of(id, "Sintel").year(2010).build());
    }
    return id.equals(BUNNY) ? Optional.of(Title.placeholder(id)) : Optional.empty();
  }

  /** Adds a release of a title. */
  ReleaseKey release(TitleId title, int number, Language spoken, int level) {
    InfoHash infoHash = new InfoHash("%040x".formatted(number));
    return release(title, MagnetLink.of(infoHash), spoken, level);
  }

  ReleaseKey release(TitleId title, MagnetLink link, Language spoken, int level) {
    return release(title, Offer.of(new Link.Magnet(link)).audio(List.of(spoken)), level);
  }

  /** Adds episodes, or a pack of whole seasons, of a series. */
  ReleaseKey release(TitleId title, MagnetLink link, Episodes episodes) {
    return release(title, Offer.of(new Link.Magnet(link)).episodes(episodes), 0);
  }

  private ReleaseKey release(TitleId title, Offer.Builder parts, int level) {
    Offer offer = parts.build();
    MagnetLink link = MagnetLink.parse(offer.link().target());
    ReleaseKey key = ReleaseKey.of(link.infoHash().or(link::infoHashV2).orElseThrow());
    Post post =
        Post.at(URI.create("https://films.example/" + key), "Film").ids(List.of(title)).build();
    catalog.put(
        List.of(
            new Change(key, new Listing("films", post, offer, Instant.EPOCH)),
            new Change(key, new Upload("durian", level, Instant.EPOCH))));
    catalog.refresh();
    return key;
  }

  @Override
  public Opened start(Release release, Duration patience) throws IOException, TimeoutException {
    if (failure.isPresent()) {
      throw thrown(failure.get());
    }
    if (broken.contains(release.key())) {
      community.time.advance(patience);
      throw new TimeoutException("nobody has it");
    }
    played.add(release);
    open++;
    return new OpenedFilm();
  }

  private static RuntimeException thrown(Exception failure) throws IOException, TimeoutException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof TimeoutException late) {
      throw late;
    }
    return (RuntimeException) failure;
  }

  @Override
  public void close() throws SQLException {
    community.close();
  }

  private final class OpenedFilm implements Opened {
    @Override
    public SeekableByteChannel open() throws IOException {
      return FileChannel.open(film);
    }

    @Override
    public Optional<URI> address() {
      return Optional.of(film.toUri());
    }

    @Override
    public void close() {
      open--;
    }
  }
}
