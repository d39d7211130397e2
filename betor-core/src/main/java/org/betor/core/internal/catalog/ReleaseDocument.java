package org.betor.core.internal.catalog;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.betor.api.model.Contents;
import org.betor.api.model.Language;
import org.betor.api.model.Link;
import org.betor.api.model.Listing;
import org.betor.api.model.Release;
import org.betor.api.model.ReleaseKey;
import org.betor.api.model.Section;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleMatch;

/** A release as a Lucene document. The record is the truth; the other fields only find it. */
final class ReleaseDocument {
  static final String RECORD = "record";
  static final String WORDS = "words";

  /** Titles as people write them, one on each line. */
  static final String TITLES = "titles";

  static final String TYPE = "type";
  static final String LANGUAGE = "language";
  static final String RESOLUTION = "resolution";
  static final String PROVIDER = "provider";
  static final String ID = "id";
  static final String SEASON = "season";
  static final String YEAR = "year";
  static final String LEVEL = "level";

  /** When the newest section was seen, in nanoseconds since 1970. */
  static final String SEEN = "seen";

  private static final String KEY = "key";
  private static final FieldType WORDS_TYPE = wordsType();

  /** Longer names are cut: who means to be found says it sooner. */
  private static final int MAX_NAME = 500;

  /** Lucene refuses terms over 32,766 bytes; nobody filters by values that long. */
  private static final int MAX_KEYWORD = 4_096;

  private ReleaseDocument() {}

  /** The document of a release that has that record. */
  static Document of(Release release, byte[] record) {
    Document document = new Document();
    keyword(document, KEY, release.key().value());
    document.add(new BinaryDocValuesField(RECORD, new BytesRef(record)));
    document.add(new IntPoint(LEVEL, release.level()));
    addTimes(document, release);
    addWords(document, release);
    addFilters(document, release);
    return document;
  }

  /** Names the one document of a release. */
  static Term term(ReleaseKey key) {
    return new Term(KEY, key.value());
  }

  /** The field with the time when sections of a kind were last seen. */
  static String seen(SectionKind kind) {
    return SEEN + "." + kind.label();
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

  private static void addTimes(Document document, Release release) {
    newest(release.sections().stream())
        .ifPresent(seen -> document.add(new NumericDocValuesField(SEEN, nanos(seen))));
    for (SectionKind kind : SectionKind.values()) {
      newest(release.sections().stream().filter(kind::holds))
          .ifPresent(seen -> document.add(new LongField(seen(kind), nanos(seen), Field.Store.NO)));
    }
  }

  private static Optional<Instant> newest(Stream<Section> sections) {
    return sections.map(Section::seen).max(Comparator.naturalOrder());
  }

  private static void addWords(Document document, Release release) {
    Stream.concat(
            release.listings().stream().flatMap(ReleaseDocument::words),
            Stream.concat(
                release.find(TitleMatch.class).stream().map(TitleMatch::title),
                release.find(Contents.class).stream().map(Contents::name)))
        .distinct()
        .forEach(words -> document.add(new Field(WORDS, words, WORDS_TYPE)));
    String titles = titles(release).distinct().collect(joining("\n"));
    document.add(new BinaryDocValuesField(TITLES, new BytesRef(titles)));
  }

  private static Stream<String> words(Listing listing) {
    Stream<String> name =
        listing.offer().link() instanceof Link.Magnet magnet
            ? magnet.magnet().name().stream()
            : Stream.empty();
    return Stream.of(
            titles(listing),
            Stream.of(listing.post().heading()),
            listing.post().genres().stream(),
            name.map(text -> text.substring(0, Math.min(MAX_NAME, text.length()))))
        .flatMap(texts -> texts);
  }

  /** What may be suggested: titles, and the headings of pages only where there is no title. */
  private static Stream<String> titles(Release release) {
    return Stream.concat(
            Stream.of(release.title()),
            release.listings().stream().flatMap(ReleaseDocument::titles))
        .filter(title -> !title.equals(release.key().value()));
  }

  private static Stream<String> titles(Listing listing) {
    return Stream.concat(
        listing.post().translatedTitle().stream(), listing.post().originalTitle().stream());
  }

  private static void addFilters(Document document, Release release) {
    keyword(document, TYPE, release.mediaType().name());
    keyword(document, RESOLUTION, release.quality().resolution().name());
    release.providers().forEach(provider -> keyword(document, PROVIDER, provider));
    release.ids().stream().map(TitleId::toString).forEach(id -> keyword(document, ID, id));
    release.audio().stream()
        .flatMap(ReleaseDocument::tags)
        .distinct()
        .forEach(tag -> keyword(document, LANGUAGE, tag));
    release.episodes().seasons().forEach(season -> keyword(document, SEASON, "" + season));
    release.year().ifPresent(year -> document.add(new IntPoint(YEAR, year)));
  }

  /** The tag, and the bare language before its country. */
  private static Stream<String> tags(Language language) {
    return Stream.of(language.tag(), language.tag().split("-", 2)[0]);
  }

  private static void keyword(Document document, String field, String value) {
    if (value.length() <= MAX_KEYWORD) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  private static FieldType wordsType() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
