package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackMessageTest {

  @Test
  void wholeNumbersAreWrittenAsNumbers() {
    assertThat(new PlaybackMessage("17", "-4").toJson())
        .isEqualTo("{\"user_id\":17,\"movie_id\":-4}");
  }

  @Test
  void whatIsNoWholeNumberIsQuoted() {
    assertThat(new PlaybackMessage("017", "a \"b\" \\ \n").toJson())
        .isEqualTo("{\"user_id\":\"017\",\"movie_id\":\"a \\\"b\\\" \\\\ \\u000a\"}");
  }
}
