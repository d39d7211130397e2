package org.betor.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.betor.api.spi.TorrentClient;

/**
 * All peers of all torrents, in memory: what {@link ScriptedClient}s share instead of a network.
 * Everybody knows everybody. Whatever can move has moved when a call to a client returns, unless
 * the script holds it back:
 *
 * <pre>{@code
 * ScriptedSwarm swarm = new ScriptedSwarm();
 * TorrentClient seeder = swarm.open(folder.resolve("seeder"));
 * TorrentClient leecher = swarm.open(folder.resolve("leecher"));
 * swarm.pass(3); // the leecher's first three pieces, and no more until told
 * }</pre>
 *
 * <p>What clients keep is kept here under their directories. Safe for use by several threads.
 */
public final class ScriptedSwarm {
  private final Map<Path, List<Share>> kept = new HashMap<>();
  private final Set<Path> open = new HashSet<>();
  private long passing = Long.MAX_VALUE;
  private long changes;

  /** A swarm without peers. */
  public ScriptedSwarm() {}

  /**
   * Opens a client. The first of a directory has no torrents; opened again after {@link
   * TorrentClient#close}, it goes on where it was.
   *
   * @param directory names the client; nothing is written there
   * @throws IllegalStateException if a client of that directory is open
   */
  public ScriptedClient open(Path directory) {
    return change(
        () -> {
          if (!open.add(directory)) {
            throw new IllegalStateException(
                "a client is open in " + directory + ": close it first");
          }
          return new ScriptedClient(
              this, directory, kept.computeIfAbsent(directory, first -> new ArrayList<>()));
        });
  }

  /** Lets so many pieces move, from 0, and then none until told. */
  public void pass(int pieces) {
    change(() -> passing = pieces);
  }

  /** Lets all pieces move, from now on; so it is unless told otherwise. */
  public void passAll() {
    change(() -> passing = Long.MAX_VALUE);
  }

  /** Changes something, moves all that can move then, and wakes up those who wait. */
  synchronized <T> T change(Supplier<T> change) {
    T result = change.get();
    settle();
    changes++;
    notifyAll();
    return result;
  }

  /** Looks at something that may change. */
  synchronized <T> T look(Supplier<T> look) {
    return look.get();
  }

  /** How often something changed. */
  synchronized long changes() {
    return changes;
  }

  /** Waits until something has changed since then, or the time is over. */
  synchronized void awaitChange(long since, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (changes == since && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  /** The others who share a torrent now. */
  synchronized List<Share> peers(Share share) {
    return active().stream()
        .filter(peer -> peer != share && peer.infoHash().equals(share.infoHash()))
        .toList();
  }

  /** Forgets that a client is open; what it keeps stays. */
  void close(Path directory) {
    change(() -> open.remove(directory));
  }

  private void settle() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Share share : active()) {
        moved |= move(share);
        share.obeyGoal();
      }
    }
  }

  private boolean move(Share share) {
    List<Share> peers = peers(share);
    if (share.takeMetadata(peers)) {
      return true;
    }
    boolean moved = passing > 0 && share.takePiece(peers);
    passing -= moved ? 1 : 0;
    return moved;
  }

  private List<Share> active() {
    return open.stream()
        .sorted()
        .flatMap(directory -> kept.getOrDefault(directory, List.of()).stream())
        .filter(Share::isActive)
        .toList();
  }
}
