package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.betor.p2p.internal.bencode.MalformedException;

/** Both sides of a handshake, and the wire between them, which cuts what it carries. */
final class TwoPeers {
  final EncryptionHandshake initiator;
  final EncryptionHandshake acceptor;
  private final IntSupplier chunkBytes;

  TwoPeers(EncryptionHandshake initiator, EncryptionHandshake acceptor, IntSupplier chunkBytes) {
    this.initiator = initiator;
    this.acceptor = acceptor;
    this.chunkBytes = chunkBytes;
  }

  /** Carries everything to and fro until neither has more to say. */
  TwoPeers talk() throws MalformedException {
    boolean talking = true;
    while (talking) {
      byte[] there = initiator.toSend();
      carry(there, acceptor);
      byte[] back = acceptor.toSend();
      carry(back, initiator);
      talking = there.length + back.length > 0;
    }
    return this;
  }

  private void carry(byte[] bytes, EncryptionHandshake to) throws MalformedException {
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(chunkBytes.getAsInt(), bytes.length - at);
      ByteBuffer chunk = ByteBuffer.wrap(bytes, at, length);
      to.receive(chunk);
      if (chunk.hasRemaining()) {
        throw new AssertionError(chunk.remaining() + " bytes more than the handshake has");
      }
      at += length;
    }
  }

  String saidByInitiator(String text) {
    return said(text, initiator.stream().outgoing(), acceptor.stream().incoming());
  }

  String saidByAcceptor(String text) {
    return said(text, acceptor.stream().outgoing(), initiator.stream().incoming());
  }

  private static String said(String text, StreamCipher outgoing, StreamCipher incoming) {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
    outgoing.apply(bytes);
    incoming.apply(bytes);
    return new String(bytes.array(), US_ASCII);
  }
}
