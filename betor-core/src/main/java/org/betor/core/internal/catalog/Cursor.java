package org.betor.core.internal.catalog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.betor.api.spi.CatalogQuery;

/**
 * Where a page ended, as text for the caller: a version, the query that it belongs to, the values
 * by which the last release was sorted, and a checksum. They say the same after a restart.
 */
final class Cursor {
  private static final byte VERSION = 3;
  private static final int HEAD_BYTES = 1 + Long.BYTES;

  private Cursor() {}

  static String of(CatalogQuery query, FieldDoc last) {
    int size = HEAD_BYTES + last.fields.length * Long.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(size + Integer.BYTES);
    bytes.put(VERSION).putLong(KeyHash.of(identity(query)));
    for (Object value : last.fields) {
      bytes.putLong(
          value instanceof Float score
              ? Float.floatToIntBits(score)
              : ((Number) value).longValue());
    }
    bytes.putInt(checksum(bytes.array(), size));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The place behind which a query goes on.
   *
   * @throws IllegalArgumentException if the text is no cursor of this query
   */
  static FieldDoc read(String text, CatalogQuery query) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      int size = bytes.length - Integer.BYTES;
      Sort order = Order.of(query);
      boolean whole =
          size == HEAD_BYTES + order.getSort().length * Long.BYTES
              && in.getInt(size) == checksum(bytes, size);
      if (!whole || in.get() != VERSION || in.getLong() != KeyHash.of(identity(query))) {
        throw new IllegalArgumentException("it is not that of a page of this very query");
      }
      Object[] values =
          Arrays.stream(order.getSort()).map(field -> value(field, in.getLong())).toArray();
      return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
    } catch (IllegalArgumentException | BufferUnderflowException reason) {
      throw new IllegalArgumentException(
          "the cursor \"%s\" cannot be used (%s): take Hits.next() of the page before"
              .formatted(text.substring(0, Math.min(100, text.length())), reason.getMessage()),
          reason);
    }
  }

  private static Object value(SortField field, long bits) {
    if (field.getType() == SortField.Type.SCORE) {
      return Float.intBitsToFloat((int) bits);
    }
    boolean isInt =
        field instanceof SortedNumericSortField number
            && number.getNumericType() == SortField.Type.INT;
    return isInt ? (Object) Math.toIntExact(bits) : (Object) bits;
  }

  /** Everything in a query but where its page begins and ends. */
  private static String identity(CatalogQuery query) {
    return List.of(
            query.words().length() + ":" + query.words(),
            query.mediaType(),
            query.fromYear(),
            query.toYear(),
            query.language(),
            query.resolution(),
            query.source(),
            query.provider(),
            query.id(),
            query.season(),
            query.episode(),
            query.tag(),
            query.page(),
            query.seeders(),
            query.fromBytes(),
            query.toBytes(),
            query.sort())
        .toString();
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
