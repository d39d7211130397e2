package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;
import org.betor.api.model.InfoHash;

/**
 * Both directions of a handshake.
 *
 * @param incoming deciphers
 * @param outgoing enciphers
 */
record CipherPair(StreamCipher incoming, StreamCipher outgoing) {

  ByteBuffer decipher(byte[] bytes) {
    ByteBuffer deciphered = ByteBuffer.wrap(bytes);
    incoming.apply(deciphered);
    return deciphered;
  }

  byte[] encipher(byte[] bytes) {
    outgoing.apply(ByteBuffer.wrap(bytes));
    return bytes;
  }

  /** How the stream goes on after the handshake. */
  EncryptedStream stream(InfoHash torrent, PayloadMethod method, byte[] initialPayload) {
    return switch (method) {
      case RC4 -> new EncryptedStream(torrent, method, incoming, outgoing, initialPayload);
      case PLAINTEXT ->
          new EncryptedStream(
              torrent, method, StreamCipher.NONE, StreamCipher.NONE, initialPayload);
    };
  }
}
