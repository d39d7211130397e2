package org.betor.core.internal.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.betor.api.spi.PageRequest.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.betor.api.spi.Page;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.SiteException.Reason;
import org.betor.api.spi.VisitEnded;
import org.betor.core.internal.fetch.LoopbackSite.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(30)
@Isolated
class FetchingTest {
  private static final int BOUND = 8 << 20;

  @TempDir private Path folder;
  private FetchingSetup setup;
  private LoopbackSite site;

  @BeforeEach
  void open() throws IOException {
    setup = new FetchingSetup(folder.resolve("pages"));
    site = setup.site;
  }

  @AfterEach
  void close() throws IOException {
    setup.close();
  }

  @Test
  void givesThePageAsTheServerAnswered() {
    site.page("/a", Reply.of(200, "hello", "Content-Type: text/plain", "X-Site: yes"));

    Page page = setup.fetcher().fetch(get(site.at("/a#part")));

    assertThat(page.address()).isEqualTo(site.at("/a"));
    assertThat(page.text()).isEqualTo("hello");
    assertThat(page.header("x-site")).contains("yes");
  }

  @Test
  void givesErrorsAsPagesToo() {
    site.page("/gone", Reply.of(410, "gone")).page("/closed", Reply.of(401, "who are you?"));

    assertThat(setup.fetcher().fetch(get(site.at("/gone"))).status()).isEqualTo(410);
    assertThat(setup.fetcher().fetch(get(site.at("/closed"))).status()).isEqualTo(401);
    assertThat(site.requests()).hasSize(2);
  }

  @Test
  void saysWhoAsks() {
    site.page("/", Reply.of(200, ""));

    setup
        .fetcher()
        .fetch(get(site.home()).header("user-agent", "Mozilla/5.0").referer(site.home()));

    assertThat(site.requests().get(0).headers().get("User-Agent"))
        .matches("Betor/\\d+\\.\\d+\\.\\d+\\S* \\(\\+https://betor\\.org\\)");
    assertThat(site.requests().get(0).headers()).containsEntry("Referer", site.home() + "");
  }

  @Test
  void decompresses() throws IOException {
    site.page(
        "/gzip",
        Reply.of(200, LoopbackSite.gzip("packed".getBytes(UTF_8)), "Content-Encoding: gzip"));
    site.page("/deflate", Reply.of(200, deflate("flat"), "Content-Encoding: deflate"));

    assertThat(setup.fetcher().fetch(get(site.at("/gzip"))).text()).isEqualTo("packed");
    assertThat(setup.fetcher().fetch(get(site.at("/deflate"))).text()).isEqualTo("flat");
    assertThat(site.requests().get(0).headers().get("Accept-Encoding")).contains("gzip", "deflate");
  }

  @Test
  void saysWhenItCannotDecompress() {
    site.page("/br", Reply.of(200, "?", "Content-Encoding: br"));
    site.page("/broken", Reply.of(200, "no gzip at all", "Content-Encoding: gzip"));

    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/br"))))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE))
        .hasMessageContainingAll("/br", "\"br\"");
    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/broken"))))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE));
  }

  @Test
  void takesABodyOfEightMebibytesAndNotAByteMore() {
    site.page("/largest", Reply.of(200, new byte[BOUND]));
    site.page("/larger", Reply.of(200, new byte[BOUND + 1]));

    assertThat(setup.fetcher().fetch(get(site.at("/largest"))).bytes()).hasSize(BOUND);
    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/larger"))))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE))
        .hasMessageContainingAll("/larger", "" + BOUND);
  }

