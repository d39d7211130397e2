package org.betor.providers.torznab;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.Language;
import org.jspecify.annotations.Nullable;

/** Languages by their English names, such as {@code Portuguese (Brazil)}, or by their codes. */
final class LanguageNames {
  private static final Pattern NAME = Pattern.compile("([^()]+?)\\s*(?:\\(([^()]+)\\))?");
  private static final Pattern CODE = Pattern.compile("([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?");
  private static final Map<String, String> TAGS = tags();
  private static final Map<String, String> COUNTRIES = countries();

  private LanguageNames() {}

  /** The language, if the text names one that we know. */
  static Optional<Language> find(String text) {
    Matcher name = NAME.matcher(text.strip());
    Matcher code = CODE.matcher(text.strip());
    Optional<String> tag =
        name.matches() ? tag(TAGS.get(key(name.group(1))), name.group(2)) : Optional.empty();
    return tag.or(() -> code.matches() ? tag(code.group(1), code.group(2)) : Optional.empty())
        .map(Language::new);
  }

  private static Optional<String> tag(@Nullable String language, @Nullable String country) {
    return Optional.ofNullable(language)
        .map(LanguageNames::key)
        .filter(TAGS::containsValue)
        .map(
            tag ->
                country == null || !COUNTRIES.containsKey(key(country))
                    ? tag
                    : tag + "-" + COUNTRIES.get(key(country)));
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale language = new Locale.Builder().setLanguage(code).build();
      tags.put(key(language.getDisplayLanguage(Locale.ENGLISH)), language.toLanguageTag());
    }
    tags.putAll(Map.of("flemish", "nl", "mandarin", "zh", "norwegian", "no", "farsi", "fa"));
    return Map.copyOf(tags);
  }

  /** Countries by their English names and by their codes. */
  private static Map<String, String> countries() {
    Map<String, String> countries = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      Stream.of(code, country.getDisplayCountry(Locale.ENGLISH))
          .forEach(name -> countries.put(key(name), code));
    }
    return Map.copyOf(countries);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
