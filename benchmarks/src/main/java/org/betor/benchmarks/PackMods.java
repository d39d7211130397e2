package org.betor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.betor.benchmarks.mods.MixedFiles;
import org.betor.mods.Compression;
import org.betor.mods.internal.archive.Packer;

/**
 * Packs mixed files into a ZIP with bzip2, in turn with Python's {@code zipfile}, which has the
 * native library and one thread: {@code PackMods [MiB] [rounds]}. Ours reads back what it wrote.
 */
public final class PackMods {
  private PackMods() {}

  /** Runs it, and prints each round and the medians. */
  public static void main(String[] args) throws Exception {
    int mib = args.length > 0 ? Integer.parseInt(args[0]) : 512;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path folder = Files.createTempDirectory("betor-pack");
    Path files = folder.resolve("mod");
    MixedFiles.write(files, mib);
    List<Double> ours = new ArrayList<>();
    List<Double> pythons = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(packOurs(files, folder.resolve("ours.zip")));
      pythons.add(packPython(files, folder.resolve("python.zip")));
      ratios.add(ours.get(round) / pythons.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "%d MiB, medians of %d: ours %.1f s, Python %.1f s, ratio of a round %.2f%n",
        mib,
        rounds,
        Figures.median(ours),
        Figures.median(pythons),
        Figures.median(ratios));
  }

  private static double packOurs(Path files, Path zip) throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    Packer.onAllCores(Compression.BZIP2).pack(files, zip, bytes -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    print("ours", seconds, (system.getProcessCpuTime() - cpu) / 1e9, zip);
    return seconds;
  }

  /** By its own clock, without the time that it takes to start. */
  private static double packPython(Path files, Path zip) throws Exception {
    Process python =
        new ProcessBuilder("python3", "benchmarks/pack-mods.py", files.toString(), zip.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] times = new String(python.getInputStream().readAllBytes(), UTF_8).trim().split(" ", 2);
    if (python.waitFor() != 0) {
      throw new IllegalStateException("benchmarks/pack-mods.py failed");
    }
    double seconds = Double.parseDouble(times[0]);
    print("Python", seconds, Double.parseDouble(times[1]), zip);
    return seconds;
  }

  private static void print(String who, double seconds, double cpu, Path zip) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%-6s %6.1f s, %6.1f s of a core, %,d bytes%n",
        who,
        seconds,
        cpu,
        Files.size(zip));
  }
}
