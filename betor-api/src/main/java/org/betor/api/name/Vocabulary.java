package org.betor.api.name;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The known words of release names, read from the table {@code words.txt} once. */
final class Vocabulary {
  private static final Pattern LINE = Pattern.compile("(\\w+)([?^]?)\\s+(.+?)\\s+= (.+)");
  private static final Pattern COMMA = Pattern.compile(", *");
  private static final String SAYS_NOTHING = "~";

  /** Only short names of languages grow together with what follows, as in SWESUB. */
  private static final int LONGEST_STEM = 6;

  private final Words words = new Words();

  /** The table that comes with the library. */
  static Vocabulary load() {
    try (InputStream table =
            Objects.requireNonNull(Vocabulary.class.getResourceAsStream("words.txt"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
      Vocabulary vocabulary = new Vocabulary();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(vocabulary::read);
      return vocabulary;
    } catch (IOException broken) {
      throw new UncheckedIOException("words.txt is not readable; is the jar whole?", broken);
    }
  }

  /** The longest word that starts with this token, or null. */
  @Nullable Mark find(Reading name, int token) {
    return words.find(name, token);
  }

  private void read(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a line of words.txt: " + line);
    }
    String value = parts.group(3).equals(SAYS_NOTHING) ? "" : parts.group(3);
    Word word =
        new Word(
            Role.valueOf(parts.group(1)),
            value,
            !parts.group(2).isEmpty(),
            parts.group(2).equals("^"));
    for (String spelling : COMMA.split(parts.group(4), -1)) {
      words.add(spelling, word);
      compounds(spelling, word).forEach(it -> words.add(it.spelling, it.word));
    }
  }

  /** A language with "sub" or "dub" behind it. */
  private static List<Compound> compounds(String spelling, Word word) {
    List<Compound> compounds = new ArrayList<>();
    if (word.role == Role.LANGUAGE && spelling.length() <= LONGEST_STEM) {
      Word subtitles = new Word(Role.SUBTITLED, word.value, true, false);
      for (String end : List.of(" sub", " subs", " subbed")) {
        compounds.add(new Compound(spelling + end, subtitles));
      }
      if (spelling.length() > 2) {
        compounds.add(new Compound("sub" + spelling, subtitles));
      }
      for (String end : List.of(" audio", " language", " track")) {
        compounds.add(new Compound(spelling + end, word));
      }
      Word dubbed = new Word(Role.DUBBED, word.value, true, false);
      for (String end : List.of(" dub", " dubbed", " dubs")) {
        compounds.add(new Compound(spelling + end, dubbed));
      }
    }
    return compounds;
  }

  /**
   * A line of the table.
   *
   * @param doubtful it may be a word of a title too
   * @param capitals it counts only in capitals
   */
  record Word(Role role, String value, boolean doubtful, boolean capitals) {}

  private record Compound(String spelling, Word word) {}
}
