package org.betor.core.internal.imdb;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.MediaType;

/**
 * What a line of {@code title.basics} says, all of it but the id.
 *
 * @param startYear 0 if not known, like the other numbers
 * @param primaryName in UTF-8; not empty
 * @param originalName in UTF-8; empty if not known
 */
record TitleFacts(
    MediaType mediaType,
    int startYear,
    int endYear,
    int minutes,
    BytesRef primaryName,
    BytesRef originalName) {
  private static final int NUMBERS_BYTES = 11;

  static TitleFacts read(BytesRef bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new TitleFacts(
        MediaTypeNumber.mediaType(in.get()),
        in.getShort(),
        in.getShort(),
        in.getInt(),
        take(in, in.getShort()),
        take(in, in.remaining()));
  }

  BytesRef bytes() {
    ByteBuffer out =
        ByteBuffer.allocate(NUMBERS_BYTES + primaryName.length + originalName.length)
            .put((byte) MediaTypeNumber.of(mediaType))
            .putShort((short) startYear)
            .putShort((short) endYear)
            .putInt(minutes)
            .putShort((short) primaryName.length)
            .put(primaryName.bytes, primaryName.offset, primaryName.length)
            .put(originalName.bytes, originalName.offset, originalName.length);
    return new BytesRef(out.array());
  }

  private static BytesRef take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new BytesRef(bytes);
  }
}
