package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.betor.api.metainfo.Bencoded.Table;
import org.betor.api.metainfo.Bencoded.Whole;
import org.betor.api.metainfo.MetainfoException.Reason;
import org.betor.api.model.Contents;
import org.betor.api.model.InfoHash;
import org.betor.api.model.MagnetLink;
import org.jspecify.annotations.Nullable;

/**
 * What a torrent file says: version 1, version 2, or a hybrid that is both.
 *
 * <p>The file may come from anyone. It is read within bounds of size, depth and count, all that it
 * says of the content is checked for sense, and its paths are safe to write below a folder; or else
 * it is refused with a {@link MetainfoException}. That the content exists, or is what the names
 * say, nobody vouches for. Immutable.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, metainfo files</a>
 * @see <a href="https://www.bittorrent.org/beps/bep_0052.html">BEP 52, BitTorrent version 2</a>
 */
public final class Metainfo {
  /** Larger files are refused; so many bytes hold the hashes of 12 TiB in pieces of 16 MiB. */
  public static final int MAX_BYTES = 16 << 20;

  private final byte[] info;
  private final String name;
  private final boolean single;
  private final List<ContentFile> files;
  private final long rowBytes;
  private final long pieceBytes;
  private final int pieceCount;
  private final byte[] pieceHashes;
  private final @Nullable InfoHash infoHash;
  private final @Nullable InfoHash infoHashV2;
  private final boolean isPrivate;
  private final List<List<URI>> trackers;
  private final List<URI> webSeeds;
  private final Optional<Instant> created;
  private final Optional<String> createdBy;
  private final Optional<String> comment;

  Metainfo(Table root, Table info, Texts texts, Content content) {
    this.info = info.bytes();
    this.name = content.name();
    this.single = content.single();
    this.files = List.copyOf(content.files());
    this.rowBytes = content.rowBytes();
    this.pieceBytes = content.pieceBytes();
    this.pieceCount = (int) content.pieceCount();
    this.pieceHashes = content.pieces() == null ? new byte[0] : content.pieces().bytes();
    this.infoHash = content.pieces() == null ? null : Digests.v1(this.info);
    this.infoHashV2 = content.isV2() ? Digests.v2(this.info) : null;
    this.isPrivate =
        info.hint("private", Whole.class).filter(flag -> flag.value() == 1).isPresent();
    Addresses addresses = new Addresses(root, texts);
    this.trackers = addresses.trackers();
    this.webSeeds = addresses.webSeeds(!single);
    this.created =
        root.hint("creation date", Whole.class)
            .filter(date -> date.value() > 0 && date.value() <= Instant.MAX.getEpochSecond())
            .map(date -> Instant.ofEpochSecond(date.value()));
    this.createdBy = texts.hint(root, "created by");
    this.comment = texts.hint(root, "comment");
  }

