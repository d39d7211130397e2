package org.betor.p2p.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.betor.api.model.InfoHash;
import org.betor.p2p.internal.bencode.MalformedException;
import org.betor.p2p.internal.wire.PeerHandshake.Features;
import org.betor.p2p.internal.wire.PeerHandshake.PeerId;
import org.junit.jupiter.api.Test;

class PeerHandshakeTest {
  private static final InfoHash SINTEL = new InfoHash("08ada5a7a6183aae1e09d831df6748d566095a10");
  private static final PeerId PEER =
      new PeerId("-BT0100-abcdefghijkl".getBytes(StandardCharsets.US_ASCII));
  private static final PeerHandshake GREETING =
      new PeerHandshake(SINTEL, PEER, Features.ours(true));

  @Test
  void isReadAsItWasWrittenAndNothingBehindIt() throws Exception {
    ByteBuffer bytes =
        ByteBuffer.allocate(PeerHandshake.BYTES + 4).put(GREETING.bytes()).putInt(5).flip();

    assertThat(PeerHandshake.read(bytes)).isEqualTo(GREETING);
    assertThat(bytes.remaining()).isEqualTo(4);
  }

  @Test
  void hasItsPartsWhereTheProtocolSays() {
    byte[] bytes = GREETING.bytes();

    assertThat(bytes).hasSize(68);
    assertThat(new String(bytes, 0, 20, StandardCharsets.US_ASCII))
        .isEqualTo("\u0013BitTorrent protocol");
    assertThat(bytes[25]).isEqualTo((byte) 0x10); // extension protocol
    assertThat(bytes[27]).isEqualTo((byte) 0x05); // fast extension and DHT
    assertThat(new String(bytes, 48, 20, StandardCharsets.US_ASCII))
        .isEqualTo("-BT0100-abcdefghijkl");
  }

  @Test
  void tellsWhatThePeerKnows() {
    assertThat(Features.ours(false)).returns(false, Features::dht);
    assertThat(Features.ours(true))
        .returns(true, Features::dht)
        .returns(true, Features::fast)
        .returns(true, Features::extensions);
    assertThat(new Features(0))
        .returns(false, Features::dht)
        .returns(false, Features::fast)
        .returns(false, Features::extensions);
  }

  @Test
  void knowsFromTheFirstBytesWhatCannotBecomeOne() {
    byte[] bytes = GREETING.bytes();
    for (int length = 0; length <= bytes.length; length++) {
      assertThat(PeerHandshake.mayBegin(ByteBuffer.wrap(bytes, 0, length))).isTrue();
    }
    for (int wrong = 0; wrong < 20; wrong++) {
      byte[] other = bytes.clone();
      other[wrong] ^= 1;
      assertThat(PeerHandshake.mayBegin(ByteBuffer.wrap(other, 0, wrong + 1))).isFalse();
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> PeerHandshake.read(ByteBuffer.wrap(other)));
    }
  }
}
