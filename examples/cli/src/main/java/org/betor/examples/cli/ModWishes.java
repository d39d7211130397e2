package org.betor.examples.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModKey;
import org.betor.mods.Local;
import org.betor.mods.ModFailure;
import org.betor.mods.ModLibrary;
import org.betor.mods.Requested;

/**
 * Mods that are wished for, until they are here.
 *
 * @param err is told how it goes
 */
record ModWishes(ModLibrary library, PrintWriter err) {
  private static final Duration TICK = Duration.ofMillis(500);

  /** Wishes for mods, and waits; false if one of them cannot be had. */
  boolean fetch(List<ModKey> mods) throws InterruptedException {
    List<Requested> answers = new ArrayList<>();
    for (ModKey mod : mods) {
      answers.add(library.request(mod));
    }
    return await(answers);
  }

  /** Waits for what was wished for; false if one of them cannot be had. */
  boolean await(List<Requested> answers) throws InterruptedException {
    boolean all = true;
    for (Requested answer : answers) {
      if (answer instanceof Requested.Ready ready) {
        ready.unchecked().map(ModException::getMessage).ifPresent(err::println);
        ready.archive().close();
      } else if (answer instanceof Requested.Queued || answer instanceof Requested.AlreadyQueued) {
        all &= await(answer.mod());
      } else {
        err.println(refusal(answer));
        all = false;
      }
    }
    return all;
  }

  private boolean await(ModKey mod) throws InterruptedException {
    try (ModLine line = new ModLine(err)) {
      Local local = library.await(mod, TICK);
      while (local instanceof Local.StillLoading loading) {
        line.show(loading.progress());
        local = library.await(mod, TICK);
      }
      if (local instanceof Local.Ready ready) {
        line.end(mod + "  here, " + Amount.bytes(ready.archive().bytes()));
        ready.archive().close();
        return true;
      }
      line.end(mod + "  " + failure(local));
      return false;
    }
  }

  private static String failure(Local local) {
    return local instanceof Local.NotHere none
        ? none.lastFailure().map(ModFailure::message).orElse("given up")
        : "its file is damaged; ask for it again";
  }

  private static String refusal(Requested answer) {
    if (answer instanceof Requested.Absent absent) {
      return absent.mod() + ": " + absent.why();
    }
    if (answer instanceof Requested.SourceDown down) {
      return down.mod() + ": " + down.cause().getMessage();
    }
    return answer instanceof Requested.Collection some
        ? "%s collects %d; see what that means with: mods plan %s"
            .formatted(some.mod(), some.members().size(), some.mod())
        : answer.mod() + ": too many are waiting; ask again later";
  }
}
