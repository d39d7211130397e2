package org.betor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel.Subscription;
import org.betor.api.spi.EventException;
import org.betor.api.spi.Interest;
import org.betor.testkit.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalEventsFolderTest {
  private static final int SMALLEST = 64 << 10;
  private static final Interest HISTORY = Interest.of("history");

  @TempDir Path folder;

  private final SimulatedTime time = new SimulatedTime();

  @Test
  void aFolderBelongsToOneChannelAtATime() {
    try (LocalEvents events = LocalEvents.open(folder)) {
      assertThat(events.deadLetters("history", 1)).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(() -> LocalEvents.open(folder))
          .withMessageContaining(folder.toString());
    }
    LocalEvents.open(folder).close();
  }

  @Test
  void aGroupThatIsFarBehindStopsPublishersUntilItIsForgotten() {
    try (LocalEvents events = small()) {
      events.subscribe(HISTORY, event -> {}).close();
      assertThatExceptionOfType(EventException.class)
          .isThrownBy(() -> publishKibibytes(events, 200))
          .withMessageContainingAll("history", folder.toString())
          .extracting(EventException::reason)
          .isEqualTo(EventException.Reason.FULL);
      events.forget("history");

      publishKibibytes(events, 200);
    }
  }

  @Test
  void publishersWaitForAGroupThatCatchesUp() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events =
        LocalEvents.builder(folder).maxBytes(SMALLEST).patience(Duration.ofMinutes(1)).open()) {
      events.subscribe(HISTORY, handled::add);
      publishKibibytes(events, 500);

      for (int number = 0; number < 500; number++) {
        assertThat(handled.take().json()).contains("\"" + number + " ");
      }
    }
    assertThat(bytes()).isLessThan(2L * SMALLEST);
  }

  @Test
  void damageIsKeptAndCostsOnlyItsFile() throws Exception {
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, event -> {}).close();
      publishKibibytes(events, 3);
    }
    Path log = onlyLog();
    byte[] bytes = Files.readAllBytes(log);
    bytes[1_500] ^= 1; // in the second event
    Files.write(log, bytes);
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, handled::add);
      events.publish(event("later"));

      assertThat(handled.take().json()).contains("\"0 ");
      assertThat(handled.take().json()).contains("later");
    }
    assertThat(Path.of(log + ".damaged")).hasBinaryContent(bytes);
  }

  @Test
  void eventsComeThoughAllThatWereBeforeThemAreDeleted() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    for (String text : List.of("first", "second", "third")) {
      try (LocalEvents events = LocalEvents.open(folder)) {
        events.subscribe(HISTORY, handled::add);
        events.publish(event(text));
        assertThat(handled.take().json()).contains(text);
      }
      LocalEvents.open(folder).close();
      assertThat(logs()).isEmpty();
    }
  }

  @Test
  void aDeadLetterDoesNotStandForALaterEvent() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events = small()) {
      events.subscribe(HISTORY, LocalEventsFolderTest::refuse);
      events.publish(event("refused"));
      while (events.deadLetters("history", 1).isEmpty()) {
        Thread.onSpinWait();
      }
    }
    Files.delete(folder.resolve("groups/history/position"));
    Files.delete(onlyLog());
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, handled::add);
      events.publish(event("later"));

      assertThat(handled.take().json()).contains("later");
    }
  }

  @Test
  void zerosAtTheEndOfAFileAreNoEvents() throws Exception {
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, event -> {}).close();
      events.publish(event("before"));
    }
    Files.write(onlyLog(), new byte[64], StandardOpenOption.APPEND);
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, handled::add);
      events.publish(event("after"));

      assertThat(handled.take().json()).contains("before");
      assertThat(handled.take().json()).contains("after");
    }
  }

  @Test
  void whatIsReplayedReachesOnlyWhoWantsIt() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events = small()) {
      Subscription refusing = events.subscribe(HISTORY.upTo(3), LocalEventsFolderTest::refuse);
      events.publish(event("restricted").restrictedTo(3));
      while (events.deadLetters("history", 1).isEmpty()) {
        Thread.onSpinWait();
      }
      refusing.close();
      Subscription lower = events.subscribe(HISTORY, handled::add);
      assertThat(events.replayAll("history")).isOne();
      events.publish(event("open"));
      assertThat(handled.take().json()).contains("open");
      lower.close();
      events.subscribe(HISTORY.upTo(3), handled::add);

      assertThat(handled.take().json()).contains("restricted");
    }
  }

  private static void refuse(Event event) {
    throw new IllegalStateException("not " + event.subject());
  }

  @Test
  void aDamagedPlaceOfAGroupIsNamed() throws Exception {
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, event -> {}).close();
    }
    Path position = folder.resolve("groups/history/position");
    Files.write(position, new byte[] {1, 2, 3});

    assertThatIllegalStateException()
        .isThrownBy(() -> LocalEvents.open(folder))
        .withMessageContainingAll(position.toString(), "put back a copy");
    Files.delete(position);
    LocalEvents.open(folder).close();
  }

  @Test
  void anInterruptedPublisherPublishes() throws Exception {
    BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
    try (LocalEvents events = LocalEvents.open(folder)) {
      events.subscribe(HISTORY, handled::add);
      Thread.currentThread().interrupt();
      events.publish(event("first"));
      assertThat(Thread.interrupted()).isTrue();
      events.publish(event("second"));

      assertThat(handled.take().json()).contains("first");
      assertThat(handled.take().json()).contains("second");
    }
  }

  @Test
  void pausesGrowAndTakeNoTimeOfOthers() throws Exception {
    CountDownLatch sixth = new CountDownLatch(6);
    LocalEvents.Builder settings = LocalEvents.builder(folder).clock(time).pause(time);
    try (LocalEvents events = settings.open()) {
      var start = time.instant();
      events.subscribe(
          HISTORY,
          event -> {
            sixth.countDown();
            throw new IllegalStateException("never");
          });
      events.publish(event("stuck"));
      sixth.await();

      assertThat(Duration.between(start, time.instant())).isEqualTo(Duration.ofSeconds(31));
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    CountDownLatch handling = new CountDownLatch(1);
    LocalEvents events = LocalEvents.open(folder);
    events.subscribe(
        HISTORY,
        event -> {
          handling.countDown();
          new CountDownLatch(1).await();
        });
    events.publish(event("slow"));
    handling.await();
    events.close();

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("betor-events-history")) {
        thread.join(5_000); // its last task is done, it may not have ended
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  @Test
  void aSubscriptionThatIsClosedHasNoThread() {
    try (LocalEvents events = LocalEvents.open(folder)) {
      for (int times = 0; times < 100; times++) {
        events.subscribe(HISTORY, event -> {}).close();

        assertThat(Thread.getAllStackTraces().keySet())
            .extracting(Thread::getName)
            .doesNotContain("betor-events-history-feed");
      }
    }
  }

  private LocalEvents small() {
    return LocalEvents.builder(folder).maxBytes(SMALLEST).clock(time).pause(time).open();
  }

  private static void publishKibibytes(LocalEvents events, int count) {
    IntStream.range(0, count)
        .mapToObj(number -> event(number + " " + "x".repeat(1_000)))
        .forEach(events::publish);
  }

  private static Event event(String text) {
    return Event.of(
        new SimulatedTime(),
        "org.example.started",
        URI.create("https://player.example/"),
        "ada",
        "{\"text\":\"%s\"}".formatted(text));
  }

  private Path onlyLog() throws Exception {
    return logs().get(0);
  }

  private long bytes() throws Exception {
    long bytes = 0;
    for (Path log : logs()) {
      bytes += Files.size(log);
    }
    return bytes;
  }

  private List<Path> logs() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }
}
