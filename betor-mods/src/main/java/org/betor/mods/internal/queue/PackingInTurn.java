package org.betor.mods.internal.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.betor.mods.Compression;
import org.betor.mods.internal.archive.Packed;
import org.betor.mods.internal.archive.Packer;

/** Packs one mod at a time, since each takes all cores and memory for each of them. */
public final class PackingInTurn implements Packing {
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Packer packer;

  /** Packs so. */
  public PackingInTurn(Compression compression) {
    this.packer = Packer.onAllCores(compression);
  }

  @Override
  public Packed pack(Path folder, Path archive) throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return packer.pack(folder, archive, bytes -> {});
    } finally {
      turn.unlock();
    }
  }
}
