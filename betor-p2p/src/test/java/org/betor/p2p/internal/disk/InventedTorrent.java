package org.betor.p2p.internal.disk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.betor.api.metainfo.Metainfo;
import org.betor.p2p.internal.bencode.Bencode;

/**
 * A torrent of invented files.
 *
 * @param metainfo what its torrent file says
 * @param file the torrent file
 * @param row its bytes, one file behind another, with padding as zeros
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record InventedTorrent(Metainfo metainfo, byte[] file, byte[] row) {

  /** One file that stands in no folder. */
  public static InventedTorrent single(int pieceBytes, int bytes) {
    byte[] row = random(bytes, bytes);
    Map<String, Object> info = info("Sintel.2010.mkv", pieceBytes, row);
    info.put("length", bytes);
    return of(info, row);
  }

  /** Files in folders; a negative size is padding. */
  public static InventedTorrent folder(int pieceBytes, int... sizes) {
    byte[] row = random(sizes.length, Arrays.stream(sizes).map(Math::abs).sum());
    List<Map<String, Object>> files = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < sizes.length; i++) {
      int bytes = Math.abs(sizes[i]);
      Map<String, Object> file = new HashMap<>(Map.of("length", bytes));
      file.put("path", List.of("season " + i % 3, "episode " + i));
      if (sizes[i] < 0) {
        Arrays.fill(row, at, at + bytes, (byte) 0);
        file.put("attr", "p");
      }
      files.add(file);
      at += bytes;
    }
    Map<String, Object> info = info("The Invented Series", pieceBytes, row);
    info.put("files", files);
    return of(info, row);
  }

  /** Many files of all kinds of sizes, with padding here and there. */
  public static InventedTorrent random(Random random) {
    int pieceBytes = 1 + random.nextInt(60);
    int[] sizes =
        random.ints(2 + random.nextInt(12), 0, 3).map(kind -> size(kind, random)).toArray();
    sizes[0] = Math.max(1, sizes[0]);
    return folder(pieceBytes, sizes);
  }

  private static int size(int kind, Random random) {
    return switch (kind) {
      case 0 -> random.nextInt(3);
      case 1 -> random.nextInt(200);
      default -> -random.nextInt(70);
    };
  }

  private static Map<String, Object> info(String name, int pieceBytes, byte[] row) {
    byte[] hashes = new byte[20 * ((row.length + pieceBytes - 1) / pieceBytes)];
    for (int piece = 0; piece < hashes.length / 20; piece++) {
      int start = piece * pieceBytes;
      byte[] hash = sha1(row, start, Math.min(pieceBytes, row.length - start));
      System.arraycopy(hash, 0, hashes, 20 * piece, 20);
    }
    return new HashMap<>(Map.of("name", name, "piece length", pieceBytes, "pieces", hashes));
  }

  private static InventedTorrent of(Map<String, Object> info, byte[] row) {
    byte[] file = Bencode.write(Map.of("info", info));
    return new InventedTorrent(Metainfo.read(file), file, row);
  }

  private static byte[] random(long seed, int bytes) {
    byte[] row = new byte[bytes];
    new Random(seed).nextBytes(row);
    return row;
  }

  private static byte[] sha1(byte[] bytes, int start, int length) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(bytes, start, length);
      return sha1.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public PieceGrid grid() {
    return new PieceGrid(metainfo);
  }

  /** The bytes of a piece. */
  public byte[] piece(int piece) {
    int start = (int) grid().start(piece);
    return Arrays.copyOfRange(row, start, start + grid().length(piece));
  }

  /** The bytes of a file, by its index. */
  public byte[] content(int index) {
    int start = (int) metainfo.files().get(index).offsetBytes();
    return Arrays.copyOfRange(row, start, start + (int) metainfo.files().get(index).sizeBytes());
  }
}
