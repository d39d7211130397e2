package org.betor.p2p.internal.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.betor.api.spi.Torrent.Watch;
import org.betor.api.spi.TorrentSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener how a torrent stands, again and again; one that is slow is not called twice. */
final class Watching implements Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

  private final Client client;
  private final Bulletin bulletin;
  private final Duration every;
  private final Consumer<TorrentSnapshot> listener;
  private final AtomicBoolean calling = new AtomicBoolean();
  private volatile boolean ended;

  private Watching(
      Client client, Bulletin bulletin, Duration every, Consumer<TorrentSnapshot> listener) {
    this.client = client;
    this.bulletin = bulletin;
    this.every = every;
    this.listener = listener;
  }

  static Watching begin(
      Client client, Bulletin bulletin, Duration every, Consumer<TorrentSnapshot> listener) {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("the time between two calls is positive, got " + every);
    }
    Watching watching = new Watching(client, bulletin, every, listener);
    watching.again();
    return watching;
  }

  private void again() {
    if (ended) {
      return;
    }
    if (calling.compareAndSet(false, true)) {
      client.listeners().execute(this::tell);
    }
    if (bulletin.over() != null) {
      ended = true;
    }
    client.loop().after(every, this::again);
  }

  private void tell() {
    boolean returned = false;
    try {
      listener.accept(bulletin.latest());
      returned = true;
    } catch (RuntimeException e) {
      LOG.warn("A listener of a torrent failed and is not called again", e);
    } finally {
      if (!returned) {
        ended = true;
      }
      calling.set(false);
    }
  }

  @Override
  public void close() {
    ended = true;
  }
}
