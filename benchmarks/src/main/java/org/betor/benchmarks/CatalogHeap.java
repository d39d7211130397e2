package org.betor.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.benchmarks.race.Heap;

/**
 * The heap that a large catalogue needs, in a JVM with 64 MiB of it: {@code CatalogHeap
 * [releases]}.
 */
public final class CatalogHeap {
  private CatalogHeap() {}

  /** Runs it, and prints the heap in use after each step. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("betor-heap");
    Heap.fill(folder, args.length > 0 ? Integer.parseInt(args[0]) : 100_000);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Heap.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    if (child.waitFor() != 0) {
      throw new IllegalStateException("64 MiB are not enough, see above");
    }
  }
}
