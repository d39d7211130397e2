package org.betor.core.internal.imdb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Title;
import org.betor.core.internal.title.NameWords;

/**
 * A title as a Lucene document; {@code ImportState} has a version that goes up when the fields
 * change. One document is filled again and again. Not for use by several threads at once.
 */
final class TitleDocument {
  /** The {@link ImdbNumber}, in four bytes. */
  static final String ID = "id";

  /** The {@link NameKey} of each name. */
  static final String NAME = "name";

  /** The words of all names. */
  static final String WORD = "word";

  /** {@link Facts}. */
  static final String FACTS = "facts";

  /** {@link TitleRecord}. */
  static final String RECORD = "record";

  /** Of a longer word, as in names without blanks, the first letters are indexed. */
  static final int WORD_CHARS = 30;

  private static final FieldType TERMS = termsType();

  private final ReadyTerms ids = new ReadyTerms();
  private final ReadyTerms names = new ReadyTerms();
  private final ReadyTerms words = new ReadyTerms();
  private final NumericDocValuesField facts = new NumericDocValuesField(FACTS, 0);
  private final BinaryDocValuesField record = new BinaryDocValuesField(RECORD, new BytesRef());
  private final Document document = new Document();

  TitleDocument() {
    document.add(new Field(ID, ids, TERMS));
    document.add(new Field(NAME, names, TERMS));
    document.add(new Field(WORD, words, TERMS));
    document.add(facts);
    document.add(record);
  }

  /** The document of a title, until the next one is asked for. */
  Document of(Title title) throws IOException {
    ids.set(List.of(id(ImdbNumber.of(title.ids().get(0)))));
    facts.setLongValue(Facts.of(title));
    record.setBytesValue(new BytesRef(TitleRecord.of(title)));
    setNames(title.names());
    return document;
  }

  private void setNames(List<Title.Name> all) {
    Set<String> texts = new HashSet<>();
    Set<String> allWords = new HashSet<>();
    List<BytesRef> keys = new ArrayList<>();
    for (Title.Name name : all) {
      if (texts.add(name.text())) {
        List<String> counting = NameKey.counting(NameWords.of(name.text()));
        keys.add(NameKey.of(counting));
        allWords.addAll(counting);
      }
    }
    names.set(keys);
    words.set(allWords.stream().map(TitleDocument::word).toList());
  }

  /** The term for an {@link ImdbNumber}. */
  static BytesRef id(long number) {
    byte[] term = {
      (byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number
    };
    return new BytesRef(term);
  }

  /** The term for a word. */
  static BytesRef word(String word) {
    return new BytesRef(word.length() > WORD_CHARS ? word.substring(0, WORD_CHARS) : word);
  }

  private static FieldType termsType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
