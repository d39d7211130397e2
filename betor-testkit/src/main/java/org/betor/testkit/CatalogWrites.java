package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.betor.testkit.FreeFilms.change;
import static org.betor.testkit.FreeFilms.early;
import static org.betor.testkit.FreeFilms.key;
import static org.betor.testkit.FreeFilms.learnt;
import static org.betor.testkit.FreeFilms.listing;
import static org.betor.testkit.FreeFilms.minute;
import static org.betor.testkit.FreeFilms.swarm;
import static org.betor.testkit.FreeFilms.titled;
import static org.betor.testkit.TestedCatalog.ROOT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.betor.api.model.Block;
import org.betor.api.model.Contents;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Viewer;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.betor.api.spi.Hits;
import org.junit.jupiter.api.Test;

/** What a catalogue promises of writes: a part of {@link CatalogContract}. */
public interface CatalogWrites extends CatalogUnderTest {

  /** Nothing, and no exception. */
  @Test
  default void anEmptyCatalogueFindsNothing() {
    try (TestedCatalog tested = TestedCatalog.having(this)) {
      Catalog catalog = tested.catalog();
      CatalogQuery all = CatalogQuery.all().build();
      List<Release> scanned = new ArrayList<>();
      catalog.scan(scanned::add);

      assertThat(catalog.search(all, ROOT)).isEqualTo(Hits.NONE);
      assertThat(catalog.titles(all, ROOT)).isEmpty();
      assertThat(catalog.count(all, Facet.YEAR, 5, ROOT)).isEmpty();
      assertThat(catalog.find(key(1), ROOT)).isEmpty();
      assertThat(catalog.suggest("s", 5, ROOT)).isEmpty();
      assertThat(catalog.lacking(Swarm.class, Instant.MAX, 5)).isEmpty();
      assertThat(scanned).isEmpty();
    }
  }

