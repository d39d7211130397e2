package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.betor.testkit.FreeFilms.early;
import static org.betor.testkit.FreeFilms.hash;
import static org.betor.testkit.FreeFilms.key;
import static org.betor.testkit.FreeFilms.learnt;
import static org.betor.testkit.FreeFilms.listing;
import static org.betor.testkit.FreeFilms.minute;
import static org.betor.testkit.FreeFilms.titled;
import static org.betor.testkit.TestedCatalog.ROOT;

import java.time.Instant;
import java.util.List;
import org.betor.api.model.Block;
import org.betor.api.model.Identity;
import org.betor.api.model.InfoHash;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Swarm;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.junit.jupiter.api.Test;

/**
 * What a catalogue promises of releases that are known by two keys: a part of {@link
 * CatalogContract}.
 */
public interface CatalogKeys extends CatalogUnderTest {

  /** Listings of both keys are kept, whatever is written first. */
  @Test
  default void aReleaseWhoseInfoHashIsLearntKeepsAllListings() {
    Change before = new Change(early(1), listing(2, "Sintel at the museum"));
    List<Change> changes = List.of(titled(1, "Sintel"), before, learnt(1));
    for (List<Integer> order :
        List.of(List.of(0, 1, 2), List.of(0, 2, 1), List.of(2, 1, 0), List.of(1, 2, 0))) {
      try (TestedCatalog tested = new TestedCatalog(this, "learnt" + order.get(0) + order.get(1))) {
        order.forEach(position -> tested.has(changes.get(position)));
        tested.reopen();

        assertThat(tested.release(1).listings()).as("written in order %s", order).hasSize(2);
        assertThat(tested.find(early(1))).contains(tested.release(1));
        assertThat(tested.found("museum")).containsExactly(1);
        assertThat(tested.found("sintel")).containsExactly(1);
      }
    }
  }

  /** Of which nothing is said under its info-hash yet. */
  @Test
  default void aReleaseMayBeKnownByItsEarlyKeyAlone() {
    Change before = new Change(early(1), listing(1, "Sintel"));
    try (TestedCatalog tested = TestedCatalog.having(this, before)) {
      assertThat(tested.find(early(1))).map(Release::key).contains(early(1));

      tested.has(learnt(1));
      assertThat(tested.find(early(1))).map(Release::key).contains(key(1));
      assertThat(tested.numbers(CatalogQuery.all())).containsExactly(1);
    }
  }

  /** The version 1 hash of a hybrid torrent names it; also through two steps. */
  @Test
  default void aVersion2TorrentThatTurnsOutToBeAHybridIsOneRelease() {
    InfoHash version2 = new InfoHash("%064x".formatted(2));
    Change hybrid = new Change(ReleaseKey.of(version2), new Identity(hash(1), minute(3)));
    Change learnt = new Change(early(1), new Identity(version2, minute(4)));
    Change before = new Change(early(1), listing(2, "Sintel at the museum"));
    Change between = new Change(ReleaseKey.of(version2), listing(3, "Sintel, version 2"));
    for (List<Change> order :
        List.of(
            List.of(before, between, learnt, hybrid), List.of(hybrid, learnt, between, before))) {
      try (TestedCatalog tested =
          new TestedCatalog(this, order.get(0).equals(before) ? "up" : "down")) {
        order.forEach(tested::has);

        assertThat(tested.release(1).listings()).hasSize(2);
        assertThat(tested.find(early(1))).contains(tested.release(1));
        assertThat(tested.find(ReleaseKey.of(version2))).contains(tested.release(1));
      }
    }
  }

  /** A name alone is no release. */
  @Test
  default void anIdentityWithoutAnythingElseIsNoRelease() {
    try (TestedCatalog tested = TestedCatalog.having(this, learnt(1))) {
      assertThat(tested.find(early(1))).isEmpty();
      assertThat(tested.find(key(1))).isEmpty();
      assertThat(tested.catalog().search(CatalogQuery.all().build(), ROOT).total()).isZero();
      assertThat(tested.catalog().lacking(Swarm.class, Instant.MAX, 9)).isEmpty();
    }
  }

  /** Whichever key is named, both are gone, and lead nowhere afterwards. */
  @Test
  default void removingOneKeyOfAReleaseRemovesAll() {
    Change before = new Change(early(1), listing(2, "Sintel at the museum"));
    for (ReleaseKey named : List.of(key(1), early(1))) {
      try (TestedCatalog tested =
          TestedCatalog.having(this, titled(1, "Sintel"), before, learnt(1))) {
        tested.remove(named);
        assertThat(tested.find(key(1))).as("by its info-hash").isEmpty();
        assertThat(tested.find(early(1))).as("by its early key").isEmpty();

        tested.has(before);
        assertThat(tested.find(early(1))).map(Release::key).contains(early(1));
        assertThat(tested.find(key(1))).isEmpty();
        tested.remove(early(1));
      }
    }
  }

  /** Also where the block came under the other key. */
  @Test
  default void aBlockHoldsForAllKeysOfARelease() {
    Change block = new Change(early(1), new Block("takedown", minute(5)));
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"), learnt(1), block)) {
      assertThat(tested.find(key(1))).isEmpty();
      assertThat(tested.found("sintel")).isEmpty();
    }
  }
}
