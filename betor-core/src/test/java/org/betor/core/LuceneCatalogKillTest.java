package org.betor.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.betor.api.model.Viewer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneCatalogKillTest {
  private static final String OPEN = "open";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20})
  void everyReleaseThatWasPutSurvivesTheKillOfItsProgram(int puts) throws Exception {
    List<Integer> acknowledged = acknowledgedBeforeKill(puts);

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(puts);
    try (LuceneCatalog catalog = LuceneCatalog.open(directory)) {
      assertThat(acknowledged)
          .allSatisfy(
              number -> assertThat(catalog.find(Films.key(number), Viewer.ANYONE)).isPresent());
      catalog.put(List.of(Films.titled(1, "Sintel")));
    }
  }

  /** Runs {@link Program} and kills it when it has acknowledged so many puts. */
  private List<Integer> acknowledgedBeforeKill(int puts) throws Exception {
    Process program =
        new ProcessBuilder(TestProgram.command(Program.class, directory.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Integer> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(OPEN);
      while (acknowledged.size() < puts) {
        acknowledged.add(Integer.valueOf(lines.readLine()));
      }
      program.toHandle().destroyForcibly(); // unlike the process's own method, leaves the pipe open
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(Integer.valueOf(line));
      }
      program.waitFor();
    } finally {
      program.destroyForcibly();
    }
    return acknowledged;
  }

  /** Opens a catalogue and puts releases until it is killed, with a line for each. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) {
      try (LuceneCatalog catalog = LuceneCatalog.open(Path.of(arguments[0]))) {
        System.out.println(OPEN);
        for (int number = 0; number < 100_000; number++) {
          catalog.put(List.of(Films.titled(number, "Sintel")));
          System.out.println(number);
        }
      }
    }
  }
}
