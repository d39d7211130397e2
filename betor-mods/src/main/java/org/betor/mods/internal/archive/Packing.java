package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.betor.mods.internal.archive.Coder.Cutter;
import org.betor.mods.internal.archive.Coder.Joiner;

/**
 * Reads files, has their pieces compressed, and writes them in order. Only so many pieces are on
 * their way at a time, of one file or of many.
 *
 * @param <P> a compressed piece
 */
final class Packing<P> {
  private static final int STEPS_FOR_EACH_THREAD = 4;

  private final Coder<P> coder;
  private final Workers workers;
  private final ZipOutput zip;
  private final LongConsumer progress;
  private final byte[] buffer = new byte[1 << 16];
  private final Queue<Step> steps = new ArrayDeque<>();
  private final List<PackedFile> packed = new ArrayList<>();
  private Joiner<P> joiner;
  private long bytesRead;

  Packing(Coder<P> coder, Workers workers, ZipOutput zip, LongConsumer progress) {
    this.coder = coder;
    this.workers = workers;
    this.zip = zip;
    this.progress = progress;
    joiner = coder.joiner(zip.compressed());
  }

  List<PackedFile> pack(List<SourceFile> files) throws IOException, InterruptedException {
    for (SourceFile file : files) {
      read(file);
    }
    takeUntil(0);
    return packed;
  }

  private void read(SourceFile file) throws IOException, InterruptedException {
    Cutter<P> cutter = coder.cutter(file.size());
    Fingerprint fingerprint = new Fingerprint();
    try (InputStream in = file.open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        fingerprint.add(buffer, count);
        cut(cutter, count);
      }
    }
    compress(cutter.cut(true));
    end(fingerprint.of(file.name()));
  }

  private void cut(Cutter<P> cutter, int count) throws IOException, InterruptedException {
    int at = cutter.add(buffer, 0, count);
    while (at < count) {
      compress(cutter.cut(false));
      at = cutter.add(buffer, at, count);
    }
    bytesRead += count;
  }

  private void compress(Optional<Callable<P>> piece) throws IOException, InterruptedException {
    if (piece.isPresent()) {
      Future<P> compressed = workers.start(piece.get());
      long soFar = bytesRead;
      enqueue(
          () -> {
            joiner.add(Workers.await(compressed));
            progress.accept(soFar);
          });
    }
  }

  private void end(PackedFile file) throws IOException, InterruptedException {
    enqueue(
        () -> {
          joiner.finish();
          zip.add(file, coder.method());
          packed.add(file);
          joiner = coder.joiner(zip.compressed());
        });
  }

  private void enqueue(Step step) throws IOException, InterruptedException {
    takeUntil(STEPS_FOR_EACH_THREAD * (workers.count() + 1) - 1);
    steps.add(step);
  }

  private void takeUntil(int left) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("packing was interrupted");
    }
    while (steps.size() > left) {
      steps.remove().take();
    }
  }

  /** What is to be done when all before it is. */
  private interface Step {
    void take() throws IOException, InterruptedException;
  }
}
