package org.betor.p2p.internal.session;

import org.betor.p2p.internal.swarm.Swarm;
import org.jspecify.annotations.Nullable;

/** Counts what came and went of a torrent, over all its swarms, and how long it seeded. */
final class Totals {
  private long downloaded;
  private long uploaded;
  private long seededSeconds;

  /** Goes on from what was kept. */
  Totals(Resume resume) {
    this.downloaded = resume.downloaded();
    this.uploaded = resume.uploaded();
    this.seededSeconds = resume.seededSeconds();
  }

  /** A swarm is over. */
  void add(Swarm swarm) {
    downloaded += swarm.down().total();
    uploaded += swarm.up().total();
  }

  void addSecondOfSeeding() {
    seededSeconds++;
  }

  /** Bytes of content that came, with those of the swarm that there is now. */
  long downloaded(@Nullable Sharing now) {
    return downloaded + (now == null ? 0 : now.swarm().down().total());
  }

  /** Bytes of content that went, with those of the swarm that there is now. */
  long uploaded(@Nullable Sharing now) {
    return uploaded + (now == null ? 0 : now.swarm().up().total());
  }

  long seededSeconds() {
    return seededSeconds;
  }
}
