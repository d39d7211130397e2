package org.betor.core.internal.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.betor.api.spi.Store;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Stores by name, all in one file of H2's MVStore. Opens after a kill at any moment, with every
 * change whose method had returned. Safe for use by several threads.
 *
 * <p>The file is touched by one thread of its own only: an interrupt closes the channel that the
 * interrupted thread reads or writes, and Betor interrupts whoever is out of time.
 */
public final class MvStores implements AutoCloseable {
  /** The two blocks of MVStore's header; what is stored lies behind them. */
  private static final int HEADER_BYTES = 2 * 4_096;

  private static final Store.Bound EVERYTHING = Store.Bound.bytes(Long.MAX_VALUE);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,99}");
  private static final String LEDGER = "/ledger";

  private final Path file;
  private final MVStore mv;
  private final InstantSource clock;
  private final Map<String, MvMapStore> stores = new HashMap<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor(MvStores::daemon);

  private MvStores(Path file, MVStore mv, InstantSource clock) {
    this.file = file;
    this.mv = mv;
    this.clock = clock;
  }

  /**
   * Opens the file, which is made if it is not there.
   *
   * @throws IllegalStateException if it is in use, or is no such file; the message says what to do
   */
  public static MvStores open(Path file, InstantSource clock) {
    try {
      Files.createDirectories(folder(file));
      return new MvStores(file, openOrStartAgain(file), clock);
    } catch (MVStoreException e) {
      throw new IllegalStateException(whatToDo(file, e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The store of that name; empty if it is new. The bound of the first call counts.
   *
   * @param name lower-case letters, digits, dots and hyphens; a letter first
   */
  public Store store(String name, Store.Bound bound) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name for a store: \"" + name + "\"");
    }
    return call(() -> stores.computeIfAbsent(name, fresh -> open(fresh, bound)));
  }

  /** Reads everything; what is damaged, one message for each value, and nothing if all is well. */
  public List<String> check() {
    return call(
        () ->
            mv.getMapNames().stream()
                .filter(name -> !name.endsWith(LEDGER))
                .sorted()
                .flatMap(name -> check(name).stream())
                .toList());
  }

  /** Closes the file and ends its thread; the stores cannot be used after that. */
  @Override
  public synchronized void close() {
    if (thread.isShutdown()) {
      return;
    }
    try {
      Thread own = call(this::closeFile);
      thread.shutdown();
      own.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.shutdown();
    }
  }

  /** Does that on the file's thread. Not interruptible; the interrupt flag stays as it is. */
  <T> T call(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, thread).join();
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException(file + " is closed", e);
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "%s cannot be used: %s; look at its disk, then open it again"
              .formatted(file, e.getCause()),
          e.getCause());
    }
  }

  /**
   * Does that on the file's thread, and returns when it is on the disk.
   *
   * @param undone runs if it could not be done, and nothing of it is left
   */
  void change(Runnable work, Runnable undone) {
    call(
        () -> {
          try {
            work.run();
            mv.commit();
            mv.sync();
            return true;
          } catch (RuntimeException failed) {
            undo(undone, failed);
            throw failed;
          }
        });
  }

  Instant now() {
    return clock.instant();
  }

  private void undo(Runnable undone, RuntimeException failed) {
    try {
      mv.rollback();
      undone.run();
    } catch (RuntimeException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }

  private List<String> check(String name) {
    try {
      return stores.getOrDefault(name, open(name, EVERYTHING)).check();
    } catch (MVStoreException damage) {
      return List.of("the store \"%s\" cannot be read: %s".formatted(name, damage.getMessage()));
    }
  }

  private MvMapStore open(String name, Store.Bound bound) {
    return new MvMapStore(this, name, map(name), new Ledger(map(name + LEDGER)), bound);
  }

  private MVMap<String, byte[]> map(String name) {
    return mv.openMap(
        name,
        new MVMap.Builder<String, byte[]>()
            .keyType(StringDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE));
  }

  private Thread closeFile() {
    mv.close();
    return Thread.currentThread();
  }

  private static MVStore openOrStartAgain(Path file) throws IOException {
    try {
      return open(file.toAbsolutePath().toString());
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED || !isUnfinished(file)) {
        throw e;
      }
      Files.delete(file);
      return open(file.toAbsolutePath().toString());
    }
  }

  /** A kill while the file was first made leaves a part of the header, and nothing stored. */
  private static boolean isUnfinished(Path file) throws IOException {
    if (Files.size(file) > HEADER_BYTES) {
      return false;
    }
    String start = Files.readString(file, ISO_8859_1);
    return start.startsWith("H:2,") || start.chars().allMatch(each -> each == 0);
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
  }

  /**
   * MVStore keeps replaced data for 45 seconds lest the disk write things in another order; here
   * each change is on the disk before the next, and the file would only grow.
   */
  private static MVStore open(String file) {
    MVStore mv = new MVStore.Builder().fileName(file).autoCommitDisabled().open();
    mv.setRetentionTime(0);
    return mv;
  }

  private static String whatToDo(Path file, MVStoreException e) {
    return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
        ? file
            + " is in use: close the Betor that has it open, in this or another process, or give"
            + " this one a folder of its own"
        : "%s cannot be opened: %s; put back a copy of it, or move it away to start empty"
            .formatted(file, e.getMessage());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "betor-store");
    thread.setDaemon(true);
    return thread;
  }
}
