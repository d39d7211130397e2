package org.betor.p2p.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.betor.api.spi.AddOptions;
import org.betor.api.spi.PieceOrder;
import org.betor.api.spi.SeedingGoal;
import org.betor.api.spi.TorrentClient.Rates;
import org.betor.api.spi.TorrentState.StopReason;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentTest {
  private static final FileWishes ALL = FileWishes.choose(Optional.empty());

  @Test
  void startsAsTheOptionsSay() {
    assertThat(begun(AddOptions.Start.AT_ONCE).stopped()).isEmpty();
    assertThat(begun(AddOptions.Start.PAUSED).stopped()).hasValue(StopReason.PAUSED);
    assertThat(begun(AddOptions.Start.METADATA_ONLY).stopped()).isEmpty();
    assertThat(begun(AddOptions.Start.METADATA_ONLY).metadataOnly()).isTrue();
    assertThat(begun(AddOptions.Start.AT_ONCE).folder()).isAbsolute();
  }

  @ParameterizedTest
  @EnumSource(
      value = StopReason.class,
      names = {"RATIO_REACHED", "TIME_REACHED", "FINISHED"})
  void forgetsAGoalThatWasReachedWhenItIsResumed(StopReason reached) {
    Intent resumed = begun(AddOptions.Start.AT_ONCE).stop(reached).resume();

    assertThat(resumed.stopped()).isEmpty();
    assertThat(resumed.goalWaived()).isTrue();
    assertThat(resumed.stop(StopReason.PAUSED).resume().goalWaived()).isTrue();
    assertThat(resumed.with(SeedingGoal.ratio(2)).goalWaived()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = StopReason.class,
      names = {"PAUSED", "METADATA_ONLY"})
  void keepsItsGoalWhenItWasStoppedBefore(StopReason before) {
    Intent resumed = begun(AddOptions.Start.METADATA_ONLY).stop(before).resume();

    assertThat(resumed.stopped()).isEmpty();
    assertThat(resumed.goalWaived()).isFalse();
    assertThat(resumed.metadataOnly()).isEqualTo(before == StopReason.PAUSED);
  }

  @Test
  void isReadAsItWasWritten() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Intent intent = random(random);
      assertThat(Intent.read(Dictionary.read(Bencode.write(intent.toMap())))).isEqualTo(intent);
    }
  }

  static Intent random(Random random) {
    return new Intent(
        Path.of("/films/série " + random.nextInt()),
        FileWishesTest.random(random),
        List.of(PieceOrder.values()).get(random.nextInt(2)),
        new SeedingGoal(
            random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()),
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(random.nextLong() >>> 1))),
        random.nextBoolean(),
        new Rates(rate(random), rate(random)),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(List.of(StopReason.values()).get(random.nextInt(5))),
        random.nextBoolean());
  }

  private static OptionalLong rate(Random random) {
    return random.nextBoolean()
        ? OptionalLong.empty()
        : OptionalLong.of(random.nextLong(1, Long.MAX_VALUE));
  }

  private static Intent begun(AddOptions.Start start) {
    return Intent.of(AddOptions.builder(Path.of("films")).start(start).build(), ALL);
  }
}
