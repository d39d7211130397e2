package org.betor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.betor.api.model.InfoHash;

/** A torrent that a button leads to, and how the page spells its magnet link. */
record SampleTorrent(String name, InfoHash infoHash, Spelling spelling) {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final String TRACKER = "udp%3a%2f%2ftracker.opentrackr.org%3a1337%2fannounce";

  static SampleTorrent real(String name, String hex) {
    return new SampleTorrent(name, new InfoHash(hex), Spelling.PLAIN);
  }

  /** A torrent that nobody seeds: its one file holds its own name. */
  static SampleTorrent madeUp(String name) {
    return real(name, TorrentFile.of(name).infoHash());
  }

  SampleTorrent spelt(Spelling spelling) {
    return new SampleTorrent(name, infoHash, spelling);
  }

  String magnet() {
    return "magnet:?xt=urn:btih:%s&dn=%s&tr=%s&tr=%s"
        .formatted(
            topic(),
            spelling == Spelling.RAW_SPACES ? name : encodedName(),
            TRACKER,
            (spelling == Spelling.STARRED_TRACKER ? "%2a" : "")
                + "udp%3a%2f%2fexplodie.org%3a6969%2fannounce");
  }

  /** The link as the value of an attribute. */
  String href() {
    return spelling == Spelling.RAW_AMPERSANDS ? magnet() : Html.escape(magnet());
  }

  static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private String topic() {
    return switch (spelling) {
      case UPPER_CASE -> infoHash.hex().toUpperCase(Locale.ROOT);
      case BASE32 -> base32().toUpperCase(Locale.ROOT);
      case LOWER_BASE32 -> base32();
      case BROKEN -> infoHash.hex().substring(20);
      default -> infoHash.hex();
    };
  }

  private String encodedName() {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  private String base32() {
    BigInteger bits = new BigInteger(infoHash.hex(), 16);
    StringBuilder letters = new StringBuilder();
    for (int shift = 155; shift >= 0; shift -= 5) {
      letters.append(BASE32.charAt(bits.shiftRight(shift).intValue() & 31));
    }
    return letters.toString();
  }
}
