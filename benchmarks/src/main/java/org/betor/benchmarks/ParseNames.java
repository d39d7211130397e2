package org.betor.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.betor.api.name.ReleaseName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading names of releases, one after another; with {@code -prof gc} also what it allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 3)
public class ParseNames {
  private static final List<String> SAMPLES =
      List.of(
          "Sintel.2010.1080p.BluRay.x264-GROUP",
          "WWW.BLUDV.TV - Vila Serena S02E03 (2020) (1080p) WEB-DL DUAL 5.1",
          "[Group] Show Name - 05v2 (1280x720 HEVC AAC) [1A2B3C4D].mkv",
          "Show.Name.S01E02.Episode.Title.1080p.AMZN.WEB-DL.DDP5.1.H.264-GROUP[rartv]");

  /** A file of names, one a line; a few samples unless given. */
  @Param("")
  public String file = "";

  private List<String> names = SAMPLES;
  private int next;

  /** Reads the file. */
  @Setup
  public void readFile() throws IOException {
    names =
        file.isEmpty()
            ? SAMPLES
            : Files.readAllLines(Path.of(file), UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
  }

  /** One name. */
  @Benchmark
  public ReleaseName parse() {
    next = next + 1 < names.size() ? next + 1 : 0;
    return ReleaseName.parse(names.get(next));
  }
}
