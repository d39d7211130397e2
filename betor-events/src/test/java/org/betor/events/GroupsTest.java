package org.betor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.betor.api.spi.DeadLetter;
import org.betor.api.spi.Event;
import org.betor.events.internal.log.EventBytes;
import org.betor.events.internal.log.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
  private static final int A_FILE_EACH = 1;
  private static final DeadLetter LETTER =
      new DeadLetter(
          new Event(
              new UUID(1, 2),
              "org.example.started",
              URI.create("https://player.example/"),
              Instant.EPOCH,
              "ada",
              "{}",
              0),
          6,
          "the shelf is full",
          Instant.EPOCH);

  @TempDir Path folder;

  private EventLog log;
  private Groups groups;

  @BeforeEach
  void openAFolder() throws IOException {
    log = EventLog.open(folder, A_FILE_EACH);
    groups = Groups.open(folder.resolve("groups"));
  }

  @AfterEach
  void closeIt() throws IOException {
    groups.close();
    log.close();
  }

  @Test
  void aFileOfTheLogGoesWhenTheSlowestGroupIsBehindIt() throws Exception {
    Group history = groups.remembered("history", log::end);
    Group audit = groups.remembered("audit", log::end);
    publish(4);
    handle(history, 4);
    handle(audit, 1);
    groups.tidy(log);
    assertThat(log.reader(0).poll())
        .hasValueSatisfying(entry -> assertThat(entry.number()).isOne());
    handle(audit, 4);
    groups.tidy(log);

    assertThat(log.bytes()).isZero();
  }

  @Test
  void whatNobodyRemembersGoes() throws Exception {
    publish(2);
    groups.tidy(log);

    assertThat(log.bytes()).isZero();
  }

  @Test
  void aForgottenGroupLeavesNothingAndHoldsNothingUp() throws Exception {
    Group history = groups.remembered("history", log::end);
    publish(2);
    history.letters().add(0, LETTER);
    groups.forget("history");
    groups.tidy(log);

    assertThat(folder.resolve("groups")).isEmptyDirectory();
    assertThat(log.bytes()).isZero();
    Group anew = groups.remembered("history", log::end);
    assertThat(anew.position()).isEqualTo(2);
    assertThat(anew.letters().numbers()).isEmpty();
  }

  private void publish(int events) throws IOException {
    for (int number = 0; number < events; number++) {
      log.append(List.of(EventBytes.of(LETTER.event())));
    }
  }

  private static void handle(Group group, int upTo) throws IOException {
    for (long number = group.position(); number < upTo; number++) {
      group.begin(number);
      group.done(number);
    }
  }
}
