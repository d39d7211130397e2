package org.betor.p2p.internal.making;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.betor.api.metainfo.Metainfo;
import org.betor.api.metainfo.MetainfoException;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * A torrent file that was written here, and read again: what is made is what is accepted.
 *
 * @param bytes must not be changed
 * @param metainfo what the bytes say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TorrentFile(byte[] bytes, Metainfo metainfo) {

  /**
   * A file around an info dictionary, such as peers send to who has a magnet link. Its bytes stay
   * as they are, and so does its hash.
   *
   * @param trackers in tiers, the first tier first; empty for none
   * @param webSeeds empty for none
   * @throws MalformedException if the bytes are more than one dictionary
   * @throws MetainfoException if what the dictionary says is refused
   */
  public static TorrentFile of(byte[] info, List<List<URI>> trackers, List<URI> webSeeds)
      throws MalformedException {
    return of(info, trackers, webSeeds, Map.of());
  }

  /** One that says something of its making too. */
  static TorrentFile of(
      byte[] info, List<List<URI>> trackers, List<URI> webSeeds, Map<String, Object> making)
      throws MalformedException {
    Map<String, Object> root = new TreeMap<>(making);
    root.put("info", new Bencode.Encoded(info));
    putTrackers(root, trackers.stream().filter(tier -> !tier.isEmpty()).toList());
    if (!webSeeds.isEmpty()) {
      root.put("url-list", texts(webSeeds));
    }
    TorrentFile file = read(Bencode.write(root));
    if (!Arrays.equals(file.metainfo.info(), info)) {
      throw new MalformedException("an info dictionary goes on after its end");
    }
    return file;
  }

  private static TorrentFile read(byte[] bytes) {
    return new TorrentFile(bytes, Metainfo.read(bytes));
  }

  private static void putTrackers(Map<String, Object> root, List<List<URI>> tiers) {
    if (tiers.isEmpty()) {
      return;
    }
    root.put("announce", tiers.get(0).get(0).toString());
    if (tiers.size() > 1 || tiers.get(0).size() > 1) {
      root.put("announce-list", tiers.stream().map(TorrentFile::texts).toList());
    }
  }

  private static List<String> texts(List<URI> addresses) {
    return addresses.stream().map(URI::toString).toList();
  }
}
