package org.betor.providers.archive;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Language;

/**
 * Languages as the archive's users write them: codes of ISO 639-2 and 639-1 and names in English,
 * sometimes several in one text.
 */
final class Languages {
  private static final Pattern SEVERAL = Pattern.compile("\\s*[,/&+;]\\s*|\\s+and\\s+");
  private static final Pattern TAG = Pattern.compile("[a-zA-Z]{2}[-_][a-zA-Z]{2}");
  private static final Pattern REMARK = Pattern.compile("\\s*\\(.*\\)?$");

  /** Silent, several, not coded, not known. */
  private static final Set<String> NONE = Set.of("zxx", "mul", "mis", "und");

  /** The codes of ISO 639-2 for libraries, where they are not those that Java knows. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          entry("alb", "sq"),
          entry("arm", "hy"),
          entry("baq", "eu"),
          entry("bur", "my"),
          entry("chi", "zh"),
          entry("cze", "cs"),
          entry("dut", "nl"),
          entry("fre", "fr"),
          entry("geo", "ka"),
          entry("ger", "de"),
          entry("gre", "el"),
          entry("ice", "is"),
          entry("mac", "mk"),
          entry("mao", "mi"),
          entry("may", "ms"),
          entry("per", "fa"),
          entry("rum", "ro"),
          entry("slo", "sk"),
          entry("tib", "bo"),
          entry("wel", "cy"));

  private static final Map<String, String> TAGS = tags();

  private Languages() {}

  /** The languages that a text names; those that nobody can tell are left out. */
  static List<Language> in(String text) {
    return SEVERAL
        .splitAsStream(text.strip())
        .flatMap(name -> language(name).stream())
        .distinct()
        .toList();
  }

  private static Optional<Language> language(String name) {
    if (TAG.matcher(name).matches() && TAGS.containsKey(plain(name.substring(0, 2)))) {
      return Optional.of(new Language(name.replace('_', '-')));
    }
    String plain = plain(REMARK.matcher(name).replaceFirst(""));
    return Optional.ofNullable(TAGS.get(plain)).or(() -> rareCode(plain)).map(Language::new);
  }

  /** A language with a code of three letters alone, such as {@code haw}. */
  private static Optional<String> rareCode(String code) {
    return Optional.of(code)
        .filter(letters -> letters.matches("[a-z]{3}") && !NONE.contains(letters))
        .filter(letters -> !englishName(letters).equals(letters));
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>(BIBLIOGRAPHIC);
    Arrays.stream(Locale.getISOLanguages())
        .forEach(
            tag -> {
              Locale locale = Locale.forLanguageTag(tag);
              Stream.of(tag, locale.getISO3Language(), englishName(tag))
                  .forEach(name -> tags.putIfAbsent(plain(name), locale.toLanguageTag()));
            });
    return Map.copyOf(tags);
  }

  private static String englishName(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
