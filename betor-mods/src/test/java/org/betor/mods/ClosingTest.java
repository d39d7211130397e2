package org.betor.mods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.betor.api.mod.ModKey;
import org.betor.mods.internal.queue.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever uses a library while somebody else closes it gets a clear answer. */
@Timeout(60)
class ClosingTest {
  @TempDir Path folder;
  private final ScriptedSource source = new ScriptedSource();

  @Test
  void aWishThatIsQueuedWhileTheLibraryIsClosedIsFulfilledWhenItIsOpenAgain() throws Exception {
    ModKey mod = source.has(1);
    Closing closing = new Closing();
    ModLibrary library = settings().steps(closing::begin).open();
    closing.library.complete(library);

    Requested answer = library.request(mod);

    assertThat(answer).isEqualTo(new Requested.Queued(mod, false, false));
    closing.thread.join();
    try (ModLibrary again = settings().open()) {
      Local local = again.await(mod, Duration.ofSeconds(30));
      assertThat(local).isInstanceOf(Local.Ready.class);
      ((Local.Ready) local).archive().close();
    }
  }

  @Test
  void whoComesLaterIsToldThatTheLibraryIsClosed() {
    ModKey mod = source.has(1);
    ModLibrary library = settings().open();
    library.close();
    library.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> library.request(mod))
        .withMessageContaining("closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> library.fetchLocal(mod))
        .withMessageContaining("closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> library.lists().mods(ModQuery.all()))
        .withMessageContaining("closed");
  }

  private ModLibrary.Builder settings() {
    return ModLibrary.builder(folder).sources(List.of(source));
  }

  /** Closes the library from another thread once a wish is durable and not in the queue yet. */
  private static final class Closing {
    private final CompletableFuture<ModLibrary> library = new CompletableFuture<>();
    private final Thread thread = new Thread(() -> library.join().close(), "closing");

    private void begin(Step step) {
      if (step == Step.QUEUED) {
        thread.start();
        while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
