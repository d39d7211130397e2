package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.betor.api.model.InfoHash;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Interest;
import org.betor.events.LocalEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final ReleaseKey RELEASE = ReleaseKey.of(new InfoHash("0".repeat(40)));

  private final Community community = new Community();
  private final History history = new History(community.accounts, Duration.ofDays(30));
  private final UserId bia = community.person("Bia", Role.USER).id();

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void anEventIsRecordedOnceHoweverOftenItComes() {
    Event event = started(1).toEvent(0);
    IntStream.range(0, 8).parallel().forEach(again -> history.handle(event));

    assertThat(history.latest(bia, 10))
        .containsExactly(new Watched(event.id(), title(1), RELEASE, community.time.instant()));
  }

  @Test
  void pagesFollowEachOtherTheNewestFirstAlsoWithinOneMoment() {
    for (int film = 1; film <= 5; film++) {
      history.handle(started(film).toEvent(0));
      community.time.advance(Duration.ofSeconds(film % 2));
    }

    List<Watched> all = history.latest(bia, 10);
    List<Watched> first = history.latest(bia, 2);
    List<Watched> second = history.after(bia, first.get(1), 2);
    List<Watched> third = history.after(bia, second.get(1), 2);

    assertThat(all).extracting(Watched::title).startsWith(title(5)).endsWith(title(1)).hasSize(5);
    assertThat(first).isEqualTo(all.subList(0, 2));
    assertThat(second).isEqualTo(all.subList(2, 4));
    assertThat(third).isEqualTo(all.subList(4, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> history.latest(bia, 1_001));
  }

  @Test
  void whatIsOlderThanTheRetentionIsGoneAndDoesNotComeBack() throws SQLException {
    Event old = started(1).toEvent(0);
    history.handle(old);
    community.time.advance(Duration.ofDays(30));
    assertThat(history.latest(bia, 10)).isEmpty();

    history.handle(started(2).toEvent(0));
    history.handle(old);

    assertThat(history.latest(bia, 10)).extracting(Watched::title).containsExactly(title(2));
    assertThat(new History(community.accounts, Duration.ofDays(900)).latest(bia, 10)).hasSize(1);
  }

  @Test
  void whoWasErasedHasNoHistory() {
    history.handle(started(1).toEvent(0));
    Event late = started(2).toEvent(0);
    community.users.erase(bia, bia);

    history.handle(late);

    assertThat(history.latest(bia, 10)).isEmpty();
  }

  @Test
  void aHistoryCanBeForgotten() {
    history.handle(started(1).toEvent(0));

    history.forget(bia);

    assertThat(history.latest(bia, 10)).isEmpty();
  }

  @Test
  void whatWasForgottenDoesNotComeBackWithAnOldEvent() {
    Event seen = started(1).toEvent(0);
    Event late = started(2).toEvent(0);
    history.handle(seen);
    community.time.advance(Duration.ofSeconds(1));
    history.forget(bia);
    history.forget(bia);

    history.handle(seen);
    history.handle(late);
    assertThat(history.latest(bia, 10)).isEmpty();
    assertThat(community.users.export(bia, bia).toString()).contains("historyForgottenUntil");

    community.time.advance(Duration.ofSeconds(1));
    history.handle(started(3).toEvent(0));
    assertThat(history.latest(bia, 10)).extracting(Watched::title).containsExactly(title(3));
    community.users.erase(bia, bia);
    history.forget(bia);
  }

  @Test
  void anInstanceWithASlowerClockTakesNothingBackOfWhatWasForgotten() {
    InstantSource slow = InstantSource.fixed(community.time.instant());
    community.time.advance(Duration.ofSeconds(1));
    Event seen = started(1).toEvent(0);
    history.forget(bia);

    try (Accounts other = community.settings().clock(slow).open()) {
      new History(other, Duration.ofDays(30)).forget(bia);
    }

    history.handle(seen);
    assertThat(history.latest(bia, 10)).isEmpty();
  }

  @Test
  void whatWasWatchedWhileForgettingHadToWaitIsForgottenToo() {
    try (Accounts busy = community.settings().database(busyForAMinute()).open()) {
      History waiting = new History(busy, Duration.ofDays(30));
      Instant soon = community.time.instant().plusSeconds(30);
      Event meanwhile =
          new PlaybackStarted(new UUID(0, 1), bia, title(1), RELEASE, soon).toEvent(0);

      waiting.forget(bia);

      history.handle(meanwhile);
      assertThat(history.latest(bia, 10)).isEmpty();
    }
  }

  /** The database of the community, where a minute passes before there is a connection. */
  private DataSource busyForAMinute() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, values) -> {
              community.time.advance(Duration.ofMinutes(1));
              return method.invoke(community.database, values);
            });
  }

  @Test
  void keysThatJsonWritesInAnotherWayAreReadAsTheyWere() {
    ReleaseKey odd = ReleaseKey.of("films", "\"Sintel\" \\ \u00e9\u2028");
    PlaybackStarted started =
        new PlaybackStarted(new UUID(1, 2), bia, title(1), odd, Instant.EPOCH);

    assertThat(PlaybackStarted.of(started.toEvent(3))).isEqualTo(started);
    assertThat(started.toEvent(3).level()).isEqualTo(3);
    assertThat(started.toEvent(3).subject()).isEqualTo(bia.toString());
  }

  @Test
  void whatIsNoStartIsRefusedAndFurtherDetailsArePassedOver() {
    String good =
        "{\"more\":[{}],\"user\":\"%s\",\"title\":\"imdb:tt1727587\",\"release\":\"%s\"}"
            .formatted(bia, RELEASE);
    history.handle(event(PlaybackStarted.TYPE, good));
    assertThat(history.latest(bia, 10)).hasSize(1);

    for (String bad :
        List.of(
            "{}",
            "{\"user\":17}",
            "{\"user\":}",
            "{" + "[".repeat(5_000) + "}",
            good.replace("imdb", "nobody"))) {
      assertThatIllegalArgumentException()
          .as(bad)
          .isThrownBy(() -> history.handle(event(PlaybackStarted.TYPE, bad)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> history.handle(event("other", good)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new History(community.accounts, Duration.ZERO));
  }

  @Test
  void theChannelOfAnApplicationBringsIt(@TempDir Path folder) throws Exception {
    try (LocalEvents events = LocalEvents.open(folder)) {
      CountDownLatch recorded = new CountDownLatch(1);
      EventChannel.Handler handler =
          event -> {
            history.handle(event);
            recorded.countDown();
          };
      events.subscribe(Interest.of("history", PlaybackStarted.TYPE), handler);

      events.publish(started(1).toEvent(0));

      assertThat(recorded.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(history.latest(bia, 10)).hasSize(1);
    }
  }

  private PlaybackStarted started(int film) {
    return new PlaybackStarted(
        new UUID(0, film), bia, title(film), RELEASE, community.time.instant());
  }

  private static TitleId title(int film) {
    return TitleId.imdb("tt%07d".formatted(film));
  }

  private Event event(String type, String json) {
    return Event.of(community.time, type, URI.create("urn:test"), "user", json);
  }
}
