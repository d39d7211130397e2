package org.betor.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.spi.SeedOptions;

/** Makes a version 1 torrent file of what is on disk; files in the order of their paths. */
final class TorrentMaker {
  private static final int USUAL_PIECE_BYTES = 16 << 10;

  private final Path content;
  private final SeedOptions options;
  private final int pieceBytes;
  private final List<Path> files;
  private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
  private final byte[] piece;
  private int filled;
  private long hashed;

  private TorrentMaker(Path content, SeedOptions options) throws IOException {
    this.content = content;
    this.options = options;
    this.pieceBytes = options.pieceBytes().orElse(USUAL_PIECE_BYTES);
    this.piece = new byte[pieceBytes];
    try (Stream<Path> found = Files.walk(content)) {
      this.files = found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static Metainfo make(Path content, SeedOptions options) throws IOException, InterruptedException {
    return new TorrentMaker(content, options).make();
  }

  private Metainfo make() throws IOException, InterruptedException {
    for (Path file : files) {
      hash(file);
    }
    if (filled > 0) {
      endPiece();
    }
    return Metainfo.read(Bencoding.of(root()));
  }

  private void hash(Path file) throws IOException, InterruptedException {
    try (InputStream bytes = Files.newInputStream(file)) {
      while (true) {
        int read = bytes.readNBytes(piece, filled, pieceBytes - filled);
        filled += read;
        if (filled < pieceBytes) {
          return;
        }
        endPiece();
      }
    }
  }

  private void endPiece() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted while " + content + " was hashed");
    }
    hashes.writeBytes(PieceFiles.sha1(Arrays.copyOf(piece, filled)));
    hashed += filled;
    filled = 0;
    options.progress().at(hashed, allBytes());
  }

  private long allBytes() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private SortedMap<String, Object> root() throws IOException {
    SortedMap<String, Object> root = new TreeMap<>();
    root.put("info", info());
    options.comment().ifPresent(comment -> root.put("comment", comment));
    if (!options.trackers().isEmpty()) {
      root.put("announce-list", options.trackers().stream().map(TorrentMaker::texts).toList());
    }
    if (!options.webSeeds().isEmpty()) {
      root.put("url-list", texts(options.webSeeds()));
    }
    return root;
  }

  private SortedMap<String, Object> info() throws IOException {
    SortedMap<String, Object> info = new TreeMap<>();
    info.put("name", name(content));
    info.put("piece length", pieceBytes);
    info.put("pieces", hashes.toByteArray());
    if (options.isPrivate()) {
      info.put("private", 1);
    }
    if (Files.isRegularFile(content)) {
      info.put("length", allBytes());
    } else {
      info.put("files", entries());
    }
    return info;
  }

  private List<SortedMap<String, Object>> entries() throws IOException {
    List<SortedMap<String, Object>> entries = new ArrayList<>();
    for (Path file : files) {
      SortedMap<String, Object> entry = new TreeMap<>();
      entry.put("length", Files.size(file));
      entry.put("path", names(content.relativize(file)));
      entries.add(entry);
    }
    return entries;
  }

  private static List<String> names(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
  }

  private static List<String> texts(List<URI> addresses) {
    return addresses.stream().map(URI::toString).toList();
  }

  private static String name(Path content) throws IOException {
    Path name = content.getFileName();
    if (name == null) {
      throw new IOException(
          "a torrent is named after its file or folder; " + content + " has no name");
    }
    return name.toString();
  }
}
