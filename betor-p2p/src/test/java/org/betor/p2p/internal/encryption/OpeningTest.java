package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private static final String HANDSHAKE = "\u0013BitTorrent protocol\0\0\0";

  @Test
  void knowsAPlaintextHandshakeByItsFirst20Bytes() {
    for (int length = 0; length < 20; length++) {
      assertThat(of(HANDSHAKE.substring(0, length))).isEqualTo(Opening.UNDECIDED);
    }
    assertThat(of(HANDSHAKE.substring(0, 20))).isEqualTo(Opening.PLAINTEXT);
    assertThat(of(HANDSHAKE)).isEqualTo(Opening.PLAINTEXT);
  }

  @Test
  void takesEverythingElseForEncryptedAtItsFirstOtherByte() {
    assertThat(of("\u0014")).isEqualTo(Opening.ENCRYPTED);
    assertThat(of("\u0013BitTorrent protocoL")).isEqualTo(Opening.ENCRYPTED);
    assertThat(of("GET / HTTP/1.1\r\n")).isEqualTo(Opening.ENCRYPTED);
  }

  @Test
  void leavesTheBytesWhereTheyAre() {
    ByteBuffer bytes = ByteBuffer.wrap(("??" + HANDSHAKE).getBytes(US_ASCII)).position(2);

    assertThat(Opening.of(bytes)).isEqualTo(Opening.PLAINTEXT);
    assertThat(bytes.position()).isEqualTo(2);
  }

  private static Opening of(String start) {
    return Opening.of(ByteBuffer.wrap(start.getBytes(US_ASCII)));
  }
}
