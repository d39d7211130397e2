package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 65_536, 1_000_000})
  void linesAreTheSameHoweverTheirBytesCome(int atATime) throws IOException {
    String longest = "b".repeat(LineReader.LONGEST);
    String text = "first\r\n\n" + longest + "\n" + longest + "c\n" + "d".repeat(300_000) + "\nlast";

    assertThat(lines(text, atATime)).containsExactly("first", "", longest, "long", "long", "last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "a", "a\n"})
  void theEndNeedsNoNewline(String text) throws IOException {
    assertThat(lines(text, 10)).isEqualTo(text.lines().toList());
  }

  private static List<String> lines(String text, int atATime) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(inPortions(text, atATime))) {
      while (reader.advance()) {
        String line =
            new String(reader.bytes(), reader.start(), reader.end() - reader.start(), UTF_8);
        lines.add(reader.isTooLong() ? "long" : line);
        assertThat(reader.number()).isEqualTo(lines.size());
      }
    }
    return lines;
  }

  private static InputStream inPortions(String text, int atATime) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public int read(byte[] buffer, int from, int length) {
        return super.read(buffer, from, Math.min(length, atATime));
      }
    };
  }
}
