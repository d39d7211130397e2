package org.betor.p2p.internal.swarm;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What a peer says of its extensions.
 *
 * @param metadataId the number by which it knows messages about metadata; 0 if it knows none
 * @param pexId the number by which it knows messages about other peers; 0 if it knows none
 * @param metadataBytes the size of the info dictionary; 0 if it has none, or does not say so
 * @param port where it listens; empty if it does not say so
 * @see <a href="https://www.bittorrent.org/beps/bep_0010.html">BEP 10, extension protocol</a>
 */
record ExtensionHandshake(int metadataId, int pexId, int metadataBytes, OptionalInt port) {
  /** The numbers by which we know the messages. */
  static final int METADATA_ID = 1;

  static final int PEX_ID = 2;

  /** No torrent file that we read is larger. */
  static final int MAX_METADATA_BYTES = 16 << 20;

  private static final int MAX_PORT = 65_535;

  /** Nothing, before the peer said anything. */
  static final ExtensionHandshake NONE = new ExtensionHandshake(0, 0, 0, OptionalInt.empty());

  static ExtensionHandshake read(ByteBuffer payload) throws MalformedException {
    Dictionary said = Dictionary.read(payload);
    Dictionary messages = said.dictionary("m");
    return new ExtensionHandshake(
        number(messages, "ut_metadata", 255).orElse(0),
        number(messages, "ut_pex", 255).orElse(0),
        number(said, "metadata_size", MAX_METADATA_BYTES).orElse(0),
        number(said, "p", MAX_PORT));
  }

  private static OptionalInt number(Dictionary from, String key, int most) {
    long number = from.number(key).orElse(0);
    return number > 0 && number <= most ? OptionalInt.of((int) number) : OptionalInt.empty();
  }

  /** Ours; what is 0 is left out. */
  static byte[] bytes(boolean pex, int metadataBytes, int port, int mostRequests) {
    Map<String, Object> messages = new HashMap<>();
    messages.put("ut_metadata", METADATA_ID);
    if (pex) {
      messages.put("ut_pex", PEX_ID);
    }
    Map<String, Object> said = new HashMap<>();
    said.put("m", messages);
    said.put("p", port);
    said.put("reqq", mostRequests);
    said.put("v", "Betor");
    if (metadataBytes > 0) {
      said.put("metadata_size", metadataBytes);
    }
    return Bencode.write(said);
  }
}
