package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Set;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;

/** The side of the peer that connected. */
final class Initiation extends EncryptionHandshake {
  private static final int SELECTION_BYTES = Integer.BYTES + Short.BYTES;

  private final InfoHash torrent;
  private final Set<PayloadMethod> offered;
  private final byte[] initialPayload;

  Initiation(
      InfoHash torrent, Set<PayloadMethod> offered, byte[] initialPayload, SecureRandom random) {
    super(random);
    if (offered.isEmpty() || initialPayload.length > Acceptance.MAX_INITIAL_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "no method is offered, or an initial payload of more than 16 KiB");
    }
    this.torrent = torrent;
    this.offered = Set.copyOf(offered);
    this.initialPayload = initialPayload.clone();
  }

  @Override
  void agree(SharedSecret secret) throws MalformedException {
    CipherPair ciphers =
        new CipherPair(secret.acceptorCipher(torrent), secret.initiatorCipher(torrent));
    send(secret.proof());
    send(secret.mask(TorrentKey.hashOf(torrent)));
    send(ciphers.encipher(offer()));
    byte[] mark = new byte[VERIFICATION_BYTES];
    ciphers.decipher(mark); // of zeros, as it is enciphered by the other side
    seek(mark, found -> want(SELECTION_BYTES, bytes -> selected(bytes, ciphers)));
  }

  private byte[] offer() {
    int methods = offered.stream().mapToInt(PayloadMethod::bit).sum();
    int pad = padLength();
    int length = VERIFICATION_BYTES + Integer.BYTES + 2 * Short.BYTES + pad + initialPayload.length;
    return ByteBuffer.allocate(length)
        .putInt(VERIFICATION_BYTES, methods)
        .putShort(VERIFICATION_BYTES + Integer.BYTES, (short) pad)
        .putShort(length - initialPayload.length - Short.BYTES, (short) initialPayload.length)
        .put(length - initialPayload.length, initialPayload)
        .array();
  }

  private void selected(byte[] bytes, CipherPair ciphers) throws MalformedException {
    ByteBuffer selection = ciphers.decipher(bytes);
    PayloadMethod method = method(selection.getInt());
    want(
        padLength(selection),
        pad -> {
          ciphers.decipher(pad);
          end(ciphers.stream(torrent, method, new byte[0]));
        });
  }

  private PayloadMethod method(int bit) throws MalformedException {
    return offered.stream()
        .filter(method -> method.bit() == bit)
        .findAny()
        .orElseThrow(
            () -> new MalformedException("an encryption was selected that was not offered"));
  }
}
