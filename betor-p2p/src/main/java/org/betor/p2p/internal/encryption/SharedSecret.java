package org.betor.p2p.internal.encryption;

import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.hash.HashBytes;

/** What both sides know after the exchange of keys, and what is made of it. */
final class SharedSecret {
  private final byte[] secret;

  SharedSecret(byte[] secret) {
    this.secret = secret;
  }

  /** Shows that the secret is known, and where the pad before it ends. */
  byte[] proof() {
    return Keyed.hash("req1", secret);
  }

  /** Hides the hash of a torrent from who does not know the secret, or brings it back. */
  byte[] mask(byte[] hash) {
    byte[] masked = Keyed.hash("req3", secret);
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= hash[i];
    }
    return masked;
  }

  /** For what the peer that connected sends. */
  StreamCipher initiatorCipher(InfoHash torrent) {
    return new Rc4(Keyed.hash("keyA", secret, HashBytes.of(torrent)));
  }

  /** For what the peer that was connected to sends. */
  StreamCipher acceptorCipher(InfoHash torrent) {
    return new Rc4(Keyed.hash("keyB", secret, HashBytes.of(torrent)));
  }
}
