package org.betor.mods;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.queue.Step;

/** Fetches a mod and falls dead after a step of that. */
public final class KilledProgram {
  static final int EXIT = 137;

  private KilledProgram() {}

  /**
   * Runs.
   *
   * @param arguments the library's folder, and the name of the step
   */
  public static void main(String[] arguments) throws InterruptedException {
    Step last = Step.valueOf(arguments[1]);
    ScriptedSource source = new ScriptedSource();
    ModKey mod = source.has(1);
    try (ModLibrary library =
        ModLibrary.builder(Path.of(arguments[0]))
            .sources(List.of(source))
            .steps(
                step -> {
                  if (step == last) {
                    Runtime.getRuntime().halt(EXIT);
                  }
                })
            .open()) {
      library.request(mod);
      library.await(mod, Duration.ofMinutes(1));
      new CountDownLatch(1).await(); // the last step may be yet to come
    }
  }
}
