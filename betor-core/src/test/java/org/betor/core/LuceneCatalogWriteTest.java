package org.betor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.betor.api.model.Contents;
import org.betor.api.model.Listing;
import org.betor.api.model.Offer;
import org.betor.api.model.Post;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.Swarm;
import org.betor.api.model.TitleMatch;
import org.betor.api.model.Upload;
import org.betor.api.model.Viewer;
import org.betor.api.spi.CatalogQuery;
import org.betor.api.spi.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogWriteTest {
  private static final Viewer ROOT = new Viewer("root", Integer.MAX_VALUE - 1);

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
  void sectionsOfOneBatchOfLaterBatchesAndOfEarlierRunsMerge() {
    List<Section> all = Films.everything();
    put(all.get(0), all.get(1));
    put(all.get(2));
    catalog.refresh();
    put(all.get(3));
    reopen();
    put(all.subList(4, all.size()).toArray(Section[]::new));

    assertThat(release()).isEqualTo(Release.of(Films.key(1)).with(all));
  }

  /** So that opening after a kill has little to do. */
  @Test
  void whatIsShownAfterALargePutIsCommitted() throws IOException {
    Random random = new Random(5);
    catalog.put(
        IntStream.range(0, 100)
            .mapToObj(number -> new Change(Films.key(number), largeContents(random)))
            .toList());
    Path log = directory.resolve("changes-1.log");
    assertThat(log).exists();

    catalog.refresh();
    put(Films.everything().get(0)); // behind the commit, in a log of its own
    catalog.refresh();

    assertThat(log).doesNotExist();
    assertThat(directory.resolve("changes-2.log")).exists();
  }

  private static Contents largeContents(Random random) {
    List<Contents.File> files = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      files.add(new Contents.File("%016x%016x".formatted(random.nextLong(), random.nextLong()), 1));
    }
    return new Contents("Sintel", files, Films.NOON);
  }

  @Test
  void theSameChangesInAnyOrderGiveEqualReleases() {
    Random random = new Random(3);
    for (int round = 0; round < 6; round++) {
      ReleaseKey key = Films.key(round);
      List<Section> written = someSections(random);
      Release expected = Release.of(key).with(written);
      for (int order = 0; order < 2; order++) {
        Collections.shuffle(written, random);
        putInPieces(key, written, random);
        catalog.refresh();
        assertThat(catalog.find(key, ROOT)).contains(expected);
        catalog.remove(order == 0 ? List.of(key) : List.of());
      }
    }
  }

  private void putInPieces(ReleaseKey key, List<Section> sections, Random random) {
    for (int from = 0; from < sections.size(); ) {
      int to = Math.min(sections.size(), from + 1 + random.nextInt(12));
      catalog.put(
          sections.subList(from, to).stream().map(section -> new Change(key, section)).toList());
      if (random.nextInt(3) == 0) {
        catalog.refresh();
      }
      from = to;
    }
  }

  /** More listings than are kept, and few distinct times, so that many are equally new. */
  private static List<Section> someSections(Random random) {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant seen = Films.minute(random.nextInt(8));
      int number = random.nextInt(45);
      Post post = Films.post(number, "Sintel " + random.nextInt(3)).build();
      sections.add(
          switch (random.nextInt(10)) {
            case 0 -> new Swarm(random.nextInt(9), 0, seen);
            case 1 -> new Upload("durian", random.nextInt(4), seen);
            case 2 -> new TitleMatch(List.of(), "Sintel " + random.nextInt(9), seen);
            case 3 -> new Contents("Sintel " + random.nextInt(9), List.of(), seen);
            default -> new Listing("films", post, Offer.of(Films.magnet(number)).build(), seen);
          });
    }
    return sections;
  }

  @Test
  void threadsThatWriteToTheSameReleaseLoseNothing() throws Exception {
    int threads = 2;
    int each = 15;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread * each;
        done.add(
            executor.submit(
                () -> {
                  start.await();
                  IntStream.range(first, first + each).forEach(this::putListingOfFirstRelease);
                  return null;
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(release().listings()).hasSize(threads * each);
  }

  private void putListingOfFirstRelease(int number) {
    put(Films.listing(number, Films.post(number, "Sintel").build()));
    if (number % 4 == 0) {
      catalog.refresh();
    }
  }

  @Test
  void anInterruptedWriterWritesAllTheSameAndStaysInterrupted() throws Exception {
    List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 20; i++) {
                catalog.put(List.of(Films.titled(i, "Sintel")));
                interrupted.add(Thread.interrupted());
              }
            });
    writer.start();
    while (writer.isAlive()) {
      writer.interrupt();
      writer.join(1);
    }
    catalog.refresh();

    assertThat(interrupted).hasSize(20).contains(true);
    assertThat(catalog.search(CatalogQuery.all().build(), ROOT).total()).isEqualTo(20);
  }

  @Test
  void whatWasRemovedIsGoneForGoodUntilItIsPutAgain() {
    put(new Swarm(1, 1, Films.NOON), new Upload("durian", 0, Films.NOON));
    catalog.remove(List.of(Films.key(1), Films.key(2)));
    reopen();
    assertThat(catalog.find(Films.key(1), ROOT)).isEmpty();

    put(new Swarm(2, 2, Films.NOON));
    catalog.remove(List.of(Films.key(1)));
    put(new TitleMatch(List.of(), "Sintel", Films.NOON));

    assertThat(release().sections()).hasSize(1);
  }

  @Test
  void aBatchOfNothingChangesNothing() {
    catalog.put(List.of());
    catalog.remove(List.of());
    catalog.refresh();

    assertThat(catalog.search(CatalogQuery.all().build(), ROOT).total()).isZero();
  }

  @Test
  void extremeValuesAreKept() {
    Post post = Post.at(URI.create("x:" + "y".repeat(40_000)), "s".repeat(40_000)).build();
    String provider = "p".repeat(40_000);
    put(
        new Listing(provider, post, Offer.of(Films.magnet(1)).build(), Instant.MIN),
        new Contents("", Collections.nCopies(20_000, new Contents.File("a", 1)), Instant.MAX));
    reopen();

    assertThat(release().providers()).containsExactly(provider);
    assertThat(release().sizeBytes()).hasValue(20_000);
  }

  private void put(Section... sections) {
    catalog.put(Stream.of(sections).map(section -> new Change(Films.key(1), section)).toList());
  }

  private Release release() {
    catalog.refresh();
    return catalog.find(Films.key(1), ROOT).orElseThrow();
  }

  private void reopen() {
    catalog.close();
    open();
  }
}
