package org.betor.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final String STARTED = "org.example.started";

  @Test
  void happensNowUnderAnIdOfItsOwnAndIsForEverybody() {
    Event event = event(STARTED, "ada", "{}");

    assertThat(event.time()).isEqualTo(NOON);
    assertThat(event.level()).isZero();
    assertThat(event.id()).isNotEqualTo(event(STARTED, "ada", "{}").id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "#", "*", "é"})
  void aTypeIsASimpleName(String type) {
    assertThatIllegalArgumentException().isThrownBy(() -> event(type, "ada", "{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> Interest.of("history", type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\ud800", "\u0085"})
  void aSubjectIsATextOfCloudEvents(String subject) {
    assertThatIllegalArgumentException().isThrownBy(() -> event(STARTED, subject, "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "17", "{"})
  void detailsAreAnObject(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> event(STARTED, "ada", json));
  }

  @Test
  void detailsAreBounded() {
    assertThat(event(STARTED, "ada", object(65_534)).json()).hasSize(65_536);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event(STARTED, "ada", object(65_535)))
        .withMessageContaining("65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "History", "a.b", "../a", "1"})
  void aGroupHasASimpleName(String group) {
    assertThatIllegalArgumentException().isThrownBy(() -> Interest.of(group));
  }

  @Test
  void anInterestIsInItsTypesUpToItsLevel() {
    Event event = event(STARTED, "ada", "{}").restrictedTo(2);

    assertThat(Interest.of("history").upTo(2).matches(event)).isTrue();
    assertThat(Interest.of("history", STARTED).upTo(3).matches(event)).isTrue();
    assertThat(Interest.of("history", STARTED).upTo(1).matches(event)).isFalse();
    assertThat(Interest.of("history", "org.example.stopped").upTo(2).matches(event)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> event.restrictedTo(-1));
  }

  private static String object(int letters) {
    return "{" + " ".repeat(letters) + "}";
  }

  private static Event event(String type, String subject, String json) {
    URI player = URI.create("https://player.example/");
    return Event.of(InstantSource.fixed(NOON), type, player, subject, json);
  }
}
