package org.betor.mods.internal.archive;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongConsumer;
import org.betor.mods.Compression;
import org.betor.mods.ModArchive;

/**
 * Packs a folder into a ZIP. The same files give the same bytes: they are in the order of their
 * names, all of the same time and attributes, and cut where their bytes say, not the threads.
 * Folders without files are not kept.
 *
 * <p>Memory: about 40 MB for each thread, and 35 MB, however large the files are. Any number of
 * calls may run at once, each with its own threads and for another archive.
 */
public final class Packer {
  private final Compression compression;
  private final int threads;

  /**
   * Packs with so many threads, besides the one that calls.
   *
   * @param threads at least 1
   */
  public Packer(Compression compression, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("packing needs a thread, got " + threads);
    }
    this.compression = compression;
    this.threads = threads;
  }

  /** Packs with a thread for each core. */
  public static Packer onAllCores(Compression compression) {
    return new Packer(compression, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Packs the files below a folder. They are written beside the archive ({@code .part}, {@code
   * .spill}), read back and compared with their checksums, and only then moved to where they
   * belong; an archive that is there already is replaced. If it fails or is interrupted, nothing is
   * left.
   *
   * @param bytes is told how many bytes of the files were compressed, again and again, on this
   *     thread
   * @throws org.betor.api.mod.ModException if a file's name is not safe, or there is no file
   * @throws IOException if it cannot be read or written, or reads back as something else
   */
  public Packed pack(Path folder, Path zip, LongConsumer bytes)
      throws IOException, InterruptedException {
    SourceFiles source = SourceFiles.below(folder);
    Path part = zip.resolveSibling(zip.getFileName() + ".part");
    try (Workers workers = new Workers(threads)) {
      Packed packed = write(source, part, workers, bytes);
      check(part, packed, workers);
      Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return packed;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw (InterruptedException) new InterruptedException("packing was interrupted").initCause(e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Packed write(SourceFiles source, Path part, Workers workers, LongConsumer bytes)
      throws IOException, InterruptedException {
    Path spill = part.resolveSibling(part.getFileName() + ".spill");
    try (ZipOutput zip = new ZipOutput(part, spill)) {
      List<PackedFile> files =
          new Packing<>(Coder.of(compression), workers, zip, bytes).pack(source.files);
      String sha256 = zip.finish();
      long plain = files.stream().mapToLong(PackedFile::size).sum();
      return new Packed(files, source.leftOut, plain, Files.size(part), sha256, Sha256.of(files));
    }
  }

  private static void check(Path part, Packed packed, Workers workers)
      throws IOException, InterruptedException {
    ModArchive.Limits limits = new ModArchive.Limits(packed.plainBytes(), packed.files().size());
    try (ModArchive archive = ModArchive.open(part, limits)) {
      new WrittenArchive(archive, packed).check(workers);
    }
  }
}
