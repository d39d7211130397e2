package org.betor.p2p.internal.dht;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.betor.p2p.internal.bencode.Bencode;
import org.betor.p2p.internal.bencode.Dictionary;
import org.betor.p2p.internal.bencode.MalformedException;

/**
 * What nodes say to one another.
 *
 * @see <a href="https://www.bittorrent.org/beps/bep_0005.html">BEP 5, KRPC protocol</a>
 */
sealed interface Message {
  /** Those of others have 2 to 4. */
  int MAX_TRANSACTION_BYTES = 32;

  /** Chosen by who asks, and given back by who answers. */
  byte[] transaction();

  static Message read(ByteBuffer datagram) throws MalformedException {
    Dictionary message = Dictionary.read(datagram);
    byte[] transaction =
        message
            .bytes("t")
            .filter(bytes -> bytes.length <= MAX_TRANSACTION_BYTES)
            .orElseThrow(() -> new MalformedException("a KRPC message has no transaction id"));
    return switch (message.text("y").orElse("")) {
      case "q" -> new Query(transaction, message.text("q").orElse(""), message.dictionary("a"));
      case "r" -> answer(transaction, message.dictionary("r"));
      case "e" -> new Failure(transaction);
      default -> throw new MalformedException("a KRPC message is of no known type");
    };
  }

  private static Answer answer(byte[] transaction, Dictionary values) throws MalformedException {
    Id id =
        values
            .bytes("id")
            .flatMap(Id::of)
            .orElseThrow(() -> new MalformedException("a KRPC answer has no node id"));
    return new Answer(transaction, id, values);
  }

  /** Of somebody, whose id is among the arguments if he keeps to the protocol. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Query(byte[] transaction, String method, Dictionary arguments) implements Message {

    /** Empty if there is no such id. */
    Optional<Id> sender() {
      return arguments.bytes("id").flatMap(Id::of);
    }

    static byte[] write(byte[] transaction, String method, Map<String, ?> arguments) {
      return Bencode.write(Map.of("t", transaction, "y", "q", "q", method, "a", arguments));
    }
  }

  /** To a query of ours. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(byte[] transaction, Id id, Dictionary values) implements Message {

    static byte[] write(byte[] transaction, Map<String, ?> values) {
      return Bencode.write(Map.of("t", transaction, "y", "r", "r", values));
    }
  }

  /** Somebody cannot or will not answer a query of ours. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Failure(byte[] transaction) implements Message {

    static byte[] write(byte[] transaction, RefusedException why) {
      return Bencode.write(Map.of("t", transaction, "y", "e", "e", why.codeAndText()));
    }
  }
}
