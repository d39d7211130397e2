package org.betor.p2p.internal.bencode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BencodeTest {

  @Test
  void writesKeysInTheirOrder() {
    assertThat(text(Bencode.write(Map.of("b", 1, "a", List.of("x", -2L)))))
        .isEqualTo("d1:al1:xi-2ee1:bi1ee");
  }

  @Test
  void readsWhatItWrote() throws MalformedException {
    byte[] bytes = {0, (byte) 0x80, (byte) 0xff};

    Dictionary read =
        Dictionary.read(
            Bencode.write(
                Map.of("n", Long.MAX_VALUE, "b", bytes, "d", Map.of("t", "ção"), "l", List.of(1))));

    assertThat(read.number("n")).hasValue(Long.MAX_VALUE);
    assertThat(read.bytes("b")).hasValue(bytes);
    assertThat(read.dictionary("d").text("t")).hasValue("ção");
    assertThat(read.list("l")).isEqualTo(List.of(1L));
  }

  @Test
  void takesAValueOfAnotherTypeForNone() throws MalformedException {
    Dictionary read = Dictionary.read("d1:a1:xe".getBytes(ISO_8859_1));

    assertThat(read.number("a")).isEmpty();
    assertThat(read.dictionary("a").values()).isEmpty();
    assertThat(read.list("a")).isEmpty();
    assertThat(read.text("missing")).isEmpty();
  }

  @Test
  void leavesWhatFollowsADictionary() throws MalformedException {
    ByteBuffer bytes = ByteBuffer.wrap("d1:ai1eePIECE".getBytes(ISO_8859_1));

    Dictionary.read(bytes);

    assertThat(bytes.remaining()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d",
        "i1e",
        "d1:ae",
        "d1:ai1e",
        "di1ei2ee",
        "d1:ai1ee-",
        "d1:a99999999999:xe",
        "d1:a99999999999999999999:xe",
        "d1:ai9223372036854775808ee",
        "d1:aiee",
        "d1:a-1:xe"
      })
  void refusesWhatIsMalformed(String message) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> Dictionary.read(message.getBytes(ISO_8859_1)));
  }

  @Test
  void refusesWhatIsTooDeepOrHasTooManyValues() {
    String deep = "d1:a" + "l".repeat(100_000) + "e".repeat(100_000) + "e";
    String many = "d1:al" + "0:".repeat(1_000_000) + "ee";

    for (String message : List.of(deep, many)) {
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> Dictionary.read(message.getBytes(ISO_8859_1)));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
