package org.betor.mods.internal.queue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.mods.internal.shelf.Packed;

/** Archives with the DEFLATE method, in the order of their names. */
public final class DeflatedZip implements Packing {
  @Override
  public Packed pack(Path folder, Path archive) throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new ModException(Reason.DAMAGED, "no file came");
    }
    MessageDigest digest = sha256();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(new DigestOutputStream(file, digest))) {
      for (Path each : files) {
        add(zip, folder, each);
      }
    }
    check(archive);
    return new Packed(files.size(), Files.size(archive), HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(ZipOutputStream zip, Path folder, Path file)
      throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
    entry.setTime(0);
    zip.putNextEntry(entry);
    Files.copy(file, zip);
  }

  private static void check(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        try (InputStream content = zip.getInputStream(entry)) {
          content.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
