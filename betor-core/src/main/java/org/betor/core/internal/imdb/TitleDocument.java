package org.betor.core.internal.imdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Title;
import org.betor.core.internal.title.NameWords;

/**
 * A title as a Lucene document; {@code ImportState} has a version that goes up when the fields
 * change. One document is filled again and again. Not for use by several threads at once.
 */
final class TitleDocument {
  /** The {@link ImdbNumber}: a point, which needs less than a term where each has another one. */
  private static final String ID = "id";

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

  private final LongPoint id = new LongPoint(ID, 0);
  private final ReadyTerms names = new ReadyTerms();
  private final ReadyTerms words = new ReadyTerms();
  private final NumericDocValuesField facts = new NumericDocValuesField(FACTS, 0);
  private final BinaryDocValuesField record = new BinaryDocValuesField(RECORD, new BytesRef());
  private final ByteBuffersDataOutput said = ByteBuffersDataOutput.newResettableInstance();
  private final Document document = new Document();

  TitleDocument() {
    document.add(id);
    document.add(new Field(NAME, names, TERMS));
    document.add(new Field(WORD, words, TERMS));
    document.add(facts);
    document.add(record);
  }

  /** The document of a title, until the next one is asked for. */
  Document of(long number, TitleFacts told, Rating liked, List<Title.Name> all) throws IOException {
    id.setLongValue(number);
    facts.setLongValue(Facts.of(told, liked.votes()));
    said.reset();
    TitleRecord.write(number, told, liked, all, said);
    record.setBytesValue(new BytesRef(said.toArrayCopy()));
    setNames(all);
    return document;
  }

  /** A word that several names have is told once for each: Lucene knows it again. */
  private void setNames(List<Title.Name> all) {
    Set<String> texts = new HashSet<>();
    List<BytesRef> keys = new ArrayList<>();
    List<BytesRef> terms = new ArrayList<>();
    for (Title.Name name : all) {
      if (texts.add(name.text())) {
        List<String> counting = NameKey.counting(NameWords.of(name.text()));
        keys.add(NameKey.of(counting));
        counting.forEach(word -> terms.add(word(word)));
      }
    }
    names.set(keys);
    words.set(terms);
  }

  /** Finds the title of an {@link ImdbNumber}. */
  static Query of(long number) {
    return LongPoint.newExactQuery(ID, number);
  }

  /** The term for a word. */
  static BytesRef word(String word) {
    String indexed = word.length() > WORD_CHARS ? word.substring(0, WORD_CHARS) : word;
    return new BytesRef(indexed.getBytes(UTF_8));
  }

  private static FieldType termsType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }
}
