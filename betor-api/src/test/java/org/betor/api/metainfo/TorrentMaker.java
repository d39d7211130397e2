package org.betor.api.metainfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes torrents of files whose content is nothing but zeros. The dictionaries can be changed
 * before they are written.
 */
final class TorrentMaker {
  static final int PIECE_BYTES = 32_768;
  private static final int BLOCK_BYTES = 16_384;

  final Map<String, Object> root = new TreeMap<>();
  final Map<String, Object> info = new TreeMap<>();

  private TorrentMaker(String name) {
    root.put("info", info);
    info.put("name", name);
    info.put("piece length", PIECE_BYTES);
  }

  /** A version 1 torrent of one file. */
  static TorrentMaker single(String name, long bytes) {
    TorrentMaker maker = new TorrentMaker(name);
    maker.info.put("length", bytes);
    maker.info.put("pieces", sha1s(bytes));
    return maker;
  }

  /** A version 1 torrent of a folder. */
  static TorrentMaker folder(String name, File... files) {
    TorrentMaker maker = new TorrentMaker(name);
    maker.info.put("files", Arrays.stream(files).map(File::entry).toList());
    maker.info.put("pieces", sha1s(Arrays.stream(files).mapToLong(File::bytes).sum()));
    return maker;
  }

  /** A version 2 torrent of a folder. */
  static TorrentMaker v2(String name, File... files) {
    TorrentMaker maker = new TorrentMaker(name);
    maker.addV2(files);
    return maker;
  }

  /** A hybrid: in version 1, every file but the last is padded to whole pieces. */
  static TorrentMaker hybrid(String name, File... files) {
    List<Map<String, Object>> entries = new ArrayList<>();
    long end = 0;
    for (File file : files) {
      long padding = (PIECE_BYTES - end % PIECE_BYTES) % PIECE_BYTES;
      if (padding > 0) {
        entries.add(Bencode.map("attr", "p", "length", padding, "path", List.of(".pad", "" + end)));
      }
      entries.add(file.entry());
      end += padding + file.bytes();
    }
    TorrentMaker maker = v2(name, files);
    maker.info.put("files", entries);
    maker.info.put("pieces", sha1s(end));
    return maker;
  }

  TorrentMaker with(String key, Object value) {
    root.put(key, value);
    return this;
  }

  TorrentMaker withInfo(String key, Object value) {
    info.put(key, value);
    return this;
  }

  TorrentMaker without(String key) {
    root.remove(key);
    info.remove(key);
    return this;
  }

  byte[] bytes() {
    return Bencode.bytes(root);
  }

  Metainfo read() {
    return Metainfo.read(bytes());
  }

  byte[] infoBytes() {
    return Bencode.bytes(info);
  }

  private void addV2(File... files) {
    Map<String, Object> tree = new TreeMap<>();
    Map<String, Object> layers = new TreeMap<>();
    for (File file : files) {
      Map<String, Object> folder = tree;
      for (String name : file.path().split("/", -1)) {
        folder = child(folder, new String(name.getBytes(UTF_8), ISO_8859_1));
      }
      Map<String, Object> properties = new TreeMap<>(Map.of("length", file.bytes()));
      if (file.bytes() > 0) {
        properties.put("pieces root", root(file.bytes()));
      }
      if (file.bytes() > PIECE_BYTES) {
        layers.put(new String(root(file.bytes()), ISO_8859_1), layer(file.bytes()));
      }
      folder.put("", properties);
    }
    info.put("file tree", tree);
    info.put("meta version", 2);
    root.put("piece layers", layers);
  }

  @SuppressWarnings("unchecked") // this class made them
  private static Map<String, Object> child(Map<String, Object> folder, String name) {
    return (Map<String, Object>) folder.computeIfAbsent(name, absent -> new TreeMap<>());
  }

  /** The root hash of a file of zeros, from the definition: a balanced tree over all blocks. */
  static byte[] root(long bytes) {
    int blocks = (int) ((bytes + BLOCK_BYTES - 1) / BLOCK_BYTES);
    int leaves = Integer.highestOneBit(blocks) == blocks ? 1 : 2;
    return node(bytes, 0, leaves * Integer.highestOneBit(blocks));
  }

  private static byte[] layer(long bytes) {
    ByteArrayOutputStream layer = new ByteArrayOutputStream();
    int perPiece = PIECE_BYTES / BLOCK_BYTES;
    for (int block = 0; (long) block * BLOCK_BYTES < bytes; block += perPiece) {
      layer.writeBytes(node(bytes, block, perPiece));
    }
    return layer.toByteArray();
  }

  private static byte[] node(long bytes, int block, int blocks) {
    if (blocks > 1) {
      byte[] left = node(bytes, block, blocks / 2);
      byte[] right = node(bytes, block + blocks / 2, blocks / 2);
      byte[] both = Arrays.copyOf(left, 64);
      System.arraycopy(right, 0, both, 32, 32);
      return digest("SHA-256", both);
    }
    long left = bytes - (long) block * BLOCK_BYTES;
    return left <= 0
        ? new byte[32]
        : digest("SHA-256", new byte[(int) Math.min(left, BLOCK_BYTES)]);
  }

  static byte[] sha1s(long bytes) {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    for (long start = 0; start < bytes; start += PIECE_BYTES) {
      hashes.writeBytes(digest("SHA-1", new byte[(int) Math.min(PIECE_BYTES, bytes - start)]));
    }
    return hashes.toByteArray();
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of zeros, its path joined by slashes. */
  record File(String path, long bytes) {
    Map<String, Object> entry() {
      return Bencode.map("length", bytes, "path", List.of(path.split("/", -1)));
    }
  }
}
