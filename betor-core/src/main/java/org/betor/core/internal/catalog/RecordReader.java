package org.betor.core.internal.catalog;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a record one after another, whichever way they are written. Each is read once
 * and as what it is. Methods throw some unchecked exception where the record is broken, or holds
 * something else.
 */
interface RecordReader {
  /** Reads a text. */
  String text();

  /** Reads a whole number. */
  long number();

  /**
   * Reads a list.
   *
   * @param item reads each item
   */
  <T> List<T> list(Function<RecordReader, T> item);

  /** Reads an object. */
  void object(Fields fields);

  /** Passes over a value, whatever it is. */
  void skip();

  /** What the fields of an object are read into. */
  interface Fields {
    /** Reads a field's value, or skips it. Fields come in any order. */
    void read(String name, RecordReader in);

    /**
     * The value of a field that has to be there.
     *
     * @throws IllegalArgumentException if it was not
     */
    static <T> T required(String name, @Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException("\"%s\" is missing".formatted(name));
      }
      return value;
    }
  }
}
