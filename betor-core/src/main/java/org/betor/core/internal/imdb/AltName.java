package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/** What a line of {@code title.akas} says, all of it but the id, as the bytes of a row. */
final class AltName {
  private static final String MOST_WANTED = "BR";
  private static final int COUNTRY_BYTES = 2;
  private static final int TEXT_AT = 1 + Integer.BYTES + COUNTRY_BYTES;
  private static final byte NO_LETTER = 0;

  private AltName() {}

  /**
   * As bytes that are in the order in which names are kept: Brazilian ones, then those that the
   * file numbers lowest.
   *
   * @param country two letters; empty if not known
   * @param text in UTF-8
   */
  static BytesRef bytes(String country, int ordering, BytesRef text) {
    ByteBuffer out =
        ByteBuffer.allocate(TEXT_AT + text.length)
            .put((byte) (country.equals(MOST_WANTED) ? 0 : 1))
            .putInt(ordering)
            .put(country.isEmpty() ? new byte[COUNTRY_BYTES] : country.getBytes(US_ASCII))
            .put(text.bytes, text.offset, text.length);
    return new BytesRef(out.array());
  }

  /** Two letters; empty if not known. */
  static String country(BytesRef name) {
    int at = name.offset + TEXT_AT - COUNTRY_BYTES;
    return name.bytes[at] == NO_LETTER ? "" : new String(name.bytes, at, COUNTRY_BYTES, US_ASCII);
  }

  static String text(BytesRef name) {
    return new String(name.bytes, name.offset + TEXT_AT, name.length - TEXT_AT, UTF_8);
  }
}
