package org.betor.mods.steam.internal.steamcmd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModVersion;
import org.jspecify.annotations.Nullable;

/** An item that somebody waits for, and what becomes of it. Safe for use by several threads. */
final class Order {
  private static final long LARGE_BYTES = 1L << 30;

  private final ModDetails mod;
  private final Path folder;
  private final LongConsumer bytes;
  private boolean alone;
  private long here;
  private boolean left;
  private @Nullable ModVersion version;
  private @Nullable Exception failure;

  Order(ModDetails mod, Path folder, LongConsumer bytes) {
    this.mod = mod;
    this.folder = folder;
    this.bytes = bytes;
    this.alone = mod.sizeBytes().orElse(0) > LARGE_BYTES || Workplace.isIn(folder);
  }

  ModDetails mod() {
    return mod;
  }

  Path folder() {
    return folder;
  }

  String id() {
    return mod.key().id();
  }

  String game() {
    return mod.game().orElseThrow();
  }

  /** From now on no other item shares a run with it. */
  synchronized void standsAlone() {
    alone = true;
  }

  /**
   * Whether both may share a run. What is large, or was begun before, would often take others down
   * with it.
   */
  boolean goesWith(Order other) throws IOException {
    return !isAlone()
        && !other.isAlone()
        && game().equals(other.game())
        && Files.getFileStore(folder).equals(Files.getFileStore(other.folder));
  }

  private synchronized boolean isAlone() {
    return alone;
  }

  synchronized void holds(long now) {
    here = now;
    tell();
  }

  /** Says how many bytes are here, as a sign of life. */
  synchronized void tell() {
    if (!left && !isOver()) {
      bytes.accept(here);
    }
  }

  /**
   * Brings what SteamCMD put down, unless nobody waits any more.
   *
   * @param said where it says that it put it
   * @return false if there is nothing
   */
  synchronized boolean deliver(String said, Workplace place) throws IOException {
    boolean isHere = left || new Delivery(mod, place).move(said, folder);
    if (isHere) {
      version = InstalledVersions.find(place.workshop(), game(), id()).orElse(mod.version());
    }
    return isHere;
  }

  /** What came of it stays where the next try looks for it. */
  synchronized void keep(Workplace place) throws IOException {
    if (!left && DiskSize.of(place.staging(mod)) > 0) {
      Path own = Workplace.in(folder).staging(mod);
      if (!own.equals(place.staging(mod))) {
        Files.createDirectories(own.getParent());
        Files.move(place.staging(mod), own);
      }
    }
  }

  synchronized void fail(Exception why) {
    failure = why;
  }

  synchronized boolean hasFailed() {
    return failure != null;
  }

  synchronized boolean isOver() {
    return version != null || failure != null;
  }

  /** Nobody waits any more; nothing is put into its folder after this returns. */
  synchronized void leave() {
    left = true;
  }

  /** What became of it, once it is over. */
  synchronized ModVersion result() throws IOException {
    if (failure instanceof IOException files) {
      throw files;
    }
    if (failure instanceof ModException reported) {
      throw reported;
    }
    if (version == null) {
      throw new IllegalStateException(mod + " is not over");
    }
    return version;
  }
}
