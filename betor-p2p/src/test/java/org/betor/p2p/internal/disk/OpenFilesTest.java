package org.betor.p2p.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenFilesTest {
  private static final int MOST = 3;
  private static final int FILES = 12;

  private final OpenFiles files = new OpenFiles(MOST);
  private final Set<FileChannel> seen = ConcurrentHashMap.newKeySet();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void keepsOpenNoMoreThanItMay() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      write(random.nextInt(FILES), i);
      assertThat(open()).isLessThanOrEqualTo(MOST);
    }
  }

  @Test
  void keepsThoseOpenThatWereUsedLast() throws Exception {
    write(0, 1);
    write(1, 1);
    write(2, 1);
    write(0, 2);
    write(3, 1);

    assertThat(seen).hasSize(4);
    write(0, 3);
    assertThat(seen).hasSize(4); // it was still open
    write(1, 2);
    assertThat(seen).hasSize(5); // it was not
  }

  @Test
  void closesNoFileThatIsInUse() throws Exception {
    List<FileChannel> used = new ArrayList<>();
    files.writing(
        folder,
        file(0),
        channel -> {
          used.add(channel);
          for (int i = 1; i < FILES; i++) {
            write(i, 1);
          }
          files.close(folder);
          assertThat(channel.isOpen()).isTrue();
        });

    assertThat(used.get(0).isOpen()).isFalse();
    assertThat(open()).isZero();
  }

  @Test
  void opensAFileAgainAfterItWasClosed() throws Exception {
    write(0, 5);
    files.close(file(0));
    assertThat(open()).isZero();

    assertThat(read(0)).isEqualTo(5);
    files.close();
    assertThat(open()).isZero();
    assertThat(read(0)).isEqualTo(5);
  }

  @Test
  void closesTheFilesOfAFolderAndNoOthers() throws Exception {
    Path one = folder.resolve("Sintel/film");
    Path other = folder.resolve("Sintel 2/film");
    files.writing(folder, one, seen::add);
    files.writing(folder, other, seen::add);

    files.close(folder.resolve("Sintel"));

    assertThat(open()).isOne();
    files.writing(folder, other, seen::add);
    assertThat(seen).hasSize(2);
  }

  @Test
  void isNotSpoiltByAThreadThatIsInterrupted() throws Exception {
    write(0, 5);
    assertThat(read(0)).isEqualTo(5);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(ClosedByInterruptException.class).isThrownBy(() -> read(0));
    assertThat(Thread.interrupted()).isTrue();

    assertThat(read(0)).isEqualTo(5);
  }

  @Test
  void servesSeveralThreadsWithoutMixingFiles() throws Exception {
    for (int i = 0; i < FILES; i++) {
      write(i, i);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Set<Future<?>> running = new LinkedHashSet<>();
      for (int thread = 0; thread < 4; thread++) {
        long seed = thread;
        running.add(
            threads.submit(
                () -> {
                  Random random = new Random(seed);
                  for (int i = 0; i < 500; i++) {
                    int file = random.nextInt(FILES);
                    assertThat(read(file)).isEqualTo(file);
                    if (i % 50 == 0) {
                      files.close(folder);
                    }
                  }
                  return true;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(open()).isLessThanOrEqualTo(MOST);
  }

  private long open() {
    return seen.stream().filter(FileChannel::isOpen).count();
  }

  private Path file(int number) {
    return folder.resolve("film " + number);
  }

  private void write(int file, int number) throws IOException {
    files.writing(
        folder,
        file(file),
        channel -> {
          seen.add(channel);
          channel.write(ByteBuffer.allocate(4).putInt(0, number), 0);
        });
  }

  private int read(int file) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(4);
    files.reading(
        file(file),
        channel -> {
          seen.add(channel);
          channel.read(number, 0);
        });
    return number.getInt(0);
  }
}
