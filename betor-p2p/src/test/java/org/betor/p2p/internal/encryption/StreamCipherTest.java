package org.betor.p2p.internal.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamCipherTest {
  private static final byte[] KEY = "twenty bytes of key!".getBytes(US_ASCII);

  /** RFC 6229, section 2: the key of 40 bits, from offset 1024. */
  @Test
  void isRc4FromThe1025thByte() {
    ByteBuffer bytes = ByteBuffer.allocate(16);

    new Rc4(HexFormat.of().parseHex("0102030405")).apply(bytes);

    assertThat(HexFormat.of().formatHex(bytes.array()))
        .isEqualTo("30abbcc7c20b01609f23ee2d5f6bb7df");
  }

  @Test
  void changesOnlyWhatIsBetweenPositionAndLimit() {
    ByteBuffer bytes = ByteBuffer.allocate(20_000).position(3).limit(15_000);

    new Rc4(KEY).apply(bytes);

    assertThat(bytes.position()).isEqualTo(3);
    assertThat(bytes.limit()).isEqualTo(15_000);
    assertThat(bytes.array()).startsWith(0, 0, 0).endsWith(new byte[5_000]);
    assertThat(ByteBuffer.wrap(bytes.array(), 3, 14_997)).isNotEqualTo(ByteBuffer.allocate(14_997));
  }

  @Test
  void changesBytesOutsideOfTheHeapAlike() {
    byte[] text = new byte[50_000];
    new Random(1).nextBytes(text);
    ByteBuffer inHeap = ByteBuffer.wrap(text.clone());
    ByteBuffer outside = ByteBuffer.allocateDirect(text.length).put(text).flip();

    new Rc4(KEY).apply(inHeap);
    new Rc4(KEY).apply(outside);

    assertThat(outside).isEqualTo(inHeap);
  }

  @Test
  void goesOnWhereItStopped() {
    ByteBuffer whole = ByteBuffer.allocate(10_000);
    ByteBuffer parts = ByteBuffer.allocate(10_000);
    Rc4 cipher = new Rc4(KEY);

    new Rc4(KEY).apply(whole);
    cipher.apply(parts.slice(0, 1));
    cipher.apply(parts.slice(1, 8_999));
    cipher.apply(parts.slice(9_000, 0));
    cipher.apply(parts.slice(9_000, 1_000));

    assertThat(parts).isEqualTo(whole);
  }
}
