package org.betor.mods;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModVersion;

/** Lets a mod come once it is opened. */
final class Gate implements ScriptedSource.Fetching {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    bytes.accept(10);
    arrived.countDown();
    opened.await();
    return ScriptedSource.deliver(mod, folder, bytes);
  }

  void awaitArrival() throws InterruptedException {
    if (!arrived.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody came");
    }
  }

  void open() {
    opened.countDown();
  }
}
