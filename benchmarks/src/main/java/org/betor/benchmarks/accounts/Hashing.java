package org.betor.benchmarks.accounts;

import java.util.Arrays;

/** Looks every second how many threads compute a hash of a password. */
final class Hashing {
  private static final String LIBRARY = "com.password4j.";
  private static final long EVERY_MILLIS = 1_000;

  private final Thread looking = new Thread(this::look, "looking at hashes");
  private volatile long most;

  private Hashing() {}

  static Hashing watched() {
    Hashing hashing = new Hashing();
    hashing.looking.setDaemon(true);
    hashing.looking.start();
    return hashing;
  }

  /** How many they were at most; looks no longer. */
  long most() throws InterruptedException {
    looking.interrupt();
    looking.join();
    return most;
  }

  private void look() {
    try {
      while (true) {
        most = Math.max(most, now());
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private static long now() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            frames ->
                Arrays.stream(frames).anyMatch(frame -> frame.getClassName().startsWith(LIBRARY)))
        .count();
  }
}