  /** By key and by words. */
  @Test
  default void whatWasPutIsFoundAfterARefresh() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      assertThat(tested.find(key(1))).map(Release::title).contains("Sintel");
      assertThat(tested.found("sintel")).containsExactly(1);
    }
  }

  /** Whether it was refreshed before or not. */
  @Test
  default void whatWasPutIsThereAfterReopening() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"))) {
      tested.put(titled(2, "Metropolis"), swarm(1, 5, 5));
      tested.reopen();

      assertThat(tested.numbers(CatalogQuery.all())).containsExactlyInAnyOrder(1, 2);
      assertThat(tested.release(1).seeders()).hasValue(5);
    }
  }

  /** Sections of one batch, of later ones and of earlier runs are one release. */
  @Test
  default void writesMerge() {
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"), swarm(1, 5, 5))) {
      tested.put(change(1, new Contents("Sintel.mkv", List.of(), minute(2))));
      tested.reopen();
      tested.has(change(1, new TitleMatch(List.of(), "Sintel", minute(3))));

      assertThat(tested.release(1).sections())
          .extracting(section -> section.getClass().getSimpleName())
          .containsExactly("Swarm", "TitleMatch", "Contents", "Listing");
    }
  }

  /** A late old write changes nothing. */
  @Test
  default void theNewestSectionOfAKindWins() {
    try (TestedCatalog tested = TestedCatalog.having(this, swarm(1, 5, 5))) {
      tested.has(swarm(1, 4, 4));
      assertThat(tested.release(1).seeders()).hasValue(5);

      tested.has(swarm(1, 6, 6), swarm(1, 3, 3));
      assertThat(tested.release(1).seeders()).hasValue(6);
    }
  }

  /** Also where several are equally new, and where the same is written again. */
  @Test
  default void theSameWritesInAnyOrderGiveTheSameReleases() {
    List<Change> changes = new RandomFilms(new Random(7)).changes(60);
    List<Release> expected = scanned("sorted", changes);
    for (int order = 0; order < 5; order++) {
      List<Change> shuffled = new ArrayList<>(changes);
      shuffled.addAll(changes.subList(0, 20));
      Collections.shuffle(shuffled, new Random(order));
      assertThat(scanned("shuffled-" + order, shuffled))
          .as("releases after writes in order %d", order)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private List<Release> scanned(String name, List<Change> changes) {
    try (TestedCatalog tested = new TestedCatalog(this, name)) {
      for (int from = 0; from < changes.size(); from += 7) {
        tested.catalog().put(changes.subList(from, Math.min(changes.size(), from + 7)));
      }
      tested.catalog().refresh();
      List<Release> scanned = new ArrayList<>();
      tested.catalog().scan(scanned::add);
      return scanned;
    }
  }

  /** For good, until something is put again. */
  @Test
  default void whatWasRemovedIsGone() {
    try (TestedCatalog tested =
        TestedCatalog.having(this, titled(1, "Sintel"), titled(2, "Metropolis"))) {
      tested.remove(key(1), key(3));
      tested.reopen();
      assertThat(tested.find(key(1))).isEmpty();
      assertThat(tested.numbers(CatalogQuery.all())).containsExactly(2);

      tested.has(swarm(1, 1, 1));
      assertThat(tested.release(1).sections()).hasSize(1);
    }
  }

  /** To nobody, whatever is written later; a newer decision lifts it. */
  @Test
  default void aBlockedReleaseShowsToNobodyUntilItIsLifted() {
    Change block = change(1, new Block("takedown", minute(5)));
    try (TestedCatalog tested = TestedCatalog.having(this, titled(1, "Sintel"), block)) {
      tested.has(swarm(1, 1, 9));
      tested.reopen();
      assertThat(tested.find(key(1))).isEmpty();
      assertThat(tested.numbers(CatalogQuery.words("sintel"), ROOT)).isEmpty();

      tested.has(change(1, new Block("", minute(4))));
      assertThat(tested.find(key(1))).as("lifted before it was blocked").isEmpty();

      tested.has(change(1, new Block("", minute(6))));
      assertThat(tested.find(key(1))).isPresent();
    }
  }

  /** The newest. */
  @Test
  default void aReleaseKeepsThirtyTwoListings() {
    Change[] changes =
        IntStream.range(0, 40)
            .mapToObj(number -> change(1, listing(number, "Sintel " + number)))
            .toArray(Change[]::new);
    Collections.shuffle(Arrays.asList(changes), new Random(3));
    try (TestedCatalog tested = TestedCatalog.having(this, changes)) {
      assertThat(tested.release(1).listings())
          .extracting(Listing::seen)
          .hasSize(Release.MAX_LISTINGS)
          .startsWith(minute(39))
          .endsWith(minute(8));
    }
  }

  /** Nobody's write is lost. */
  @Test
  default void severalThreadsWriteToOneRelease() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (TestedCatalog tested = TestedCatalog.of(this)) {
      List<Callable<Boolean>> writes = new ArrayList<>();
      for (int number = 0; number < 30; number++) {
        Change change = change(1, listing(number, "Sintel"));
        writes.add(
            () -> {
              tested.has(change);
              return tested.find(key(1)).isPresent();
            });
      }
      for (Future<Boolean> found : threads.invokeAll(writes)) {
        assertThat(found.get()).isTrue();
      }
      assertThat(tested.release(1).listings()).hasSize(30);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Aliases come with their identity alone. */
  @Test
  default void aScanHandsOverEverything() {
    Change before = new Change(early(1), listing(2, "Sintel at the museum"));
    Change block = change(2, new Block("takedown", minute(5)));
    try (TestedCatalog tested =
        TestedCatalog.having(this, before, learnt(1), block, FreeFilms.level(3, 7))) {
      List<Release> scanned = new ArrayList<>();
      tested.catalog().scan(scanned::add);

      assertThat(scanned)
          .containsExactlyInAnyOrder(
              Release.of(key(1)).with(before.section()),
              Release.of(early(1)).with(learnt(1).section()),
              Release.of(key(2)).with(block.section()),
              Release.of(key(3)).with(FreeFilms.level(3, 7).section()));
    }
  }

  /** And closing again does nothing. */
  @Test
  default void aClosedCatalogueRefusesEverything() {
    Catalog catalog = open("tested");
    catalog.close();
    catalog.close();

    CatalogQuery all = CatalogQuery.all().build();
    List<ThrowingCallable> calls =
        List.of(
            () -> catalog.put(List.of(titled(1, "Sintel"))),
            catalog::refresh,
            () -> catalog.find(key(1), Viewer.ANYONE),
            () -> catalog.search(all, Viewer.ANYONE),
            () -> catalog.titles(all, Viewer.ANYONE),
            () -> catalog.count(all, Facet.TAG, 1, Viewer.ANYONE),
            () -> catalog.suggest("s", 1, Viewer.ANYONE),
            () -> catalog.lacking(Swarm.class, Instant.MAX, 1),
            () -> catalog.scan(release -> {}),
            () -> catalog.remove(List.of(key(1))));
    for (ThrowingCallable call : calls) {
      assertThatIllegalStateException().isThrownBy(call);
    }
  }
}
