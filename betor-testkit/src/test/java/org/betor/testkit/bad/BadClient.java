package org.betor.testkit.bad;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.SeedOptions;
import org.betor.api.spi.Torrent;
import org.betor.api.spi.TorrentClient;
import org.betor.api.spi.TorrentSource;

/** A good client, all of whose torrents are bad. */
public final class BadClient implements TorrentClient {
  private final TorrentClient good;
  private final UnaryOperator<Torrent> spoil;

  /** With this done to every torrent. */
  public BadClient(TorrentClient good, UnaryOperator<Torrent> spoil) {
    this.good = good;
    this.spoil = spoil;
  }

  @Override
  public Set<Ability> abilities() {
    return good.abilities();
  }

  @Override
  public Torrent add(TorrentSource source, AddOptions options) {
    return spoil.apply(good.add(source, options));
  }

  @Override
  public Torrent seed(Path content, SeedOptions options) throws IOException, InterruptedException {
    return spoil.apply(good.seed(content, options));
  }

  @Override
  public List<Torrent> torrents() {
    return good.torrents().stream().map(spoil).toList();
  }

  @Override
  public void limit(Rates rates) {
    good.limit(rates);
  }

  @Override
  public void close() {
    good.close();
  }
}
