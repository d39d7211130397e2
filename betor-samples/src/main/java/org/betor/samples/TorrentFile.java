package org.betor.samples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The torrent of a made-up file, whose content is its own name. Text stands for bytes, one letter
 * for each.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, metainfo files</a>
 */
record TorrentFile(String info) {
  private static final int PIECE_BYTES = 16_384;

  static TorrentFile of(String name) {
    byte[] content = name.getBytes(UTF_8);
    return new TorrentFile(
        "d6:lengthi%de4:name%s12:piece lengthi%de6:pieces%se"
            .formatted(
                content.length,
                text(new String(content, ISO_8859_1)),
                PIECE_BYTES,
                text(new String(sha1(content), ISO_8859_1))));
  }

  String infoHash() {
    return HexFormat.of().formatHex(sha1(info.getBytes(ISO_8859_1)));
  }

  /** The whole file, with a comment that belongs to no info-hash. */
  String withComment(String comment) {
    return "d7:comment%s4:info%se".formatted(text(comment), info);
  }

  private static String text(String bytes) {
    return bytes.length() + ":" + bytes;
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
