package org.betor.site;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.site.AudioWords.Spoken;

/**
 * What was said last, as a reader remembers it: a heading holds for all buttons below it, a line
 * for those up to the next line of its kind, the words beside a button for the rest of its line,
 * the words of a button for itself.
 */
final class Context {
  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");

  private String section = "";
  private String episode = "";
  private String line = "";
  private String beside = "";

  private Tone ofSection = Tone.SILENT;
  private Tone ofLines = Tone.SILENT;
  private Tone now = Tone.SILENT;
  private OptionalLong sizeBytes = OptionalLong.empty();

  private Set<Integer> seasons = Set.of();
  private Set<Integer> numbers = Set.of();
  private boolean whole;

  private boolean pressedSinceSection = true;
  private boolean pressedSinceEpisodes = true;
  private boolean sectionsStandBelowEpisodes;

  /** A heading. It takes over the episode that it stands below, and what headings said before. */
  void startSection(String words) {
    String folded = Folded.of(words);
    Tone said = Tone.unambiguous(folded);
    boolean others = pressedSinceSection && said.spoken().isPresent();
    ofSection = said.or(others ? Tone.SILENT : ofSection);
    ofLines = ofSection;
    now = ofSection;
    sizeBytes = SizeWords.of(folded);
    section = words;
    line = "";
    beside = "";
    sectionsStandBelowEpisodes |= !numbers.isEmpty() && !pressedSinceEpisodes;
    if (!sectionsStandBelowEpisodes) {
      numbers = Set.of();
      episode = "";
    }
    hear(EpisodeWords.of(folded));
    whole = false; // below "1ª Temporada completa" there may be one button for each episode
    pressedSinceSection = false;
  }

  /** A line without buttons. What it says of one episode ends with that episode. */
  void hearLine(String words) {
    if (isSilent(words)) {
      return;
    }
    line = words;
    beside = "";
    String folded = Folded.of(words);
    EpisodeWords episodes = EpisodeWords.of(folded);
    startEpisodes(episodes);
    Tone said = Tone.unambiguous(folded);
    boolean several = said.quality().resolution() == Resolution.UNKNOWN && namesResolution(folded);
    hear(folded, several ? said.or(now.withoutResolution()) : said);
    if (episodes.numbers().isEmpty()) {
      ofLines = now;
    } else {
      episode = words;
    }
  }

  /** A line that describes no file. */
  void passLine() {
    line = "";
    beside = "";
  }

  /** The words of a line before its first button. */
  void startLine(String words) {
    if (!isSilent(words)) {
      line = "";
      startEpisodes(EpisodeWords.of(words));
    }
  }

  /** Words beside a button, in its own line. */
  void hearBeside(String words) {
    if (!isSilent(words)) {
      String folded = Folded.of(words);
      EpisodeWords episodes = EpisodeWords.of(folded);
      line = line.isEmpty() || !episodes.isEmpty() ? words : line;
      beside = words;
      hear(episodes);
      hear(folded, Tone.last(folded));
    }
  }

  /** The size of the next button, which stands behind it. */
  void sizeBehind(OptionalLong size) {
    sizeBytes = size;
  }

  /**
   * A button, with what is known of it now.
   *
   * @param oneOfSeveral whether its line has buttons for several resolutions, which do not share a
   *     size
   */
  Button press(Anchor anchor, boolean oneOfSeveral) {
    pressedSinceSection = true;
    pressedSinceEpisodes = true;
    String own = Folded.of(anchor.label());
    Tone tone = Tone.last(own).or(now);
    OptionalLong size = SizeWords.of(own);
    boolean sizeIsOfAnother = oneOfSeveral || differs(tone.quality().resolution());
    return new Button(
        anchor,
        words(section, episode, line, beside, anchor.label()),
        tone.quality(),
        size.isPresent() || sizeIsOfAnother ? size : sizeBytes,
        tone.spoken(),
        episodes(own));
  }

  private EpisodeWords episodes(String own) {
    EpisodeWords said = EpisodeWords.of(own);
    if (said.isEmpty() && BARE_NUMBER.matcher(own).matches() && listsEpisodes()) {
      return new EpisodeWords(seasons, Set.of(Integer.valueOf(own)), false);
    }
    return said.isEmpty()
        ? new EpisodeWords(seasons, numbers, whole)
        : new EpisodeWords(
            said.seasons().isEmpty() ? seasons : said.seasons(), said.numbers(), said.whole());
  }

  private boolean listsEpisodes() {
    return Folded.of(section + line + beside).contains("episodio");
  }

  private void startEpisodes(EpisodeWords episodes) {
    if (!episodes.isEmpty()) {
      now = ofLines;
      hear(episodes);
    }
  }

  private void hear(EpisodeWords episodes) {
    if (episodes.isEmpty()) {
      return;
    }
    seasons = episodes.seasons().isEmpty() ? seasons : episodes.seasons();
    numbers = episodes.numbers();
    whole = episodes.whole();
    episode = "";
    sizeBytes = OptionalLong.empty();
    pressedSinceEpisodes = false;
    sectionsStandBelowEpisodes &= !numbers.isEmpty();
  }

  private void hear(String words, Tone said) {
    if (!said.quality().equals(Quality.UNKNOWN)) {
      sizeBytes = OptionalLong.empty();
    }
    now = said.or(said.hasSource() ? ofSection.or(now.withoutQuality()) : now);
    OptionalLong size = SizeWords.of(words);
    sizeBytes = size.isPresent() ? size : sizeBytes;
  }

  /** Whether a button states another resolution than the words before it. */
  private boolean differs(Resolution stated) {
    Resolution before = now.quality().resolution();
    return before != Resolution.UNKNOWN && stated != before;
  }

  private static boolean namesResolution(String words) {
    return QualityWords.of(words).resolution() != Resolution.UNKNOWN;
  }

  private static boolean isSilent(String words) {
    return words.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static String words(String... parts) {
    return Stream.of(parts)
        .map(Context::withoutLooseEnds)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(joining(" · "));
  }

  /** The words without punctuation around them; brackets may belong to them. */
  private static String withoutLooseEnds(String words) {
    int start = 0;
    int end = words.length();
    while (start < end && !isPart(words.charAt(start), "([")) {
      start++;
    }
    while (end > start && !isPart(words.charAt(end - 1), ")]")) {
      end--;
    }
    return words.substring(start, end);
  }

  private static boolean isPart(char letter, String brackets) {
    return Character.isLetterOrDigit(letter) || brackets.indexOf(letter) >= 0;
  }

  /** How a file looks and sounds, as far as words say it. */
  private record Tone(Quality quality, Optional<Spoken> spoken) {
    static final Tone SILENT = new Tone(Quality.UNKNOWN, Optional.empty());

    static Tone last(String words) {
      return new Tone(QualityWords.of(words), AudioWords.spoken(words));
    }

    static Tone unambiguous(String words) {
      return new Tone(QualityWords.unambiguous(words), AudioWords.unambiguous(words));
    }

    Tone or(Tone other) {
      return new Tone(quality.or(other.quality), spoken.or(() -> other.spoken));
    }

    Tone withoutResolution() {
      return new Tone(new Quality(quality.source(), Resolution.UNKNOWN), spoken);
    }

    Tone withoutQuality() {
      return new Tone(Quality.UNKNOWN, spoken);
    }

    boolean hasSource() {
      return quality.source() != Quality.Source.UNKNOWN;
    }
  }
}
