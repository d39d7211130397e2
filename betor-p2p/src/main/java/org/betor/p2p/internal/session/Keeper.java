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
  private Known known;
  private boolean unsaved;
  private boolean saving;

  /** Goes up with all that makes what is being kept just now stale. */
  private int edition;

  /**
   * Of a torrent that stands as {@code now} says, of which pieces and stamps are this object's.
   *
   * @param known of the files when it was kept last
   */
  Keeper(Client client, Known known, Supplier<Resume> now) {
    this.client = client;
    this.known = known;
    this.now = now;
  }

  Known known() {
    return known;
  }

  /** What was known of the files is not believed any more. */
  void doubt() {
    found(new Known(known.pieces(), List.of()));
  }

  /** The files were looked at. */
  void found(Known files) {
    known = files;
    unsaved = true;
    edition++;
  }

  /** Whether there is something new to keep. */
  boolean isBehind() {
    return unsaved || saving;
  }

  /** Whether it is being kept just now. */
  boolean isSaving() {
    return saving;
  }

  /** There is something new to keep. */
  void news() {
    unsaved = true;
  }

  /**
   * Keeps what is new, if nothing is being kept just now.
   *
   * @param checked what is on disk; null while that is not compared with the files yet
   * @param growing whether pieces still come
   * @param settled whether the files are not written any more, so that who changes one is another
   */
  void save(@Nullable Content checked, boolean growing, boolean settled, Runnable changedByOthers) {
    if (saving || !(unsaved || settled)) {
      return;
    }
    boolean write = unsaved;
    int begun = edition;
    Known before = known;
    unsaved = false;
    saving = true;
    BitSet here = checked == null ? before.pieces() : checked.pieces().here();
    Resume resume = now.get();
    client.onDisk(
        () -> {
          List<Stamp> stamps = checked == null ? before.stamps() : checked.stamps();
          Known after = checked == null ? before : before.with(here, checked, stamps);
          if (write) {
            Known sure = checked == null || !growing ? after : after.sure(checked, before);
            client.records().write(resume.on(sure));
          }
          boolean broken = checked != null && settled && after.isBroken(checked, stamps);
          client.loop().execute(() -> saved(begun, after, broken ? changedByOthers : () -> {}));
        },
        this::failed);
  }

  private void saved(int begun, Known after, Runnable then) {
    saving = false;
    if (begun == edition) {
      known = after;
      then.run();
    }
  }

  private void failed(IOException cause) {
    saving = false;
    unsaved = true;
    LOG.warn("How far {} is was not kept: {}", now.get().torrent(), cause.getMessage());
  }

  /** Keeps it at the end; on any thread, when all else has ended. */
  void saveAtEnd(@Nullable Content checked) throws IOException {
    Known last =
        checked == null ? known : known.with(checked.pieces().here(), checked, checked.stamps());
    client.records().write(now.get().on(last));
  }
}