  /**
   * Reads a torrent file.
   *
   * @throws MetainfoException if it is refused
   * @throws IOException if the file cannot be read
   */
  public static Metainfo read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(bytes);
    }
  }

  /**
   * Reads a torrent file to its end, but no further than {@link #MAX_BYTES}; leaves the stream
   * open.
   *
   * @throws MetainfoException if it is refused
   * @throws IOException if the stream cannot be read
   */
  public static Metainfo read(InputStream file) throws IOException {
    return read(file.readNBytes(MAX_BYTES + 1));
  }

  /**
   * Reads a torrent file's bytes, which are not kept.
   *
   * @throws MetainfoException if it is refused
   */
  public static Metainfo read(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new MetainfoException(
          Reason.TOO_LARGE, "the file", "has more than %d bytes".formatted(MAX_BYTES));
    }
    return MetainfoReader.read(file);
  }

  /** The version 1 info-hash; empty for version 2 alone, which clients of version 1 cannot load. */
  public Optional<InfoHash> infoHash() {
    return Optional.ofNullable(infoHash);
  }

  /** The version 2 info-hash; empty for version 1 alone. */
  public Optional<InfoHash> infoHashV2() {
    return Optional.ofNullable(infoHashV2);
  }

  /** The name of its one file, or of the folder that its files are in. A safe file name. */
  public String name() {
    return name;
  }

  /** Whether it is one file that stands in no folder; its path is the name. */
  public boolean isSingleFile() {
    return single;
  }

  /** Its files, in its order; at least one. Padding between files is no file and not here. */
  public List<ContentFile> files() {
    return files;
  }

  /**
   * The file that somebody means who plays the torrent, by names and sizes: the largest video that
   * is no sample, trailer or other extra; else the largest video, the largest audio, the largest
   * file. Of several as large, the first.
   *
   * @return its index in {@link #files}
   */
  public int mainFile() {
    return MainFile.of(files);
  }

  /** The size of all files together, in bytes; at least 1. */
  public long sizeBytes() {
    return files.stream().mapToLong(ContentFile::sizeBytes).sum();
  }

  /**
   * The length of the row of all files that is cut into pieces, in bytes: {@link #sizeBytes} and
   * the padding between and behind the files, which reads as zeros.
   */
  public long rowBytes() {
    return rowBytes;
  }

  /** The size of a piece, in bytes, from 1 to 512 MiB; the last one may be shorter. */
  public long pieceBytes() {
    return pieceBytes;
  }

  /** How many pieces there are; at least 1. */
  public int pieceCount() {
    return pieceCount;
  }

  /**
   * The SHA-1 hashes of the pieces, 20 bytes each, one behind another; empty for version 2 alone,
   * where each file has its own. A new array at each call.
   */
  public byte[] pieceHashes() {
    return pieceHashes.clone();
  }

  /** The info dictionary as it stands in the file: what the info-hashes are hashes of. A copy. */
  public byte[] info() {
    return info.clone();
  }

  /**
   * Whether peers may come from its trackers only.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0027.html">BEP 27, private torrents</a>
   */
  public boolean isPrivate() {
    return isPrivate;
  }

  /**
   * Trackers over HTTP, UDP and WebSocket in tiers, of which the first is asked first; each tracker
   * once. They may carry passkeys.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0012.html">BEP 12, announce-list</a>
   */
  public List<List<URI>> trackers() {
    return trackers;
  }

  /**
   * Servers that hold the content itself, over HTTP or FTP, each once; that of a folder ends in a
   * slash.
   *
   * @see <a href="https://www.bittorrent.org/beps/bep_0019.html">BEP 19, url-list</a>
   */
  public List<URI> webSeeds() {
    return webSeeds;
  }

  /** When the file says it was made. */
  public Optional<Instant> created() {
    return created;
  }

  /** The program that made it, as the file says. */
  public Optional<String> createdBy() {
    return createdBy;
  }

  /** What somebody noted in it, of any length. */
  public Optional<String> comment() {
    return comment;
  }

  /**
   * The magnet link to the same torrent: info-hashes, name, size, and as many trackers and web
   * seeds as a link takes, passkeys included; {@link MagnetLink#withoutSecrets} may be shown.
   */
  public MagnetLink magnet() {
    StringBuilder link = new StringBuilder("magnet:?xl=").append(sizeBytes());
    infoHash().ifPresent(hash -> link.append("&xt=").append(hash.urn()));
    infoHashV2().ifPresent(hash -> link.append("&xt=").append(hash.urn()));
    append(link, "&dn=", name);
    trackers.forEach(tier -> tier.forEach(tracker -> append(link, "&tr=", tracker.toString())));
    webSeeds.forEach(seed -> append(link, "&ws=", seed.toString()));
    return MagnetLink.parse(link.toString());
  }

  /**
   * The name and files as a release's section.
   *
   * @param seen when the file was read
   */
  public Contents contents(Instant seen) {
    List<Contents.File> sizes =
        files.stream().map(file -> new Contents.File(file.path(), file.sizeBytes())).toList();
    return new Contents(name, sizes, seen);
  }

  @Override
  public String toString() {
    return name + " (" + infoHash().or(this::infoHashV2).orElseThrow() + ")";
  }

  private static void append(StringBuilder link, String parameter, String text) {
    String value = text.length() > MagnetLink.MAX_CHARS ? "" : URLEncoder.encode(text, UTF_8);
    if (!value.isEmpty()
        && link.length() + parameter.length() + value.length() <= MagnetLink.MAX_CHARS) {
      link.append(parameter).append(value);
    }
  }
}
