package org.betor.p2p.internal.making;

import java.util.Map;
import java.util.TreeMap;
import org.betor.p2p.internal.bencode.Bencode;

/**
 * Writes what an info-hash is the hash of, in version 1.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0003.html">BEP 3, info dictionary</a>
 */
final class InfoDictionary {
  private InfoDictionary() {}

  static byte[] of(Source source, int pieceBytes, boolean isPrivate, byte[] hashes) {
    Map<String, Object> info = new TreeMap<>();
    info.put("name", source.name());
    info.put("piece length", pieceBytes);
    info.put("pieces", hashes);
    if (isPrivate) {
      info.put("private", 1);
    }
    if (source.single()) {
      info.put("length", source.sizeBytes());
    } else {
      info.put("files", source.files().stream().map(InfoDictionary::file).toList());
    }
    return Bencode.write(info);
  }

  private static Map<String, Object> file(FoundFile file) {
    return Map.of("length", file.sizeBytes(), "path", file.names());
  }
}
