package org.betor.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;

/** The files of a torrent on disk, read and written by pieces. What no file covers is zeros. */
final class PieceFiles {
  private static final int HASH_BYTES = 20;

  private final Metainfo metainfo;
  private final Path folder;
  private final long endBytes;

  PieceFiles(Metainfo metainfo, Path folder) {
    this.metainfo = metainfo;
    this.folder = folder;
    this.endBytes = metainfo.rowBytes();
  }

  /** How many bytes a piece has; the last one may be shorter. */
  int bytes(int piece) {
    return (int) Math.min(metainfo.pieceBytes(), endBytes - piece * metainfo.pieceBytes());
  }

  /** How many bytes of a piece belong to a file. */
  int bytes(int piece, ContentFile file) {
    return Part.of(file, start(piece), bytes(piece)).bytes();
  }

  /** A piece as it is on disk, right or wrong; empty if a part of it is not there. */
  Optional<byte[]> read(int piece) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(bytes(piece));
    for (Part part : parts(piece)) {
      Path path = path(part.file());
      if (!Files.isRegularFile(path) || Files.size(path) < part.inFile() + part.bytes()) {
        return Optional.empty();
      }
      try (FileChannel channel = FileChannel.open(path)) {
        channel.read(bytes.slice(part.inPiece(), part.bytes()), part.inFile());
      }
    }
    return Optional.of(bytes.array());
  }

  boolean isRight(int piece, byte[] bytes) {
    byte[] hashes = metainfo.pieceHashes();
    int at = piece * HASH_BYTES;
    return Arrays.equals(sha1(bytes), Arrays.copyOfRange(hashes, at, at + HASH_BYTES));
  }

  void write(int piece, byte[] bytes) throws IOException {
    for (Part part : parts(piece)) {
      try (FileChannel channel = open(part.file())) {
        channel.write(ByteBuffer.wrap(bytes, part.inPiece(), part.bytes()), part.inFile());
      }
    }
  }

  /** Makes a file that has no bytes, which no piece would make. */
  void makeEmpty(ContentFile file) throws IOException {
    open(file).close();
  }

  /** Removes the files, and the folders that are empty then. */
  void delete() throws IOException {
    for (ContentFile file : metainfo.files()) {
      Path path = path(file);
      Files.deleteIfExists(path);
      Path above = path.getParent();
      while (above != null && !above.equals(folder)) {
        deleteIfEmpty(above);
        above = above.getParent();
      }
    }
  }

  static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException others) {
      return;
    }
  }

  private FileChannel open(ContentFile file) throws IOException {
    Path path = path(file);
    Files.createDirectories(path.getParent());
    return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path path(ContentFile file) {
    Path top = folder.resolve(metainfo.name());
    return metainfo.isSingleFile() ? top : top.resolve(file.path());
  }

  private long start(int piece) {
    return piece * metainfo.pieceBytes();
  }

  private List<Part> parts(int piece) {
    return metainfo.files().stream()
        .map(file -> Part.of(file, start(piece), bytes(piece)))
        .filter(part -> part.bytes() > 0)
        .toList();
  }

  /** Where a file and a piece overlap. */
  private record Part(ContentFile file, long inFile, int inPiece, int bytes) {

    static Part of(ContentFile file, long pieceStart, int pieceBytes) {
      long start = Math.max(file.offsetBytes(), pieceStart);
      long end = Math.min(file.offsetBytes() + file.sizeBytes(), pieceStart + pieceBytes);
      return new Part(
          file,
          start - file.offsetBytes(),
          (int) (start - pieceStart),
          (int) Math.max(0, end - start));
    }
  }
}
