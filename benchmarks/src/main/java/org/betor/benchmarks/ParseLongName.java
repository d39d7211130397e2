package org.betor.benchmarks;

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

/** Reading a hostile name: four times the length should take four times as long. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ParseLongName {
  /** How many letters the name has. */
  @Param({"1024", "4096", "16384", "65536"})
  public int letters;

  /** What it repeats: open brackets, episodes without end, ordinals, numbers, words of doubt. */
  @Param({"((a", "S01E01-", "1ª 2ª ", "- 01 ", "(web sub "})
  public String piece = "";

  private String name = "";

  /** Makes the name. */
  @Setup
  public void repeat() {
    name = piece.repeat(letters / piece.length());
  }

  /** The name, once. */
  @Benchmark
  public ReleaseName parse() {
    return ReleaseName.parse(name);
  }
}
