package org.betor.p2p.internal.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.betor.api.metainfo.ContentFile;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.hash.Sha1;
import org.jspecify.annotations.Nullable;

/**
 * A torrent's content in the files of a folder. Padding is not stored and reads as zeros. Blocks on
 * the disk. Safe for use by several threads.
 */
public final class Storage {
  private static final int CHUNK_BYTES = 256 << 10;

  private final Path folder;
  private final Path top;
  private final PieceGrid grid;
  private final byte[] hashes;
  private final OpenFiles files;
  private final List<Path> paths;

  /** The files that have bytes, in their order. */
  private final List<Extent> extents;

  /** Of a torrent whose file or folder stands in {@code folder}. */
  public Storage(Metainfo metainfo, PieceGrid grid, Path folder, OpenFiles files) {
    this.folder = folder;
    this.top = folder.resolve(metainfo.name());
    this.grid = grid;
    this.hashes = metainfo.pieceHashes();
    this.files = files;
    this.paths =
        metainfo.files().stream()
            .map(file -> metainfo.isSingleFile() ? top : top.resolve(file.path()))
            .toList();
    this.extents = extents(metainfo.files());
  }

  private List<Extent> extents(List<ContentFile> all) {
    List<Extent> withBytes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).sizeBytes() > 0) {
        long start = all.get(i).offsetBytes();
        withBytes.add(new Extent(paths.get(i), start, start + all.get(i).sizeBytes()));
      }
    }
    return withBytes;
  }

  /** Where a file stands, by its index in the torrent. */
  public Path path(int file) {
    return paths.get(file);
  }

  /** How a file is now. */
  public Stamp stamp(int file) throws IOException {
    return Stamp.of(paths.get(file));
  }

  /**
   * Fills the buffer from that place of the content.
   *
   * @throws NoSuchFileException if a file is not there
   * @throws EOFException if a file is too short
   */
  public void read(long start, ByteBuffer target) throws IOException {
    each(start, target, this::read);
  }

  /** Writes the buffer to that place of the content; makes files and folders as needed. */
  public void write(long start, ByteBuffer source) throws IOException {
    each(start, source, this::write);
  }

  /** Whether a piece on disk is what its hash says; not if a file is not there or too short. */
  public boolean verify(int piece) throws IOException {
    MessageDigest sha1 = Sha1.begin();
    long at = grid.start(piece);
    long end = at + grid.length(piece);
    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, end - at));
    try {
      while (at < end) {
        chunk.clear().limit((int) Math.min(chunk.capacity(), end - at));
        read(at, chunk);
        at += chunk.position();
        sha1.update(chunk.flip());
      }
    } catch (NoSuchFileException | EOFException missing) {
      return false;
    }
    return isHash(piece, sha1.digest());
  }

  /** Whether a piece's blocks, one behind another, are what its hash says. */
  public boolean verify(int piece, byte[][] blocks) {
    MessageDigest sha1 = Sha1.begin();
    for (byte[] block : blocks) {
      sha1.update(block);
    }
    return isHash(piece, sha1.digest());
  }

  /** Refuses a folder that is a file. */
  public void checkFolder() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
  }

  /** Makes a file that has no bytes, unless it is there. */
  public void makeEmpty(int file) throws IOException {
    Path path = paths.get(file);
    if (Files.notExists(path)) {
      files.writing(folder, path, channel -> {});
    }
  }

  /**
   * Deletes the files, and the folders that are empty then; never the folder that all is in, nor
   * what a link leads to.
   */
  public void delete() throws IOException {
    files.close(top);
    List<Path> inside = new ArrayList<>();
    for (Path path : paths) {
      if (isInside(path)) {
        inside.add(path);
      }
    }
    for (Path path : inside) {
      Files.deleteIfExists(path);
    }
    for (Path path : inside) {
      deleteEmptyFolders(path);
    }
  }

  private boolean isInside(Path path) throws IOException {
    Path parent = path.getParent();
    return parent != null
        && Files.exists(parent)
        && parent.toRealPath().startsWith(folder.toRealPath());
  }

  /**
   * Closes the files; they are opened again as needed. So to be called before pieces are compared:
   * what was opened before may have been moved or replaced since.
   */
  public void release() {
    files.close(top);
  }

  private void deleteEmptyFolders(Path file) throws IOException {
    try {
      for (Path each = file.getParent();
          each != null && each.startsWith(top);
          each = each.getParent()) {
        Files.deleteIfExists(each);
      }
    } catch (DirectoryNotEmptyException holdsMore) {
      return; // what is not the torrent's stays, and so do the folders above
    }
  }

  private void each(long start, ByteBuffer bytes, Transfer transfer) throws IOException {
    int end = bytes.limit();
    long at = start;
    for (int next = firstBehind(start); bytes.position() < end; ) {
      Extent extent = next < extents.size() ? extents.get(next) : null;
      long room = extent == null ? Long.MAX_VALUE : extent.roomAt(at);
      int count = (int) Math.min(room, end - bytes.position());
      bytes.limit(bytes.position() + count);
      transfer.of(extent == null || at < extent.start ? null : extent, at, bytes);
      at += count;
      next += extent != null && at == extent.end ? 1 : 0;
    }
    bytes.limit(end);
  }

  /** The first file that ends behind that place. */
  private int firstBehind(long place) {
    int low = 0;
    int high = extents.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (extents.get(middle).end <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void read(@Nullable Extent extent, long at, ByteBuffer target) throws IOException {
    if (extent == null) {
      target.put(new byte[target.remaining()]);
      return;
    }
    files.reading(
        extent.file,
        channel -> {
          long position = at - extent.start;
          while (target.hasRemaining()) {
            int count = channel.read(target, position);
            if (count < 0) {
              throw new EOFException("%s ends at byte %d".formatted(extent.file, position));
            }
            position += count;
          }
        });
  }

  private void write(@Nullable Extent extent, long at, ByteBuffer source) throws IOException {
    if (extent == null) {
      source.position(source.limit());
      return;
    }
    files.writing(
        folder,
        extent.file,
        channel -> {
          long position = at - extent.start;
          while (source.hasRemaining()) {
            position += channel.write(source, position);
          }
        });
  }

  private boolean isHash(int piece, byte[] sha1) {
    int start = piece * Sha1.BYTES;
    return Arrays.equals(sha1, 0, Sha1.BYTES, hashes, start, start + Sha1.BYTES);
  }

  /** A file that has bytes, and its place in the content. */
  private record Extent(Path file, long start, long end) {
    /** How far it is to where the file begins, or from within it to its end. */
    long roomAt(long place) {
      return place < start ? start - place : end - place;
    }
  }

  /** Moves bytes between a buffer and a file, or padding if that is null. */
  @FunctionalInterface
  private interface Transfer {
    void of(@Nullable Extent extent, long at, ByteBuffer bytes) throws IOException;
  }
}