  @Test
  void cutsAGzipBombWhileItDecompresses() throws IOException {
    site.page(
        "/bomb", Reply.of(200, LoopbackSite.gzip(new byte[8 * BOUND]), "Content-Encoding: gzip"));

    for (int i = 1; i <= 2; i++) {
      assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/bomb"))))
          .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREADABLE));
      assertThat(site.requests()).as("a cut body is not kept").hasSize(i);
    }
  }

  @Test
  void givesUpOnAnAnswerThatDoesNotEndInTime() throws Exception {
    var held = new CountDownLatch(1);
    site.page("/slow", beginsAndWaitsFor(held));
    setup.with(FetchingSetup.answerWithin(Duration.ofMillis(300)));

    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/slow"))))
        .isInstanceOfSatisfying(SiteException.class, e -> isReason(e, Reason.UNREACHABLE))
        .hasMessageContaining("in time");
    assertThat(site.requests()).as("time is up: no second try").hasSize(1);
    held.countDown();
  }

  @Test
  void asksForNoMoreThanTwoPagesAtOnce() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var pairs = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Future<Page>> pages = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String path = "/" + i;
      site.page(
          path,
          out -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            meet(pairs);
            inside.decrementAndGet();
            Reply.of(200, "").write(out);
          });
      pages.add(threads.submit(() -> setup.fetcher().fetch(get(site.at(path)))));
    }
    for (Future<Page> page : pages) {
      page.get();
    }
    threads.shutdown();

    assertThat(most).hasValue(2);
    assertThat(setup.time.pauses()).as("no pacing on this machine").isEmpty();
  }

  @Test
  void answersFromTheKeptCopyWhileAllPlacesAreTaken() throws Exception {
    var asked = new CountDownLatch(2);
    var held = new CountDownLatch(1);
    site.page("/kept", Reply.of(200, "kept"));
    site.page(
        "/slow",
        out -> {
          asked.countDown();
          held.await();
          Reply.of(200, "").write(out);
        });
    setup.fetcher().fetch(get(site.at("/kept")));
    List<Thread> slow = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      slow.add(new Thread(() -> setup.fetcher().fetch(get(site.at("/slow")))));
      slow.get(i).start();
    }
    asked.await();

    assertThat(setup.fetcher().fetch(get(site.at("/kept"))).text()).isEqualTo("kept");
    held.countDown();
    for (Thread thread : slow) {
      thread.join();
    }
  }

  @Test
  void stopsAtOnceWhenInterruptedWhileItFetches() throws Exception {
    var asked = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    site.page(
        "/slow",
        out -> {
          asked.countDown();
          beginsAndWaitsFor(held).write(out);
        });
    var flag =
        new FutureTask<>(
            () -> {
              assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at("/slow"))))
                  .isInstanceOf(VisitEnded.class);
              return Thread.currentThread().isInterrupted();
            });
    Thread thread = new Thread(flag);
    thread.start();
    asked.await();
    thread.interrupt();

    assertThat(flag.get()).isTrue();
    held.countDown();
  }

  @Test
  void fetchesNothingForAnInterruptedThread() {
    site.page("/", Reply.of(200, ""));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.home())))
        .isInstanceOf(VisitEnded.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void startsNothingBeforeTheFirstPage() {
    assertThat(folder.resolve("pages")).doesNotExist();
    assertThat(ownThreads()).isEmpty();
  }

  @Test
  void leavesNoThreadAfterClose() {
    site.page("/", Reply.of(200, "x"));
    setup.fetcher().fetch(get(site.home()));
    assertThat(ownThreads()).isNotEmpty();

    setup.fetching().close();

    assertThat(ownThreads()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> setup.fetcher().fetch(get(site.home())))
        .withMessageContaining("closed");
  }

  @Test
  void closesWhileAPageIsOnItsWay() throws Exception {
    var asked = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    site.page(
        "/slow",
        out -> {
          asked.countDown();
          beginsAndWaitsFor(held).write(out);
        });
    Thread thread = new Thread(() -> fetchAndIgnoreTheEnd("/slow"));
    thread.start();
    asked.await();

    setup.fetching().close();
    thread.interrupt();
    thread.join();

    assertThat(ownThreads()).isEmpty();
    held.countDown();
  }

  private void fetchAndIgnoreTheEnd(String path) {
    assertThatThrownBy(() -> setup.fetcher().fetch(get(site.at(path))))
        .isInstanceOf(RuntimeException.class);
  }

  private static Reply beginsAndWaitsFor(CountDownLatch latch) {
    return out -> {
      Reply.brokenOff().write(out);
      latch.await();
    };
  }

  private static void meet(CyclicBarrier others) throws InterruptedException {
    try {
      others.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void isReason(SiteException failure, Reason reason) {
    assertThat(failure.reason()).isEqualTo(reason);
  }

  private static List<String> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("betor-fetch"))
        .toList();
  }

  private static byte[] deflate(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
