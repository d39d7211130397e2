package org.betor.mods.internal.shelf;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModVersion;
import org.betor.mods.ArchiveLoan;

/** An archive that somebody reads. */
final class LentArchive implements ArchiveLoan {
  private final Held held;
  private final ArchiveFiles files;
  private final AtomicBoolean closed = new AtomicBoolean();

  LentArchive(Held held, ArchiveFiles files) {
    this.held = held;
    this.files = files;
    files.lend(held.archive());
  }

  @Override
  public ModKey mod() {
    return held.mod().mod();
  }

  @Override
  public String name() {
    return held.mod().name();
  }

  @Override
  public ModVersion version() {
    return held.version();
  }

  @Override
  public Path path() {
    return files.path(held.archive());
  }

  @Override
  public long bytes() {
    return held.bytes();
  }

  @Override
  public int entries() {
    return held.entries();
  }

  @Override
  public String sha256() {
    return held.sha256();
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      files.giveBack(held.archive());
    }
  }

  @Override
  public String toString() {
    return mod() + " in " + path();
  }
}
