package org.betor.core.internal.catalog;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.spi.Facet;

/**
 * A release as a Lucene document. The records are the truth; the other fields only find them, and
 * {@link IndexVersion#CURRENT} goes up when they change.
 */
final class ReleaseDocument {
  /** What readers are given; for an alias, what was written under its key. */
  static final String RECORD = "record";

  /** What was written under this very key, where others lead to the release as well. */
  static final String OWN = "own";

  static final String WORDS = "words";

  /** Titles as people write them, one on each line. */
  static final String TITLES = "titles";

  static final String TYPE = "type";
  static final String LANGUAGE = "language";
  static final String RESOLUTION = "resolution";
  static final String SOURCE = "source";
  static final String PROVIDER = "provider";
  static final String TAG = "tag";
  static final String ID = "id";
  static final String SEASON = "season";

  /** Numbers of episodes, or {@link #WHOLE}. */
  static final String EPISODE = "episode";

  static final String WHOLE = "whole";

  /** The hashes of the addresses of its pages. */
  private static final String PAGE = "page";

  static final String YEAR = "year";
  static final String SEEDERS = "seeders";
  static final String SIZE = "size";

  /** The least level of its viewers. An alias has none, and so nobody finds it. */
  static final String LEVEL = "level";

  /** The hash of the film or series, by which releases are grouped. */
  static final String WORK = "work";

  /** When the newest section was seen, in nanoseconds since 1970. */
  static final String SEEN = "seen";

  /** A number of its own for each release: the end of every order. */
  static final String TIE = "tie";

  /** The key that an alias is another name of. */
  static final String SAME_AS = "same";

  /** Says of a release that its info-hash is not known. */
  static final String HASHLESS = "hashless";

  private static final FieldType WORDS_TYPE = wordsType();

  /** Lucene refuses terms over 32,766 bytes; nobody filters by values that long. */
  private static final int MAX_KEYWORD = 4_096;

  private ReleaseDocument() {}

  /** The document of what is held under a key. */
  static Document of(Holding holding, byte[] record) {
    Document document = new Document();
    document.add(Keys.field(holding.key()));
    document.add(new NumericDocValuesField(TIE, KeyHash.of(holding.key().value())));
    binary(document, RECORD, record);
    holding.sameAs().ifPresent(key -> keyword(document, SAME_AS, key.value()));
    if (!holding.whole().sections().isEmpty()) {
      if (!holding.isPlain()) {
        binary(document, OWN, PackedJson.of(holding.own()));
      }
      addFields(document, holding.whole());
    }
    return document;
  }

  /** The document of a record that cannot be read: it is kept, and found by its key only. */
  static Document unreadable(ReleaseKey key, BytesRef record) {
    Document document = new Document();
    document.add(Keys.field(key));
    document.add(new NumericDocValuesField(TIE, KeyHash.of(key.value())));
    document.add(new BinaryDocValuesField(RECORD, record));
    return document;
  }

  /** The field with the time when sections of a kind were last seen. */
  static String seen(SectionKind kind) {
    return SEEN + "." + kind.label();
  }

  /** Finds what a page lists. */
  static Query isListedOn(URI page) {
    return LongPoint.newExactQuery(PAGE, KeyHash.of(page.toString()));
  }

  /** Nanoseconds since 1970; the ends of the range stand for what is outside (1677 to 2262). */
  static long nanos(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException outside) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static void addFields(Document document, Release release) {
    document.add(new IntField(LEVEL, release.level(), Field.Store.NO));
    document.add(new NumericDocValuesField(WORK, KeyHash.of(release.work())));
    if (release.infoHash().isEmpty()) {
      keyword(document, HASHLESS, "");
    }
    addTimes(document, release);
    ReleaseWords.of(release).forEach(words -> document.add(new Field(WORDS, words, WORDS_TYPE)));
    String titles = String.join("\n", ReleaseWords.titles(release));
    document.add(new BinaryDocValuesField(TITLES, new BytesRef(titles)));
    addFilters(document, release);
    addNumbers(document, release);
    addFacets(document, release);
  }

  private static void addTimes(Document document, Release release) {
    addNewest(document, SEEN, release.sections());
    for (SectionKind kind : SectionKind.ALL) {
      addNewest(document, seen(kind), kind.sectionsOf(release));
    }
  }

  /** Of sections, the newest first. */
  private static void addNewest(Document document, String field, List<? extends Section> sections) {
    if (!sections.isEmpty()) {
      document.add(new NumericDocValuesField(field, nanos(sections.get(0).seen())));
    }
  }

  private static void addFilters(Document document, Release release) {
    keyword(document, TYPE, release.mediaType().name());
    keyword(document, RESOLUTION, release.quality().resolution().name());
    keyword(document, SOURCE, release.quality().source().name());
    release.providers().forEach(provider -> keyword(document, PROVIDER, provider));
    for (String page : pages(release)) {
      document.add(new LongPoint(PAGE, KeyHash.of(page)));
    }
    FacetValues.tags(release).forEach(tag -> keyword(document, TAG, tag));
    release.ids().forEach(id -> keyword(document, ID, id.toString()));
    languages(release).forEach(tag -> keyword(document, LANGUAGE, tag));
    addEpisodes(document, release.episodes());
  }

  /** As they are written: equal addresses may be spelt in several ways. */
  private static Set<String> pages(Release release) {
    Set<String> pages = new LinkedHashSet<>();
    release.listings().forEach(listing -> pages.add(listing.address().toString()));
    return pages;
  }

  /** The tags, and the bare languages before their countries. */
  private static Set<String> languages(Release release) {
    Set<String> tags = new LinkedHashSet<>();
    for (Language language : release.audio()) {
      tags.add(language.tag());
      tags.add(language.tag().split("-", 2)[0]);
    }
    return tags;
  }

  private static void addEpisodes(Document document, Episodes episodes) {
    episodes.seasons().forEach(season -> keyword(document, SEASON, "" + season));
    episodes.numbers().forEach(number -> keyword(document, EPISODE, "" + number));
    if (!episodes.seasons().isEmpty() && episodes.numbers().isEmpty()) {
      keyword(document, EPISODE, WHOLE);
    }
  }

  private static void addNumbers(Document document, Release release) {
    release.year().ifPresent(year -> document.add(new IntField(YEAR, year, Field.Store.NO)));
    release
        .seeders()
        .ifPresent(peers -> document.add(new IntField(SEEDERS, peers, Field.Store.NO)));
    release.sizeBytes().ifPresent(size -> document.add(new LongField(SIZE, size, Field.Store.NO)));
  }

  private static void addFacets(Document document, Release release) {
    for (Facet facet : Facet.values()) {
      for (String value : FacetValues.of(release, facet)) {
        if (value.length() <= MAX_KEYWORD) {
          BytesRef bytes = new BytesRef(value);
          document.add(new SortedSetDocValuesField(FacetValues.field(facet), bytes));
        }
      }
    }
  }

  private static void keyword(Document document, String field, String value) {
    if (value.length() <= MAX_KEYWORD) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private static void binary(Document document, String field, byte[] bytes) {
    document.add(new BinaryDocValuesField(field, new BytesRef(bytes)));
  }

  private static FieldType wordsType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
