package org.betor.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two hundred clients report at once through two instances, each report perhaps twice. */
class ManyReportsTest {
  private static final int CLIENTS = 200;
  private static final int REPORTS = 100_000;
  private static final int THREADS = 8;
  private static final int TWICE_OF_TEN = 2;

  private final Community community = community();
  private final Random random = new Random(11);

  @AfterEach
  void close() throws SQLException {
    community.close();
  }

  @Test
  void theTotalsAreExact() throws Exception {
    List<Client> clients =
        IntStream.range(0, CLIENTS).mapToObj(number -> new Client(community, number)).toList();
    List<Sent> arriving = new ArrayList<>();
    while (arriving.size() < REPORTS) {
      for (Client client : clients) {
        Sent sent = new Sent(client.user, client.next(random));
        arriving.add(sent);
        if (random.nextInt(10) < TWICE_OF_TEN) {
          arriving.add(sent);
        }
      }
    }
    Collections.shuffle(arriving, random);

    try (Accounts other = community.settings().open()) {
      deliver(arriving, List.of(community.accounts.ratios(), other.ratios()));
    }

    for (Client client : clients) {
      Standing standing = community.accounts.ratios().standing(client.user);
      assertThat(standing.uploadedBytes()).isEqualTo(client.up);
      assertThat(standing.downloadedBytes()).isEqualTo(client.down);
    }
  }

  private static void deliver(List<Sent> arriving, List<Ratios> instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread;
        Ratios instance = instances.get(thread % instances.size());
        done.add(
            threads.submit(
                () -> {
                  for (int next = first; next < arriving.size(); next += THREADS) {
                    instance.report(arriving.get(next).user, arriving.get(next).report);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  Community community() {
    return new Community();
  }

  private record Sent(UserId user, TrafficReport report) {}

  /** Somebody whose client transfers something between any two reports. */
  private static final class Client {
    private final UserId user;
    private final UUID session;
    private long sequence;
    private long up;
    private long down;

    Client(Community community, int number) {
      user = community.person("client" + number, Role.USER).id();
      session = Reports.session(community.time.instant(), number);
    }

    TrafficReport next(Random random) {
      sequence++;
      up += random.nextInt(1_000);
      down += random.nextInt(1_000);
      return Reports.report(session, Reports.SINTEL, sequence, up, down);
    }
  }
}
