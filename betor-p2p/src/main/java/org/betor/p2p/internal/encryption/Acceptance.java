package org.betor.p2p.internal.encryption;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.hash.Sha1;

/** The side of the peer that was connected to. */
final class Acceptance extends EncryptionHandshake {
  /** A peer's handshake has 68 bytes; some send their first messages with it. */
  static final int MAX_INITIAL_PAYLOAD_BYTES = 16 << 10;

  private static final int OFFER_BYTES = VERIFICATION_BYTES + Integer.BYTES + Short.BYTES;

  private final KnownTorrents torrents;
  private final List<PayloadMethod> accepted;

  Acceptance(KnownTorrents torrents, List<PayloadMethod> accepted, SecureRandom random) {
    super(random);
    if (accepted.isEmpty()) {
      throw new IllegalArgumentException("no method is accepted");
    }
    this.torrents = torrents;
    this.accepted = List.copyOf(accepted);
  }

  @Override
  void agree(SharedSecret secret) throws MalformedException {
    sendPublicKey();
    seek(secret.proof(), found -> want(Sha1.BYTES, masked -> named(secret, masked)));
  }

  private void named(SharedSecret secret, byte[] masked) throws MalformedException {
    InfoHash torrent =
        torrents
            .find(secret.mask(masked))
            .orElseThrow(() -> new MalformedException("a torrent is asked for that is not here"));
    CipherPair ciphers =
        new CipherPair(secret.initiatorCipher(torrent), secret.acceptorCipher(torrent));
    want(OFFER_BYTES, offer -> new Agreement(torrent, ciphers).offered(offer));
  }

  /** What follows once it is known what for. */
  private final class Agreement {
    private final InfoHash torrent;
    private final CipherPair ciphers;

    Agreement(InfoHash torrent, CipherPair ciphers) {
      this.torrent = torrent;
      this.ciphers = ciphers;
    }

    void offered(byte[] bytes) throws MalformedException {
      ByteBuffer offer = ciphers.decipher(bytes);
      if (offer.getLong() != 0) {
        throw new MalformedException("an encrypted offer cannot be deciphered");
      }
      PayloadMethod method = best(offer.getInt());
      want(
          padLength(offer),
          pad -> {
            ciphers.decipher(pad);
            want(Short.BYTES, length -> announced(length, method));
          });
    }

    private PayloadMethod best(int offered) throws MalformedException {
      return accepted.stream()
          .filter(method -> (method.bit() & offered) != 0)
          .findFirst()
          .orElseThrow(() -> new MalformedException("no offered encryption is accepted here"));
    }

    private void announced(byte[] bytes, PayloadMethod method) throws MalformedException {
      int length = Short.toUnsignedInt(ciphers.decipher(bytes).getShort());
      if (length > MAX_INITIAL_PAYLOAD_BYTES) {
        throw new MalformedException("an initial payload of %d bytes".formatted(length));
      }
      want(length, payload -> complete(payload, method));
    }

    private void complete(byte[] payload, PayloadMethod method) {
      ciphers.decipher(payload);
      int pad = padLength();
      byte[] selection =
          ByteBuffer.allocate(OFFER_BYTES + pad)
              .putInt(VERIFICATION_BYTES, method.bit())
              .putShort(VERIFICATION_BYTES + Integer.BYTES, (short) pad)
              .array();
      send(ciphers.encipher(selection));
      end(ciphers.stream(torrent, method, payload));
    }
  }
}
