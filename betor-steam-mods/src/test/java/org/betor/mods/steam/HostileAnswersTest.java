package org.betor.mods.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.mods.steam.Workshop.DETAILS;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.samples.SteamItem;
import org.betor.samples.SteamItems;
import org.betor.samples.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class HostileAnswersTest {
  private final Workshop workshop = new Workshop();

  @AfterEach
  void close() {
    workshop.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "BUSY", "CURTLY_LIMITED", "NULL", "TRUNCATED", "GARBAGE"})
  void triesAgainWhatPasses(Trouble trouble) throws InterruptedException {
    workshop.web.trouble(DETAILS, trouble, 2);

    assertThat(workshop.details(SteamItems.LANTERN).sizeBytes()).hasValue(12_053);
    assertThat(workshop.web.requests(DETAILS)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_LAYOUT", "CUT_CONNECTION", "SERVER_ERROR", "NULL", "GARBAGE"})
  void saysThatSteamIsNotToBeHad(Trouble trouble) {
    workshop.web.trouble(DETAILS, trouble);

    assertReason(Reason.UNREACHABLE);
    assertThat(workshop.web.requests(DETAILS)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_LAYOUT", "TRUNCATED", "SERVER_ERROR", "NULL", "GARBAGE"})
  void saysThatTheStoreIsNotToBeHad(Trouble trouble) {
    workshop.web.trouble("api/appdetails", trouble);

    assertThatThrownBy(() -> workshop.source().build().game("990010"))
        .isInstanceOfSatisfying(
            ModException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
        .hasMessageContaining("store");
  }

  @ParameterizedTest
  @EnumSource(names = {"OTHER_LAYOUT", "TRUNCATED", "GARBAGE", "SERVER_ERROR"})
  void takesNoPageThatMakesNoSenseForAModThatNeedsNothing(Trouble trouble)
      throws InterruptedException {
    ModDetails lantern = workshop.details(SteamItems.LANTERN);
    workshop.web.trouble("sharedfiles/filedetails", trouble);

    assertThat(workshop.source().build().complete(lantern).needs()).isEmpty();
  }

  @Test
  void doesNotAskAgainBeforeTheTimeThatTheServerNames() {
    SteamSource source = workshop.source().build();
    workshop.web.trouble(DETAILS, Trouble.LIMITED, 1);

    assertThatThrownBy(() -> Workshop.details(source, SteamItems.LANTERN))
        .isInstanceOfSatisfying(
            ModException.class,
            limited -> {
              assertThat(limited.reason()).isEqualTo(Reason.LIMITED);
              assertThat(limited.retryAfter()).contains(Duration.ofMinutes(10));
            });
    assertThatThrownBy(() -> Workshop.details(source, SteamItems.LANTERN))
        .isInstanceOf(ModException.class);
    assertThat(workshop.web.requests(DETAILS)).hasSize(1);

    workshop.time.advance(Duration.ofSeconds(601));
    assertThat(catching(() -> Workshop.details(source, SteamItems.LANTERN))).isEmpty();
  }

  @Test
  void waitsLongerFromTryToTry() {
    Instant start = workshop.time.instant();
    workshop.web.trouble(DETAILS, Trouble.CURTLY_LIMITED);

    assertReason(Reason.LIMITED);
    assertThat(Duration.between(start, workshop.time.instant()))
        .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(9));
  }

  @Test
  void takesOneRefusalForAnAnswer() {
    workshop.web.trouble(DETAILS, Trouble.REFUSED);
    assertReason(Reason.LIMITED);
    workshop.web.heal();
    workshop.web.trouble(DETAILS, Trouble.MISSING);
    assertReason(Reason.UNREACHABLE);

    assertThat(workshop.web.requests(DETAILS)).hasSize(2);
  }

  @Test
  void takesFieldsOfAnotherKindForNone() throws InterruptedException {
    workshop.web.say(
        SteamItems.LANTERN,
        Map.of(
            "file_size",
            List.of(1),
            "title",
            Map.of("a", "b"),
            "time_updated",
            -5,
            "time_created",
            "99999999999999999",
            "tags",
            "Clocks",
            "preview_url",
            "javascript:alert(1)",
            "file_url",
            "file:///etc/passwd",
            "consumer_app_id",
            "no number",
            "hcontent_file",
            true,
            "description",
            12));

    ModDetails lantern = workshop.details(SteamItems.LANTERN);

    assertThat(lantern.name()).isEqualTo("Workshop item 3100000001");
    assertThat(lantern.sizeBytes()).isEmpty();
    assertThat(lantern.version().handle()).isEmpty();
    assertThat(lantern.version().updated()).isEqualTo(Instant.EPOCH);
    assertThat(lantern.created()).isEmpty();
    assertThat(lantern.tags()).isEmpty();
    assertThat(lantern.pictures()).isEmpty();
    assertThat(lantern.file()).isEmpty();
    assertThat(lantern.game()).isEmpty();
    assertThat(lantern.description()).isEqualTo("12");
  }

  @Test
  void readsNoMoreOfAnAnswerThanItsBound() {
    char[] letters = new char[33 << 20];
    Arrays.fill(letters, 'x');
    workshop.web.put(
        SteamItem.mod(SteamItems.LANTERN, SteamItems.GAME, "Long")
            .description(new String(letters))
            .build());

    assertReason(Reason.UNREACHABLE);
  }

  @Test
  void cutsANameThatIsALongText() throws InterruptedException {
    workshop.web.say(SteamItems.LANTERN, Map.of("title", "lantern ".repeat(10_000)));

    assertThat(workshop.details(SteamItems.LANTERN).name()).hasSize(500);
  }

  @Test
  void endsWithTheThreadThatAsks() {
    workshop.web.trouble(DETAILS, Trouble.SERVER_ERROR);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> workshop.details(SteamItems.LANTERN))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void saysThatNobodyIsThere() {
    workshop.close();

    assertReason(Reason.UNREACHABLE);
  }

  @Test
  void doesNotHurryOthers() {
    assertThatThrownBy(() -> SteamSource.builder().hurried().build())
        .isInstanceOf(IllegalStateException.class);
    assertThat(workshop.source().hurried().build().id()).isEqualTo("steam");
  }

  private void assertReason(Reason reason) {
    assertThatThrownBy(() -> workshop.details(SteamItems.LANTERN))
        .isInstanceOfSatisfying(ModException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String catching(Callable<?> call) {
    try {
      call.call();
      return "";
    } catch (Exception e) {
      return e.toString();
    }
  }
}
