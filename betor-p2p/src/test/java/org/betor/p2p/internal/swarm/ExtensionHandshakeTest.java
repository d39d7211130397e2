package org.betor.p2p.internal.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.betor.p2p.internal.bencode.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionHandshakeTest {

  @Test
  void isReadAsItWasWritten() throws Exception {
    assertThat(read(ExtensionHandshake.bytes(true, 5_000, 6881, 512)))
        .isEqualTo(
            new ExtensionHandshake(
                ExtensionHandshake.METADATA_ID,
                ExtensionHandshake.PEX_ID,
                5_000,
                OptionalInt.of(6881)));
    assertThat(read(ExtensionHandshake.bytes(false, 0, 6881, 512)))
        .returns(0, ExtensionHandshake::pexId)
        .returns(0, ExtensionHandshake::metadataBytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "de",
        "d1:mdee",
        "d1:mi5e13:metadata_size4:much1:p1:xe",
        "d1:md11:ut_metadatai0e6:ut_pexi0ee13:metadata_sizei0e1:pi0ee",
        "d1:md11:ut_metadatai-1e6:ut_pexi-1ee13:metadata_sizei-5e1:pi-1ee",
        "d1:md11:ut_metadatai256e6:ut_pexi999ee13:metadata_sizei16777217e1:pi65536ee",
        "d1:md11:ut_metadatai4294967297e6:ut_pexi4294967297ee13:metadata_sizei4294967297ee",
        "d13:metadata_sizei9223372036854775807e1:pi9223372036854775807ee"
      })
  void takesNumbersThatMeanNothingForNone(String said) throws Exception {
    assertThat(read(said.getBytes(StandardCharsets.US_ASCII))).isEqualTo(ExtensionHandshake.NONE);
  }

  @Test
  void takesTheLargestNumbersThatAreAllowed() throws Exception {
    String said = "d1:md11:ut_metadatai255e6:ut_pexi255ee13:metadata_sizei16777216e1:pi65535ee";

    assertThat(read(said.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new ExtensionHandshake(255, 255, 16 << 20, OptionalInt.of(65_535)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "le", "d", "i5e", "d1:m", "d1:pi99999999999999999999ee"})
  void isRefusedWhereItIsNoDictionary(String said) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(said.getBytes(StandardCharsets.US_ASCII)));
  }

  private static ExtensionHandshake read(byte[] said) throws MalformedException {
    return ExtensionHandshake.read(ByteBuffer.wrap(said));
  }
}
