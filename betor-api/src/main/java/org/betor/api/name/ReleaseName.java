package org.betor.api.name;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.betor.api.model.Episodes;
import org.betor.api.model.Language;
import org.betor.api.model.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a release says, such as {@code Sintel.2010.1080p.BluRay.x264-GROUP}.
 *
 * <pre>{@code
 * ReleaseName name = ReleaseName.parse("Sintel.2010.1080p.BluRay.x264-GROUP");
 * name.title();     // Sintel
 * name.year();      // OptionalInt[2010]
 * name.quality();   // BluRay 1080p
 * name.parts();     // [Part[kind=TITLE, value=Sintel, start=0, end=6], ...]
 * }</pre>
 *
 * <p>A name is read, never trusted: any text gives an answer, in time and memory that grow no
 * faster than the text, and a text that says nothing gives a title and nothing else. Immutable and
 * safe for use by several threads. Names are equal if their texts are.
 */
public final class ReleaseName {
  private final String text;
  private final List<Part> parts;

  private ReleaseName(String text, List<Part> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** What a name says; never throws, whatever the text. */
  public static ReleaseName parse(String text) {
    return new ReleaseName(text, new Parser(text).parse());
  }

  /** The name as it was given. */
  public String text() {
    return text;
  }

  /** Everything that the name says, in its order, with the place of each. */
  public List<Part> parts() {
    return parts;
  }

  /** The title of the film or series, with blanks for dots; empty if the name has none. */
  public String title() {
    return first(Kind.TITLE).orElse("");
  }

  /** The year of release; of a daily show or of seasons that are years, theirs. */
  public OptionalInt year() {
    OptionalInt year = number(Kind.YEAR);
    if (year.isPresent()) {
      return year;
    }
    return date().map(date -> OptionalInt.of(date.getYear())).orElseGet(this::yearOfSeason);
  }

  private OptionalInt yearOfSeason() {
    OptionalInt season = seasons().stream().mapToInt(Integer::intValue).findFirst();
    return season.stream().filter(number -> number > 1_900).findFirst();
  }

  /** The day of a daily show. */
  public Optional<LocalDate> date() {
    return first(Kind.DATE).map(LocalDate::parse);
  }

  /** The seasons, 0 for specials; empty if the name has none. */
  public SortedSet<Integer> seasons() {
    return numbers(Kind.SEASON);
  }

  /** The episodes within the season, or counted through; empty means whole seasons, or nothing. */
  public SortedSet<Integer> episodeNumbers() {
    return numbers(Kind.EPISODE);
  }

  /** Seasons and episodes as the part of a series that a torrent holds. */
  public Episodes episodes() {
    return Episodes.of(seasons(), episodeNumbers());
  }

  /** The title of the episode. */
  public Optional<String> episodeTitle() {
    return first(Kind.EPISODE_TITLE);
  }

  /** Which part it is of a work that came in parts. */
  public OptionalInt part() {
    return number(Kind.PART);
  }

  /** Whether the name says that a season, a series or a collection is complete. */
  public boolean isComplete() {
    return has(Kind.COMPLETE);
  }

  /** How many lines the picture has, such as {@code 1080p}. */
  public Optional<String> resolution() {
    return first(Kind.RESOLUTION);
  }

  /** Where the picture was taken from, such as {@code WEB-DL}, {@code BluRay} or {@code CAM}. */
  public Optional<String> source() {
    return first(Kind.SOURCE);
  }

  /** Whether these are the disc's own streams, not encoded again. */
  public boolean isRemux() {
    return has(Kind.REMUX);
  }

  /** Source and resolution together, as far as our words for quality have names for them. */
  public Quality quality() {
    return Qualities.of(source(), isRemux(), resolution());
  }

  /** How the picture is encoded, such as {@code x265}. */
  public Optional<String> videoCodec() {
    return first(Kind.VIDEO_CODEC);
  }

  /** Bits of a colour, such as 10. */
  public OptionalInt bitDepth() {
    return number(Kind.BIT_DEPTH);
  }

  /** The dynamic ranges, such as {@code HDR10} and {@code Dolby Vision}. */
  public List<String> hdr() {
    return all(Kind.HDR);
  }

  /** How a picture in three dimensions is packed; {@code 3D} if nobody says. */
  public Optional<String> threeD() {
    return first(Kind.THREE_D);
  }

  /** How the sound is encoded, such as {@code E-AC-3} and {@code Atmos}. */
  public List<String> audioCodecs() {
    return all(Kind.AUDIO_CODEC);
  }

  /** Channels of the sound, such as {@code 5.1}. */
  public List<String> channels() {
    return all(Kind.CHANNELS);
  }

  /**
   * The languages that are spoken. {@code Dublado} and {@code Nacional} are Brazilian Portuguese;
   * {@code Dual} in a Brazilian name is that and another one, which is {@link Language#UNKNOWN}
   * unless the name tells. In other names {@code Dual} proves nothing.
   */
  public List<Language> languages() {
    return all(Kind.LANGUAGE).stream().map(Language::new).toList();
  }

  /**
   * The languages of the subtitles. {@code Legendado} is Brazilian Portuguese; {@link
   * Language#UNKNOWN} if there are some and nobody says which.
   */
  public List<Language> subtitles() {
    return all(Kind.SUBTITLES).stream().map(Language::new).toList();
  }

  /** Whether the sound is dubbed, or there in several languages. */
  public boolean isDubbed() {
    return has(Kind.DUBBED) || has(Kind.DUAL);
  }

  /** Which cut or edition, such as {@code Extended}. */
  public List<String> editions() {
    return all(Kind.EDITION);
  }

  /** Whether it was made again since another group's release was bad. */
  public boolean isProper() {
    return has(Kind.PROPER);
  }

  /** Whether it was made again since the group's own release was bad. */
  public boolean isRepack() {
    return has(Kind.REPACK);
  }

  /** The version of an episode. */
  public OptionalInt version() {
    return number(Kind.VERSION);
  }

  /** Who made the release. */
  public Optional<String> group() {
    return first(Kind.GROUP);
  }

  /** The service or channel it was taken from, such as {@code Netflix}. */
  public Optional<String> network() {
    return first(Kind.NETWORK);
  }

  /** The form of the file, such as {@code MKV}. */
  public Optional<String> container() {
    return first(Kind.CONTAINER);
  }

  /** The size in bytes, as precise as the name states it, counted by 1,024. */
  public OptionalLong sizeBytes() {
    return first(Kind.SIZE).map(Sizes::bytes).orElseGet(OptionalLong::empty);
  }

  /** The CRC-32 of the file, eight hex digits. */
  public Optional<String> crc() {
    return first(Kind.CRC);
  }

  /** The mark of the site that passed the release on. */
  public Optional<String> site() {
    return first(Kind.SITE);
  }

  private Optional<String> first(Kind kind) {
    return values(kind).findFirst();
  }

  private List<String> all(Kind kind) {
    return values(kind).distinct().toList();
  }

  private Stream<String> values(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).map(Part::value);
  }

  private boolean has(Kind kind) {
    return parts.stream().anyMatch(part -> part.kind() == kind);
  }

  private OptionalInt number(Kind kind) {
    return values(kind).mapToInt(Integer::parseInt).findFirst();
  }

  private SortedSet<Integer> numbers(Kind kind) {
    TreeSet<Integer> numbers = new TreeSet<>();
    values(kind)
        .filter(not(String::isEmpty))
        .forEach(list -> Ranges.numbers(list).forEach(numbers::add));
    return Collections.unmodifiableSortedSet(numbers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReleaseName name && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
