package org.betor.p2p.internal.session;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.betor.p2p.internal.disk.Stamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps how far a torrent is, so that the next client goes on from there. Used on the loop's thread
 * only, unless said otherwise.
 */
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Client client;
  private final Supplier<Resume> now;
  private BitSet pieces;
  private List<Stamp> stamps;
  private boolean unsaved;
  private boolean saving;
  private boolean wasSettled;

  /**
   * Of a torrent that stands as {@code now} says, of which pieces and stamps are this object's.
   *
   * @param pieces the pieces that were on disk when the stamps were taken
   */
  Keeper(Client client, BitSet pieces, List<Stamp> stamps, Supplier<Resume> now) {
    this.client = client;
    this.pieces = pieces;
    this.stamps = stamps;
    this.now = now;
  }

  BitSet pieces() {
    return pieces;
  }

  List<Stamp> stamps() {
    return stamps;
  }

  /** What was known of the files is not believed any more. */
  void doubt() {
    stamps = List.of();
    unsaved = true;
    wasSettled = false;
  }

  /** Whether there is something new to keep. */
  boolean isBehind() {
    return unsaved || saving;
  }

  /** There is something new to keep. */
  void news() {
    unsaved = true;
  }

  /**
   * Keeps what is new, if nothing is being kept just now.
   *
   * @param checked what is on disk; null while that is not compared with the files yet
   * @param settled whether the files are not written any more, so that who changes one is another
   */
  void save(@Nullable Content checked, boolean settled, Runnable changedByOthers) {
    if (saving || !(unsaved || settled)) {
      return;
    }
    boolean write = unsaved;
    unsaved = false;
    saving = true;
    BitSet here = checked == null ? pieces : checked.pieces().here();
    Resume resume = now.get();
    client.onDisk(
        () -> {
          List<Stamp> taken = checked == null ? stamps : checked.stamps();
          if (write) {
            client.records().write(resume.on(here, taken));
          }
          client.loop().execute(() -> saved(here, taken, settled, changedByOthers));
        },
        this::failed);
  }

  private void saved(BitSet here, List<Stamp> taken, boolean settled, Runnable changedByOthers) {
    saving = false;
    boolean changed = settled && wasSettled && pieces.equals(here) && !stamps.equals(taken);
    wasSettled = settled && !changed;
    if (changed) {
      changedByOthers.run();
    } else {
      pieces = here;
      stamps = taken;
    }
  }

  private void failed(IOException cause) {
    saving = false;
    unsaved = true;
    LOG.warn("How far {} is was not kept: {}", now.get().link().infoHash(), cause.getMessage());
  }

  /** Keeps it at the end; on any thread, when all else has ended. */
  void saveAtEnd(@Nullable Content checked) throws IOException {
    Resume last =
        checked == null
            ? now.get().on(pieces, stamps)
            : now.get().on(checked.pieces().here(), checked.stamps());
    client.records().write(last);
  }
}
