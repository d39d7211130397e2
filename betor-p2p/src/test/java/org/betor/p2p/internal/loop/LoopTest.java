package org.betor.p2p.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Loop loop = open();
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void runsTasksInTheirOrderOnItsThread() throws Exception {
    loop.execute(() -> seen.add("first " + loop.inLoop()));
    loop.execute(() -> seen.add("second"));

    assertThat(next(2)).containsExactly("first true", "second");
    assertThat(loop.inLoop()).isFalse();
  }

  @Test
  void runsTimersByTheirTimeAndNotThoseThatWereCancelled() throws Exception {
    loop.execute(
        () -> {
          loop.after(Duration.ofMillis(30), () -> seen.add("later"));
          loop.after(Duration.ofMillis(5), () -> seen.add("sooner"));
          loop.after(Duration.ofMillis(10), () -> seen.add("never")).cancel();
        });

    assertThat(next(2)).containsExactly("sooner", "later");
  }

  @Test
  void goesOnAfterATaskThatThrows() throws Exception {
    loop.execute(
        () -> {
          throw new IllegalStateException("thrown by a test");
        });
    loop.execute(() -> seen.add("still here"));

    assertThat(next(1)).containsExactly("still here");
  }

  @Test
  void closesAChannelWhoseEventsCannotBeDealtWithAndGoesOn() throws Exception {
    ServerSocketChannel server = listen();
    loop.execute(
        () ->
            register(
                server,
                key -> {
                  seen.add("event");
                  throw new IOException("thrown by a test");
                }));

    try (Socket socket = new Socket()) {
      socket.connect(server.getLocalAddress());
      assertThat(next(1)).containsExactly("event");
    }
    loop.execute(() -> seen.add("still here"));
    assertThat(next(1)).containsExactly("still here");
    assertThat(server.isOpen()).isFalse();
  }

  @Test
  void closesItsChannelsAndEndsItsThread() throws Exception {
    ServerSocketChannel server = listen();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    loop.execute(
        () -> {
          register(server, key -> {});
          thread.complete(Thread.currentThread());
        });

    Thread itsThread = thread.get(10, TimeUnit.SECONDS);
    loop.close();

    assertThat(server.isOpen()).isFalse();
    assertThat(itsThread.isAlive()).isFalse();
  }

  private void register(ServerSocketChannel server, Loop.Ready ready) {
    try {
      loop.register(server, SelectionKey.OP_ACCEPT, ready);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> next(int count) throws InterruptedException {
    List<String> next = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      next.add(String.valueOf(seen.poll(10, TimeUnit.SECONDS)));
    }
    return next;
  }

  private static ServerSocketChannel listen() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static Loop open() {
    try {
      return Loop.open("loop under test");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
