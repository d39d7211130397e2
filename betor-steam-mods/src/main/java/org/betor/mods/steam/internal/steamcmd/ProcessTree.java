package org.betor.mods.steam.internal.steamcmd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process and all that it has started. */
final class ProcessTree {
  private static final int PATIENCE_SECONDS = 5;

  private ProcessTree() {}

  /** Returns when they are gone; an interrupt of the thread does not keep it from that. */
  static void end(Process process) {
    List<ProcessHandle> all = new ArrayList<>();
    end(process.toHandle(), all);
    boolean interrupted = Thread.interrupted();
    for (ProcessHandle one : all) {
      interrupted |= awaitEnd(one);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those below are looked up first: they lose their parent with its end. */
  private static void end(ProcessHandle process, List<ProcessHandle> ended) {
    List<ProcessHandle> before = process.children().toList();
    process.destroyForcibly();
    ended.add(process);
    before.forEach(child -> end(child, ended));
  }

  /** Whether the thread was interrupted meanwhile. */
  private static boolean awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (ExecutionException | TimeoutException stubborn) {
      return false;
    }
  }
}
