package org.betor.mods.internal.bzip2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Bzip2Test {
  private static final int MIB = 1 << 20;

  static Stream<Named<byte[]>> contents() {
    return Stream.of(
        Named.of("nothing", new byte[0]),
        Named.of("one byte", new byte[] {7}),
        Named.of("two bytes", new byte[] {7, -7}),
        Named.of("a run of four", "aaaa".getBytes(UTF_8)),
        Named.of("a run of 255 and one more", "b".repeat(256).getBytes(UTF_8)),
        Named.of("a word again and again", "fig ".repeat(250_000).getBytes(UTF_8)),
        Named.of("runs of just four", "aaaabbbb".repeat(120_000).getBytes(UTF_8)),
        Named.of("zeros for more than one piece of input", new byte[3 * MIB]),
        Named.of("every byte", allBytes()),
        Named.of("noise", noise(MIB, 256)),
        Named.of("noise of two letters", noise(MIB, 2)),
        Named.of("noise twice", twice(noise(400_000, 256))),
        Named.of("lines", lines()),
        Named.of("a Fibonacci word", fibonacci()));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void othersReadWhatWeWrite(byte[] plain) throws IOException {
    InputStream stream = new ByteArrayInputStream(compress(plain));

    assertThat(new BZip2CompressorInputStream(stream).readAllBytes()).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("contents")
  void weReadWhatOthersWriteAndWriteHardlyMore(byte[] plain) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (var out = new BZip2CompressorOutputStream(stream)) {
      out.write(plain);
    }

    assertThat(decompress(stream.toByteArray())).isEqualTo(plain);
    assertThat(compress(plain)).hasSizeLessThan(stream.size() * 102 / 100 + 50);
  }

  @Test
  void readsByteByByte() throws IOException {
    byte[] plain = lines();
    try (var in = new Bzip2InputStream(new ByteArrayInputStream(compress(plain)))) {
      for (int i = 0; i < 100; i++) {
        assertThat(in.read()).isEqualTo(plain[i]);
      }
    }
  }

  @Test
  void noticesEveryDamagedByte() throws IOException {
    byte[] whole = compress(noise(200, 16));
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= (byte) 0x80;
      assertThatThrownBy(() -> decompress(damaged))
          .as("the byte at %d", i)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void isNotSurprisedByAnyDamage() throws IOException {
    byte[] whole = compress(Arrays.copyOf(lines(), 40_000));
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = whole.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        damaged[random.nextInt(i % 2 == 0 ? 150 : whole.length)] = (byte) random.nextInt();
      }
      if (!Arrays.equals(damaged, whole)) {
        assertThatThrownBy(() -> decompress(damaged)).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void noticesWhereverItIsCut() throws IOException {
    byte[] whole = compress(noise(300, 256));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decompress(cut))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  static byte[] compress(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Bzip2Compressor compressor = new Bzip2Compressor();
    Bzip2Joiner joiner = new Bzip2Joiner(out);
    for (int at = 0; at < plain.length; ) {
      Bzip2Block block = new Bzip2Block(0);
      at = block.add(plain, at, plain.length);
      joiner.add(compressor.compress(block));
    }
    joiner.finish();
    return out.toByteArray();
  }

  private static byte[] decompress(byte[] stream) throws IOException {
    try (var in = new Bzip2InputStream(new ByteArrayInputStream(stream))) {
      return in.readAllBytes();
    }
  }

  private static byte[] allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  static byte[] noise(int size, int letters) {
    SplittableRandom random = new SplittableRandom(size);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) random.nextInt(letters);
    }
    return bytes;
  }

  private static byte[] twice(byte[] bytes) {
    byte[] twice = Arrays.copyOf(bytes, 2 * bytes.length);
    System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
    return twice;
  }

  static byte[] lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      lines.append("    <plank length=\"%d\" wood=\"%d\"/>%n".formatted(i * 31 % 977, i % 13));
    }
    return lines.toString().getBytes(UTF_8);
  }

  private static byte[] fibonacci() {
    StringBuilder word = new StringBuilder("a");
    StringBuilder before = new StringBuilder("b");
    while (word.length() < 300_000) {
      StringBuilder longer = new StringBuilder(word).append(before);
      before = word;
      word = longer;
    }
    return word.toString().getBytes(UTF_8);
  }
}
