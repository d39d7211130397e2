package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room room = new Room(100);

  @Test
  void takesNoMoreThanThereIs() {
    assertThat(room.take(60, false)).isTrue();
    assertThat(room.take(41, false)).isFalse();
    assertThat(room.take(40, false)).isTrue();
    room.giveBack(60);
    assertThat(room.take(60, false)).isTrue();
  }

  @Test
  void takesAPieceOfAnySizeIfItIsTheOnlyOne() {
    assertThat(room.take(5_000, false)).isTrue();
    assertThat(room.take(1, false)).isFalse();
  }

  @Test
  void takesFirstPiecesBeyondUpToABound() {
    room.take(100, false);

    assertThat(room.take(1, false)).isFalse();
    assertThat(room.take(100, true)).isTrue();
    assertThat(room.take(1, true)).isFalse();
  }

  @Test
  void isShortFromARefusalUntilSomethingIsGivenBack() {
    room.take(100, false);
    assertThat(room.isShort()).isFalse();
    room.take(1, false);
    assertThat(room.isShort()).isTrue();
    room.giveBack(100);
    assertThat(room.isShort()).isFalse();
  }
}
