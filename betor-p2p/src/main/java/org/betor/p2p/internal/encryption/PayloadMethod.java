package org.betor.p2p.internal.encryption;

/** How what follows an encrypted handshake is sent. */
public enum PayloadMethod {
  /** As it is: only the handshake is hidden. */
  PLAINTEXT(1),
  /** Enciphered with RC4, which hides the protocol but is no protection from who is determined. */
  RC4(2);

  private final int bit;

  PayloadMethod(int bit) {
    this.bit = bit;
  }

  /** Its bit in the sets that peers offer to one another. */
  int bit() {
    return bit;
  }
}
