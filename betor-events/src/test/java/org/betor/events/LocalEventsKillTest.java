package org.betor.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.spi.Event;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LocalEventsKillTest {
  private static final String LAST = "last";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 300})
  void everyEventThatWasPublishedSurvivesTheKillOfItsProgram(int enough) throws Exception {
    int acknowledged = acknowledgedBeforeKill(enough);
    Set<String> subjects = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(1);

    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(
          Interest.of("history"),
          event -> {
            subjects.add(event.subject());
            if (subjects.contains(LAST) && subjects.size() > acknowledged) {
              all.countDown();
            }
          });
      events.publish(Program.event(LAST));
      all.await();
    }
    assertThat(subjects).contains("1", String.valueOf(acknowledged));
    assertThat(subjects).hasSizeGreaterThan(acknowledged);
  }

  /** Runs {@link Program} and kills it when it has acknowledged so many events. */
  private int acknowledgedBeforeKill(int enough) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Program.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Integer.parseInt(line);
        if (acknowledged >= enough) {
          program.toHandle().destroyForcibly(); // leaves the pipe open, unlike the process's own
        }
      }
      program.waitFor();
    } finally {
      program.destroyForcibly();
    }
    return acknowledged;
  }

  /** Everything that these tests run on, be it on the module path or the class path. */
  private static String classPath() throws Exception {
    Path tests =
        Path.of(LocalEventsKillTest.class.getResource("LocalEventsKillTest.class").toURI());
    return Stream.concat(
            Stream.of(tests.resolve("../../../..").normalize().toString()),
            Stream.of("jdk.module.path", "java.class.path", "surefire.real.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Publishes until it is killed, with a line for each event; a group never gets any. */
  static final class Program {
    private static final URI PLAYER = URI.create("https://player.example/");

    private Program() {}

    static Event event(String subject) {
      return Event.of(InstantSource.system(), "org.example.started", PLAYER, subject, "{}");
    }

    public static void main(String[] arguments) {
      try (LocalEvents events = LocalEvents.open(Path.of(arguments[0]))) {
        events.subscribe(Interest.of("history"), event -> {}).close();
        for (int number = 1; number < 100_000; number++) {
          events.publish(event(String.valueOf(number)));
          System.out.println(number);
        }
      }
    }
  }
}
