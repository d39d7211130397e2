package org.betor.events.rabbitmq.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.betor.api.spi.Interest;
import org.betor.events.rabbitmq.RabbitEvents;
import org.betor.testkit.server.RealBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("interop")
@Timeout(180)
class KilledApplicationTest {
  @TempDir Path folder;

  /** Once while the broker is there, and once while events wait for it. */
  @Test
  void noAcknowledgedEventIsLostOrRecordedTwiceWhenTheApplicationIsKilled() throws Exception {
    try (RealBroker broker = RealBroker.rabbitmq()) {
      int acknowledged = runUntilKilledAt(2_500, 0, broker);
      broker.kill();
      acknowledged = runUntilKilledAt(6_000, acknowledged, broker);
      broker.restart();
      acknowledged = runUntilKilledAt(Integer.MAX_VALUE, acknowledged, broker);

      assertThat(acknowledged).isEqualTo(Evening.EVENTS);
      assertThat(History.recorded(folder.resolve("history")))
          .containsExactlyInAnyOrderElementsOf(Evening.ids());
    }
  }

  /** How many events have been acknowledged in the end. */
  private int runUntilKilledAt(int enough, int from, RealBroker broker) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Program.class.getName(),
                folder.toString(),
                String.valueOf(broker.port()),
                String.valueOf(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int acknowledged = from;
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

  private static String classPath() throws Exception {
    Path tests = Path.of(History.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path main =
        Path.of(RabbitEvents.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Stream.concat(
            Stream.of(tests, tests.resolveSibling("test-classes"), main).map(Path::toString),
            Stream.of("jdk.module.path", "java.class.path", "surefire.real.class.path")
                .map(System::getProperty)
                .filter(Objects::nonNull))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Publishes the evening and records it, with a line for what is acknowledged. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      History history = History.open(folder.resolve("history"));
      try (RabbitEvents events =
          RabbitEvents.builder(folder.resolve("outbox"))
              .port(Integer.parseInt(arguments[1]))
              .open()) {
        events.subscribe(Interest.of("history", Evening.STARTED), history);
        for (int from = Integer.parseInt(arguments[2]);
            from < Evening.EVENTS;
            from += Evening.BATCH) {
          Evening.publish(events, from);
          System.out.println(from + Evening.BATCH);
        }
        history.await(Evening.EVENTS);
      }
    }
  }
}
