package org.betor.api.metainfo;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A file of a torrent. Its path is safe: its names are no {@code ..} and hold no separators, and no
 * other file of the torrent has the same one. Immutable.
 */
public final class ContentFile {
  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final String path;
  private final String target;
  private final long sizeBytes;
  private final long offsetBytes;
  private final ByteBuffer pieceHashes;

  ContentFile(FileEntry entry, long offsetBytes) {
    this.path = String.join("/", entry.path());
    this.target = String.join("/", entry.target());
    this.sizeBytes = entry.sizeBytes();
    this.offsetBytes = offsetBytes;
    this.pieceHashes = entry.pieceHashes() == null ? NONE : entry.pieceHashes();
  }

  /** Its path within the torrent's folder, names joined by {@code /}; never empty. */
  public String path() {
    return path;
  }

  /**
   * What its extension says that it is, such as {@code video/mp4}; {@code application/octet-stream}
   * for all but video, audio, subtitles, plain text and pictures.
   */
  public String mediaType() {
    return MediaTypes.of(path);
  }

  /** Its size in bytes, from 0. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** Where it begins in the row of all files, which is cut into pieces: bytes from 0. */
  public long offsetBytes() {
    return offsetBytes;
  }

  /**
   * The path, within the torrent's folder, of what it is a symbolic link to; empty for a file of
   * its own. Whether that is there is not checked.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0047.html">BEP 47, symlink path</a>
   */
  public Optional<String> linksTo() {
    return target.isEmpty() ? Optional.empty() : Optional.of(target);
  }

  /**
   * The SHA-256 tree hashes of its pieces, 32 bytes each, one behind another; empty in a version 1
   * torrent, for an empty file, and in a hybrid that came without them, as with a magnet link. A
   * new array at each call.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, piece layers</a>
   */
  public byte[] pieceHashes() {
    byte[] hashes = new byte[pieceHashes.capacity()];
    pieceHashes.get(0, hashes);
    return hashes;
  }

  @Override
  public String toString() {
    return path + " (" + sizeBytes + " bytes)";
  }

  /** Whether both halves of a hybrid mean the same file. */
  boolean agreesWith(ContentFile other) {
    return path.equals(other.path)
        && target.equals(other.target)
        && sizeBytes == other.sizeBytes
        && (sizeBytes == 0 || offsetBytes == other.offsetBytes);
  }
}
