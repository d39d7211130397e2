package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.betor.api.model.Contents;
import org.betor.api.model.Identity;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.betor.api.spi.Facet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogIdentityTest {
  private static final Viewer ROOT = new Viewer("root", Integer.MAX_VALUE - 1);
  private static final ReleaseKey OLD = ReleaseKey.of("films", "1");
  private static final ReleaseKey LEAD = Films.key(1);
  private static final Section LISTING = Films.listing(7, Films.post(7, "Sintel").build());

  @TempDir Path directory;
  private LuceneCatalog catalog;

  @BeforeEach
  void open() {
    catalog = LuceneCatalog.open(directory);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void aReleaseWhoseInfoHashIsLearntIsFoundOnceAndUnderBothKeys() {
    put(new Change(OLD, LISTING));
    put(new Change(LEAD, new Swarm(3, 0, Films.NOON)));
    put(identity(OLD, 1, 0));

    Release joined = Release.of(LEAD).with(LISTING).with(new Swarm(3, 0, Films.NOON));
    assertThat(catalog.find(OLD, Viewer.ANYONE)).contains(joined);
    assertThat(catalog.find(LEAD, Viewer.ANYONE)).contains(joined);
    assertThat(catalog.search(CatalogQuery.words("sintel").build(), Viewer.ANYONE).releases())
        .containsExactly(joined);
    assertThat(catalog.search(CatalogQuery.all().build(), ROOT).total()).isOne();
    assertThat(catalog.count(CatalogQuery.all().build(), Facet.PROVIDER, 9, ROOT))
        .containsExactly(new Facet.Count("films", 1));
  }

  @Test
  void whatIsPutLaterUnderTheOldKeyFlowsToTheNewOne() {
    put(identity(OLD, 1, 0));
    assertThat(catalog.find(OLD, ROOT)).isEmpty();

    put(new Change(OLD, LISTING));
    put(new Change(OLD, new Upload("durian", 5, Films.NOON)));

    assertThat(catalog.find(LEAD, ROOT).orElseThrow().listings()).hasSize(1);
    assertThat(catalog.find(LEAD, Viewer.ANYONE)).isEmpty();
    assertThat(catalog.search(CatalogQuery.all().build(), Viewer.ANYONE).total()).isZero();
  }

  @Test
  void removingEitherKeyRemovesBoth() {
    for (ReleaseKey removed : List.of(OLD, LEAD)) {
      put(new Change(OLD, LISTING), identity(OLD, 1, 0));
      put(new Change(LEAD, new Swarm(3, 0, Films.NOON)));
      catalog.remove(List.of(removed));
      put(new Change(LEAD, new Contents("Sintel", List.of(), Films.NOON)));

      assertThat(catalog.find(LEAD, ROOT).orElseThrow().sections()).hasSize(1);
      assertThat(catalog.find(OLD, ROOT)).isEmpty();
      assertThat(scanned()).containsOnlyKeys(LEAD);
      catalog.remove(List.of(LEAD));
    }
  }

  @Test
  void aKillBetweenCommitAndForgettingAppliesNoRemovalTwice() throws IOException {
    put(new Change(OLD, LISTING));
    close();
    open();
    catalog.remove(List.of(LEAD));
    put(identity(OLD, 1, 0));
    Path log;
    try (Stream<Path> files = Files.list(directory)) {
      log = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
    byte[] entries = Files.readAllBytes(log);
    close();
    Files.write(log, entries);
    open();

    assertThat(catalog.find(LEAD, ROOT)).contains(Release.of(LEAD).with(LISTING));
    assertThat(log).doesNotExist();
  }

  @Test
  void anAliasIsScannedWithItsIdentityAloneAndIsNobodysWork() {
    put(new Change(OLD, LISTING), identity(OLD, 1, 0), Films.titled(2, "Nosferatu"));
    put(new Change(ReleaseKey.of("films", "3"), LISTING));

    assertThat(scanned())
        .hasSize(4)
        .containsEntry(OLD, Release.of(OLD).with(identity(OLD, 1, 0).section()))
        .containsEntry(LEAD, Release.of(LEAD).with(LISTING));
    assertThat(catalog.lacking(Swarm.class, Instant.MAX, 9))
        .containsExactlyInAnyOrder(LEAD, Films.key(2), ReleaseKey.of("films", "3"));
    assertThat(catalog.lacking(Identity.class, Instant.MAX, 9))
        .containsExactly(ReleaseKey.of("films", "3"));
  }

  @Test
  void aCopyOfAScanAnswersTheSame() {
    put(new Change(OLD, LISTING), identity(OLD, 1, 0), Films.titled(2, "Nosferatu"));
    try (LuceneCatalog copy = LuceneCatalog.open(directory.resolve("copy"))) {
      catalog.scan(
          release ->
              copy.put(
                  release.sections().stream().map(s -> new Change(release.key(), s)).toList()));
      copy.refresh();

      assertThat(copy.find(OLD, ROOT)).isEqualTo(catalog.find(OLD, ROOT)).isPresent();
    }
  }

  @Test
  void aNewerIdentityMovesARelease() {
    put(new Change(OLD, LISTING), identity(OLD, 1, 0), Films.titled(1, "Nosferatu"));
    put(identity(OLD, 2, 1));

    assertThat(catalog.find(LEAD, ROOT).orElseThrow().title()).isEqualTo("Nosferatu");
    assertThat(catalog.find(Films.key(2), ROOT)).contains(Release.of(Films.key(2)).with(LISTING));
  }

  @Test
  void atMostSoManyListingsOfBothAreKept() {
    List<Change> changes = new ArrayList<>(List.of(identity(OLD, 1, 0)));
    for (int number = 0; number < 50; number++) {
      Listing listing = Films.listing(number, Films.post(number, "Sintel").build());
      changes.add(new Change(number % 2 == 0 ? OLD : LEAD, listing));
    }
    put(changes.toArray(Change[]::new));

    assertThat(catalog.find(OLD, ROOT).orElseThrow().listings())
        .hasSize(Release.MAX_LISTINGS)
        .extracting(Listing::seen)
        .startsWith(Films.minute(49))
        .endsWith(Films.minute(18));
  }

  @Test
  void ringsOfIdentitiesAreOneRelease() {
    ReleaseKey v2 = new ReleaseKey("btmh:" + "a".repeat(64));
    ReleaseKey other = new ReleaseKey("btmh:" + "b".repeat(64));
    put(new Change(v2, LISTING), new Change(v2, new Identity(other.infoHash().get(), Films.NOON)));
    put(new Change(other, new Identity(v2.infoHash().get(), Films.NOON)));

    assertThat(catalog.find(v2, ROOT)).isPresent();
    assertThat(catalog.find(other, ROOT)).isEqualTo(catalog.find(v2, ROOT));
    catalog.remove(List.of(other));
    catalog.refresh();
    assertThat(scanned()).isEmpty();
  }

  /**
   * Few keys, of which every other turns out to be one of a few torrents, and may change its mind.
   */
  @Test
  void anyOrderOfWritesGivesTheSame() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      List<Change> changes = someChanges(random);
      Map<ReleaseKey, Release> first = Map.of();
      for (int order = 0; order < 3; order++) {
        Path folder = directory.resolve(round + "-" + order);
        Collections.shuffle(changes, random);
        Map<ReleaseKey, Release> result = scannedAfter(folder, changes, random);
        if (order == 0) {
          first = result;
        }
        assertThat(result).as("seed %d, round %d", seed, round).isEqualTo(first);
      }
    }
  }

  private static List<Change> someChanges(Random random) {
    ReleaseKey v2 = new ReleaseKey("btmh:" + "a".repeat(64));
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant seen = Films.minute(i); // no two say different things at one time
      ReleaseKey old = ReleaseKey.of("films", "" + random.nextInt(4));
      ReleaseKey key = random.nextBoolean() ? old : Films.key(random.nextInt(3));
      int number = random.nextInt(9);
      changes.add(
          switch (random.nextInt(6)) {
            case 0 -> new Change(old, new Identity(Films.hash(random.nextInt(3)), seen));
            case 1 -> new Change(old, new Identity(v2.infoHash().get(), seen));
            case 2 -> new Change(v2, new Identity(Films.hash(random.nextInt(3)), seen));
            case 3 -> new Change(key, new Swarm(number, 0, seen));
            case 4 -> new Change(key, new Upload("durian", number, seen));
            default ->
                new Change(
                    key,
                    new Listing(
                        "films",
                        Films.post(number, "Sintel " + i).build(),
                        Offer.of(Films.magnet(number)).build(),
                        seen));
          });
    }
    return changes;
  }

  private static Map<ReleaseKey, Release> scannedAfter(
      Path folder, List<Change> changes, Random random) {
    LuceneCatalog written = LuceneCatalog.open(folder);
    try {
      for (int from = 0; from < changes.size(); ) {
        int to = Math.min(changes.size(), from + 1 + random.nextInt(12));
        written.put(changes.subList(from, to));
        from = to;
        if (random.nextInt(3) == 0) {
          written.refresh();
        } else if (random.nextInt(4) == 0) {
          written.close();
          written = LuceneCatalog.open(folder);
        }
      }
      written.refresh();
      assertThat(written.verify()).isEmpty();
      return scanned(written);
    } finally {
      written.close();
    }
  }

  private Map<ReleaseKey, Release> scanned() {
    return scanned(catalog);
  }

  private static Map<ReleaseKey, Release> scanned(LuceneCatalog catalog) {
    Map<ReleaseKey, Release> all = new TreeMap<>(Comparator.comparing(ReleaseKey::value));
    catalog.scan(release -> assertThat(all.put(release.key(), release)).isNull());
    return all;
  }

  private void put(Change... changes) {
    catalog.put(List.of(changes));
    catalog.refresh();
  }

  private static Change identity(ReleaseKey key, int number, int minute) {
    return new Change(key, new Identity(Films.hash(number), Films.minute(minute)));
  }
}
