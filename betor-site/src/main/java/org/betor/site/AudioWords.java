package org.betor.site;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Language;

/** What Brazilian sites say of the languages. Their Portuguese is that of Brazil. */
final class AudioWords {
  private static final Pattern WORD =
      Pattern.compile(
          "(?=[dmnl])(?<![a-z0-9])(?:(dual(?:[ ._-]?audio)?|multi[ ._-]?audio)|(dublad[oa]s?|dub|nacional)"
              + "|(legendad[oa]s?|leg))(?![a-z0-9])");

  /** One of these stands in every text that has a word; most texts have none. */
  private static final List<String> SIGNS = List.of("dual", "multi", "dub", "nacional", "leg");

  private static final Pattern DENIED = Pattern.compile("nao (?:possui|tem|ha|existe) ");
  private static final Pattern BETWEEN = Pattern.compile("[|,/;+()–—]| - | e | and ");

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("portugues", "pt-BR"),
          Map.entry("pt", "pt-BR"),
          Map.entry("pt-br", "pt-BR"),
          Map.entry("ptbr", "pt-BR"),
          Map.entry("dublado", "pt-BR"),
          Map.entry("nacional", "pt-BR"),
          Map.entry("br", "pt-BR"),
          Map.entry("dual", "pt-BR"),
          Map.entry("dual audio", "pt-BR"),
          Map.entry("ingles", "en"),
          Map.entry("eng", "en"),
          Map.entry("english", "en"),
          Map.entry("espanhol", "es"),
          Map.entry("castelhano", "es"),
          Map.entry("frances", "fr"),
          Map.entry("alemao", "de"),
          Map.entry("italiano", "it"),
          Map.entry("japones", "ja"),
          Map.entry("coreano", "ko"),
          Map.entry("chines", "zh"),
          Map.entry("mandarim", "zh"),
          Map.entry("cantones", "yue"),
          Map.entry("russo", "ru"),
          Map.entry("sueco", "sv"),
          Map.entry("servio", "sr"),
          Map.entry("ucraniano", "uk"),
          Map.entry("polones", "pl"),
          Map.entry("tailandes", "th"),
          Map.entry("turco", "tr"),
          Map.entry("hindi", "hi"),
          Map.entry("hungaro", "hu"),
          Map.entry("persa", "fa"),
          Map.entry("malaio", "ms"),
          Map.entry("holandes", "nl"),
          Map.entry("finlandes", "fi"),
          Map.entry("dinamarques", "da"),
          Map.entry("noruegues", "no"),
          Map.entry("islandes", "is"),
          Map.entry("grego", "el"),
          Map.entry("arabe", "ar"),
          Map.entry("hebraico", "he"),
          Map.entry("vietnamita", "vi"),
          Map.entry("indonesio", "id"),
          Map.entry("filipino", "fil"),
          Map.entry("bengali", "bn"),
          Map.entry("tamil", "ta"),
          Map.entry("telugo", "te"),
          Map.entry("guzerate", "gu"),
          Map.entry("marati", "mr"),
          Map.entry("tcheco", "cs"),
          Map.entry("romeno", "ro"),
          Map.entry("eslovaco", "sk"),
          Map.entry("esloveno", "sl"),
          Map.entry("latim", "la"));

  private static final Map<String, Language> NAMES =
      TAGS.entrySet().stream()
          .collect(toUnmodifiableMap(Map.Entry::getKey, tag -> new Language(tag.getValue())));

  /** Abbreviations such as "pt" count only where nothing stands beside them. */
  private static final int SHORTEST_NAME = 4;

  private AudioWords() {}

  /** The languages of a field such as {@code Português | Inglês}; what is no language is left. */
  static List<Language> languages(String field) {
    return Stream.of(BETWEEN.split(Folded.of(field), -1))
        .flatMap(item -> named(item.strip()))
        .distinct()
        .toList();
  }

  /** The language that an item is, or else those that it mentions: {@code Inglês 5.1}. */
  private static Stream<Language> named(String item) {
    Language whole = NAMES.get(item);
    return whole != null
        ? Stream.of(whole)
        : Stream.of(item.split(" ", -1))
            .filter(word -> word.length() > SHORTEST_NAME)
            .flatMap(word -> Optional.ofNullable(NAMES.get(word)).stream());
  }

  /** How a text says that the film is spoken. The last word counts, but dual is dubbed too. */
  static Optional<Spoken> spoken(String text) {
    List<Spoken> said = said(text);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Spoken last = said.get(said.size() - 1);
    return Optional.of(last != Spoken.SUBTITLED && said.contains(Spoken.DUAL) ? Spoken.DUAL : last);
  }

  /** Like {@link #spoken}, but where a text says dubbed and subtitled, neither counts. */
  static Optional<Spoken> unambiguous(String text) {
    List<Spoken> said = said(text);
    boolean both = said.contains(Spoken.SUBTITLED) && Set.copyOf(said).size() > 1;
    return both ? Optional.empty() : spoken(text);
  }

  private static List<Spoken> said(String text) {
    String folded = Folded.of(text);
    if (SIGNS.stream().noneMatch(folded::contains) || DENIED.matcher(folded).find()) {
      return List.of();
    }
    return WORD.matcher(folded)
        .results()
        .map(
            word -> {
              if (word.group(1) != null) {
                return Spoken.DUAL;
              }
              return word.group(2) != null ? Spoken.DUBBED : Spoken.SUBTITLED;
            })
        .toList();
  }

  /** How a film is spoken. */
  enum Spoken {
    /** In Portuguese and in another language. */
    DUAL,
    /** In Portuguese only. */
    DUBBED,
    /** In its own language, with Portuguese subtitles. */
    SUBTITLED;

    /** The languages that are spoken, where the page as a whole names some. */
    List<Language> audio(List<Language> ofPage) {
      List<Language> foreign =
          ofPage.stream()
              .filter(language -> !language.sameLanguage(Language.BRAZILIAN_PORTUGUESE))
              .toList();
      return switch (this) {
        case SUBTITLED -> foreign;
        case DUBBED -> List.of(Language.BRAZILIAN_PORTUGUESE);
        case DUAL -> {
          List<Language> both = new ArrayList<>(List.of(Language.BRAZILIAN_PORTUGUESE));
          both.addAll(foreign.isEmpty() ? List.of(Language.UNKNOWN) : foreign);
          yield both;
        }
      };
    }
  }
}
