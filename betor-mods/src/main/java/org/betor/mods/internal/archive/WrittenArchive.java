package org.betor.mods.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.betor.mods.ModArchive;

/** An archive that was written, read back. */
record WrittenArchive(ModArchive archive, Packed packed) {

  /** Fails unless all files read back as they were, the largest of them first. */
  void check(Workers workers) throws IOException, InterruptedException {
    List<Future<?>> checks = new ArrayList<>();
    Comparator<PackedFile> bySize = Comparator.comparingLong(PackedFile::size);
    if (archive.entries().size() != packed.files().size()) {
      throw new ZipException("wrote another number of files than was packed");
    }
    for (PackedFile file : packed.files().stream().sorted(bySize.reversed()).toList()) {
      checks.add(workers.start(() -> check(file)));
    }
    for (Future<?> check : checks) {
      Workers.await(check);
    }
  }

  private Object check(PackedFile file) throws IOException {
    CRC32 crc = new CRC32();
    long size;
    try (InputStream in = archive.open(file.name())) {
      size = new CheckedInputStream(in, crc).transferTo(OutputStream.nullOutputStream());
    }
    if (size != file.size() || crc.getValue() != file.crc32()) {
      throw new ZipException("wrote \"%s\" wrongly".formatted(file.name()));
    }
    return file;
  }
}
