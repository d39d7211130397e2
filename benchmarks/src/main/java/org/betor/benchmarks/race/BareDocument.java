package org.betor.benchmarks.race;

import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Release;

/**
 * The fields that answered fastest of all that were tried: one for all words, the record as it is
 * in a doc value, and the index sorted by date. Whatever the catalogue can filter, sort and count
 * by has its field here as well, asked for in the race or not.
 */
final class BareDocument {
  static final String KEY = "key";
  static final String WORDS = "words";
  static final String RECORD = "record";
  static final String TITLES = "titles";
  static final String TYPE = "type";
  static final String LANGUAGE = "language";
  static final String IMDB = "imdb";
  static final String YEAR = "year";
  static final String LEVEL = "level";
  static final String BY_RESOLUTION = "by.resolution";
  static final String BY_LANGUAGE = "by.language";
  private static final String SEEN = "seen";

  /** Also the order of the index. */
  static final Sort NEWEST = new Sort(new SortField(SEEN, SortField.Type.LONG, true));

  private static final FieldType WORDS_TYPE = new FieldType();

  static {
    WORDS_TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS_TYPE.freeze();
  }

  private BareDocument() {}

  static Document of(Entry entry) {
    Document document = new Document();
    keyword(document, KEY, entry.key());
    document.add(new Field(WORDS, entry.text(), WORDS_TYPE));
    binary(document, RECORD, new BytesRef(RecordJson.write(entry.release())));
    binary(document, TITLES, new BytesRef(entry.titles()));
    keyword(document, TYPE, entry.release().mediaType().name());
    keyword(document, IMDB, entry.imdb());
    for (String language : entry.languages()) {
      keyword(document, LANGUAGE, language);
      document.add(new SortedSetDocValuesField(BY_LANGUAGE, new BytesRef(language)));
    }
    document.add(new SortedSetDocValuesField(BY_RESOLUTION, new BytesRef(entry.resolution())));
    document.add(new IntField(YEAR, entry.release().year().orElseThrow(), Field.Store.NO));
    addOthers(document, entry.release());
    document.add(new IntField(LEVEL, entry.release().level(), Field.Store.NO));
    document.add(new NumericDocValuesField(SEEN, entry.seen()));
    return document;
  }

  private static void addOthers(Document document, Release release) {
    keyword(document, "resolution", release.quality().resolution().name());
    faceted(document, "source", release.quality().source().name());
    faceted(document, "provider", release.listings().get(0).provider());
    release.tags().forEach(tag -> faceted(document, "tag", tag.toLowerCase(Locale.ROOT)));
    release.episodes().seasons().forEach(season -> keyword(document, "season", "" + season));
    release.episodes().numbers().forEach(number -> keyword(document, "episode", "" + number));
    document.add(new IntField("seeders", release.seeders().orElseThrow(), Field.Store.NO));
    document.add(new LongField("size", release.sizeBytes().orElseThrow(), Field.Store.NO));
    String page = release.listings().get(0).address().toString();
    document.add(new LongPoint("page", page.hashCode()));
    document.add(new NumericDocValuesField("work", release.work().hashCode()));
    counted(document, TYPE, release.mediaType().name());
    counted(document, YEAR, "" + release.year().orElseThrow());
  }

  private static void faceted(Document document, String field, String value) {
    keyword(document, field, value);
    counted(document, field, value);
  }

  private static void counted(Document document, String field, String value) {
    document.add(new SortedSetDocValuesField("by." + field, new BytesRef(value)));
  }

  private static void keyword(Document document, String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }

  private static void binary(Document document, String field, BytesRef value) {
    document.add(new BinaryDocValuesField(field, value));
  }
}
