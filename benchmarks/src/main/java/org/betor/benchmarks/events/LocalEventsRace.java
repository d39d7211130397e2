package org.betor.benchmarks.events;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.betor.api.spi.Event;
import org.betor.api.spi.EventChannel;
import org.betor.api.spi.Interest;
import org.betor.benchmarks.Figures;
import org.betor.benchmarks.ScratchFolder;
import org.betor.events.LocalEvents;

/**
 * Durable events a second within one application, with a group that gets them meanwhile: in lists
 * of 500 by one thread, and one by one by many threads; beside the same bytes appended to a file
 * and forced to the disk.
 */
public final class LocalEventsRace {
  private static final int EVENTS = 200_000;
  private static final int SINGLE_EVENTS = 40_000;
  private static final int BATCH = 500;
  private static final int THREADS = 64;
  private static final int RUNS = 5;

  private LocalEventsRace() {}

  /** Runs it, and prints medians. */
  public static void main(String[] arguments) throws Exception {
    List<Event> events = Watching.events(EVENTS);
    List<Double> bare = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    List<Double> lists = new ArrayList<>();
    List<Double> handled = new ArrayList<>();
    List<Double> single = new ArrayList<>();
    for (int run = -1; run < RUNS; run++) { // the first is a warm-up
      double appended = bare(events);
      double unheard = published(events, 0)[0];
      double[] heard = published(events, 1);
      double oneByOne = oneByOne(events.subList(0, SINGLE_EVENTS));
      if (run >= 0) {
        bare.add(appended);
        alone.add(unheard);
        lists.add(heard[0]);
        handled.add(heard[1]);
        single.add(oneByOne);
      }
    }
    print("bare: lists of 500 appended and forced", bare);
    print("published in lists of 500", alone);
    print("the same while a group gets them", lists);
    print("until that group had them all", handled);
    print("published one by one by 64 threads", single);
  }

  private static double bare(List<Event> events) throws Exception {
    Path file = Files.createTempFile("betor-events", ".bare");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      for (List<Event> batch : Watching.batches(events, BATCH)) {
        StringBuilder bytes = new StringBuilder();
        for (Event event : batch) {
          bytes
              .append(event.id())
              .append(event.type())
              .append(event.source())
              .append(event.time())
              .append(event.subject())
              .append(event.json());
        }
        channel.write(ByteBuffer.wrap(bytes.toString().getBytes(StandardCharsets.UTF_8)));
        channel.force(false);
      }
      return perSecond(events.size(), start);
    } finally {
      Files.delete(file);
    }
  }

  /** How fast they were published, and how fast they were handled. */
  private static double[] published(List<Event> events, int groups) throws Exception {
    try (ScratchFolder folder = ScratchFolder.of("betor-events");
        EventChannel channel = LocalEvents.open(folder.path())) {
      CountDownLatch handled = new CountDownLatch(groups * events.size());
      for (int group = 0; group < groups; group++) {
        channel.subscribe(Interest.of("group-" + group), event -> handled.countDown());
      }
      long start = System.nanoTime();
      Watching.batches(events, BATCH).forEach(channel::publish);
      double published = perSecond(events.size(), start);
      handled.await();
      return new double[] {published, perSecond(events.size(), start)};
    }
  }

  private static double oneByOne(List<Event> events) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (ScratchFolder folder = ScratchFolder.of("betor-events");
        EventChannel channel = LocalEvents.open(folder.path())) {
      List<Callable<Integer>> work =
          IntStream.range(0, THREADS)
              .<Callable<Integer>>mapToObj(thread -> () -> publish(channel, events, thread))
              .toList();
      long start = System.nanoTime();
      int published = 0;
      for (Future<Integer> each : threads.invokeAll(work)) {
        published += each.get();
      }
      return perSecond(published, start);
    } finally {
      threads.shutdown();
    }
  }

  private static int publish(EventChannel channel, List<Event> events, int thread) {
    int published = 0;
    for (int number = thread; number < events.size(); number += THREADS) {
      channel.publish(events.get(number));
      published++;
    }
    return published;
  }

  private static double perSecond(int events, long start) {
    return events / ((System.nanoTime() - start) / 1e9);
  }

  private static void print(String what, List<Double> figures) {
    System.out.printf(
        Locale.ROOT,
        "%-42s %8.0f events/s (%.0f to %.0f)%n",
        what,
        Figures.median(figures),
        Figures.percentile(figures, 0),
        Figures.percentile(figures, 100));
  }
}
