package org.betor.events.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.betor.api.spi.Interest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterestsTest {
  private static final Interest HISTORY =
      Interest.of("history", "org.example.started", "org.example.stopped").upTo(2);
  private static final Interest AUDIT = Interest.of("audit");

  @TempDir Path folder;

  private Interests interests;

  @BeforeEach
  void rememberTwo() throws IOException {
    interests = Interests.in(folder);
    interests.add(HISTORY);
    interests.add(AUDIT);
  }

  @Test
  void groupsAreRememberedAfterARestart() throws Exception {
    assertThat(Interests.in(folder).all()).containsExactlyInAnyOrder(HISTORY, AUDIT);
  }

  @Test
  void whatIsForgottenLeavesTheOthers() throws Exception {
    interests.remove("history");
    interests.remove("history");

    assertThat(Interests.in(folder).all()).containsExactly(AUDIT);
  }

  @Test
  void whatWasDeclaredIsForgottenUnlessItIsWantedInAnotherWayMeanwhile() throws Exception {
    interests.add(HISTORY.upTo(3));
    interests.remove(HISTORY);
    interests.remove(AUDIT);
    interests.remove(AUDIT);

    assertThat(interests.all()).containsExactly(HISTORY.upTo(3));
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    Path file = folder.resolve("history.group");
    Files.write(file, new byte[] {1, 2, 3});

    assertThatIOException()
        .isThrownBy(interests::all)
        .withMessageContainingAll(file.toString(), "delete it");
  }
}
