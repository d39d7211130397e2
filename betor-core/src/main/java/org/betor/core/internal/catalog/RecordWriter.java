package org.betor.core.internal.catalog;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the values of a record one after another, in one way or another. */
interface RecordWriter {
  /** Writes a text. */
  void text(String text);

  /** Writes a whole number. */
  void number(long number);

  /**
   * Writes a list.
   *
   * @param item writes each item as one value
   */
  <T> void list(Collection<T> items, BiConsumer<RecordWriter, T> item);

  /** Writes an object. */
  void object(Consumer<Fields> fields);

  /** Writes the name of the field whose value comes next. For {@link Fields} only. */
  void name(String name);

  /** The fields of an object while it is written. Leaves out what says nothing. */
  record Fields(RecordWriter out) {

    /** Writes a text, unless it is empty. */
    Fields text(String name, String text) {
      if (!text.isEmpty()) {
        out.name(name);
        out.text(text);
      }
      return this;
    }

    Fields number(String name, long number) {
      out.name(name);
      out.number(number);
      return this;
    }

    Fields object(String name, Consumer<Fields> fields) {
      out.name(name);
      out.object(fields);
      return this;
    }

    /** Writes a list, unless it is empty. */
    <T> Fields list(String name, Collection<T> items, BiConsumer<RecordWriter, T> item) {
      if (!items.isEmpty()) {
        out.name(name);
        out.list(items, item);
      }
      return this;
    }

    /** Writes a list of texts, unless it is empty. */
    Fields texts(String name, Collection<String> texts) {
      return list(name, texts, RecordWriter::text);
    }

    /** Writes a list of numbers, unless it is empty. */
    Fields numbers(String name, Collection<? extends Number> numbers) {
      return list(name, numbers, (one, number) -> one.number(number.longValue()));
    }
  }
}
