package org.betor.p2p.internal.tracker;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Does what blocks on threads of its own, and goes on with it on the loop. */
final class Blocking {
  private final Executor threads;
  private final Executor loop;

  Blocking(Executor threads, Executor loop) {
    this.threads = threads;
    this.loop = loop;
  }

  /** Works elsewhere; the inquiry fails if the work does. */
  <V> void run(Inquiry<?> inquiry, Work<V> work, Consumer<? super V> then) {
    try {
      threads.execute(() -> loop.execute(outcome(inquiry, work, then)));
    } catch (RejectedExecutionException e) {
      loop.execute(() -> inquiry.fail("too many trackers are asked at once"));
    }
  }

  private static <V> Runnable outcome(Inquiry<?> inquiry, Work<V> work, Consumer<? super V> then) {
    try {
      V result = work.get();
      return () -> {
        if (!inquiry.isOver()) {
          then.accept(result);
        }
      };
    } catch (IOException e) {
      return () -> inquiry.fail(message(e));
    } catch (IllegalArgumentException e) {
      return () -> inquiry.fail("its address cannot be used: " + e.getMessage());
    }
  }

  private static String message(IOException problem) {
    String message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }

  /** Something that blocks. */
  @FunctionalInterface
  interface Work<V> {

    /** Does it. */
    V get() throws IOException;
  }
}
