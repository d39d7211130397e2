package org.betor.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What ends the program from outside, such as Ctrl-C. */
final class EndOfProgram {
  private static final int PATIENCE_SECONDS = 10;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "end of program");

  private EndOfProgram() {}

  /** Works on this thread, interrupted by the end of the program, which then waits a little. */
  static void interrupts(Work work) throws Exception {
    EndOfProgram end = new EndOfProgram();
    Runtime.getRuntime().addShutdownHook(end.hook);
    try {
      work.run();
    } finally {
      end.cleanedUp.countDown();
      end.forget();
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // the program ends, cleaned up or not
  private void end() {
    worker.interrupt();
    try {
      cleanedUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return;
    }
  }

  /** What may be interrupted. */
  interface Work {
    void run() throws Exception;
  }
}
