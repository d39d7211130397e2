package org.betor.p2p.internal.dht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.p2p.internal.dht.SimulatedNetwork.address;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Random random = new Random(4);
  private final Id own = Id.random(random);
  private final SteppedTimers timers = new SteppedTimers();
  private final Table table = new Table(own, Reach.PUBLIC, timers);
  private int hosts;

  @Test
  void keepsEightNodesOfOneDistance() {
    for (int i = 0; i < 1_000; i++) {
      table.answered(far());
    }

    assertThat(table.size()).isEqualTo(8);
  }

  @Test
  void staysSmallWhoeverAnswers() {
    for (int i = 0; i < 5_000; i++) {
      table.answered(new Node(Id.random(random), next()));
    }

    assertThat(table.size()).isBetween(60, 120);
  }

  @Test
  void oneAddressHasTwoPlacesAtMost() {
    for (int port = 1; port < 100; port++) {
      table.answered(new Node(Id.random(random), address("203.0.113.5", port)));
    }

    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void anAddressThatTakesAnotherIdLosesItsFormerPlace() {
    InetSocketAddress address = next();

    table.answered(new Node(Id.random(random), address));
    Node second = new Node(Id.random(random), address);
    table.answered(second);

    assertThat(table.nearest(own)).containsExactly(second);
  }

  @Test
  void anIdIsNotTakenOverByAnotherAddress() {
    Node node = far();
    table.answered(node);

    table.answered(new Node(node.id(), next()));

    assertThat(table.nearest(own)).containsExactly(node);
  }

  @Test
  void weAreNotInOurOwnTable() {
    table.answered(new Node(own, next()));

    assertThat(table.size()).isZero();
    assertThat(table.wants(new Node(own, next()))).isFalse();
    assertThat(table.heard(new Node(own, next()))).isFalse();
  }

  @Test
  void asksAnOldNodeWhetherItIsThereBeforeItGivesItsPlaceAway() {
    Node old = far();
    table.answered(old);
    timers.pass(Duration.ofMinutes(15));
    for (int i = 0; i < 7; i++) {
      table.answered(far());
    }

    Node newcomer = far();
    Optional<Node> doubted = table.answered(newcomer);

    assertThat(doubted).hasValue(old);
    assertThat(table.nearest(own)).contains(old).doesNotContain(newcomer);
  }

  @Test
  void anOldNodeThatAnswersKeepsItsPlace() {
    Node old = oldOfEight();
    table.answered(far());

    assertThat(table.answered(old)).isEmpty();

    assertThat(table.nearest(own)).contains(old);
  }

  @Test
  void anOldNodeThatNeverAnswersGivesItsPlaceToTheNewcomer() {
    Node old = oldOfEight();
    Node newcomer = far();
    table.answered(newcomer);

    for (int i = 0; i < 3; i++) {
      table.silent(old.address());
    }

    assertThat(table.nearest(own)).contains(newcomer).doesNotContain(old);
  }

  @Test
  void othersAreToldOfGoodNodesOnly() {
    Node failing = far();
    Node good = far();
    table.answered(failing);
    table.answered(good);
    table.silent(failing.address());

    assertThat(table.nearestGood(own)).containsExactly(good);
    assertThat(table.nearest(own)).hasSize(2);

    timers.pass(Duration.ofMinutes(15));
    assertThat(table.nearestGood(own)).isEmpty();
  }

  @Test
  void bucketsOfWhichNothingWasHeardAreRenewedOnceInAWhile() {
    table.answered(new Node(own.neighbour(2, random), next()));
    assertThat(table.stale(10, random)).extracting(own::sharedBits).containsExactly(0, 1);
    assertThat(table.stale(10, random)).isEmpty();

    timers.pass(Duration.ofMinutes(15));

    assertThat(table.stale(2, random)).extracting(own::sharedBits).containsExactly(0, 1);
    assertThat(table.stale(2, random)).extracting(own::sharedBits).containsExactly(2);
  }

  private Node oldOfEight() {
    Node old = far();
    table.answered(old);
    timers.pass(Duration.ofMinutes(15));
    for (int i = 0; i < 7; i++) {
      table.answered(far());
    }
    return old;
  }

  private Node far() {
    return new Node(own.neighbour(0, random), next());
  }

  private InetSocketAddress next() {
    hosts++;
    return address("203." + hosts / 62_500 + "." + hosts / 250 % 250 + "." + hosts % 250, 6881);
  }
}
