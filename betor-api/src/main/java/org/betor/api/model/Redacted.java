package org.betor.api.model;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text as messages may show it: without the passkeys, API keys and passwords that addresses carry.
 *
 * <p>Hidden are the values of names that speak of keys, users and sessions; and within addresses
 * everything that looks like a key: 16 hexadecimal digits or more, UUIDs, and long words that mix
 * letters and digits. So a harmless long code is hidden now and then, and a key that looks like a
 * word is not found. Takes time in proportion to the text. Stateless.
 */
public final class Redacted {
  private static final String HIDDEN = "\u2026";
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![a-zA-Z0-9+.-])[a-zA-Z][a-zA-Z0-9+.-]{0,31}+://[^\\s\"<>]+");
  private static final Pattern MAGNET = Pattern.compile("(?i)magnet:\\?[^\\s\"<>]+");
  private static final Pattern AFTER_AN_ADDRESS = Pattern.compile("[;:,.)\\]}']{1,8}+$");
  private static final Pattern PARTS =
      Pattern.compile("([^:]+://)([^/?#@]*@)?([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(key(?!word)|pass|pwd|token|secret|auth|sign|session|credential|cookie).*"
              + "|pid|uid|sid|pk");
  private static final Pattern PAIR =
      Pattern.compile("(?<![\\w-])([\\w-]{1,64}+)=([^&#\\s,;\"\\])}]+)");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?i)(?<![\\w-])((?:x-)?api[_-]?key|passkey|password|token|secret|cookie|authorization)"
              + "(:\\s*)([^\\s,;\"]+)");

  private static final Pattern HEX_KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[0-9a-fA-F]{16,}+"
              + "|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?![A-Za-z0-9])");
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_-]{20,}+");
  private static final Pattern LETTER_BESIDE_DIGIT =
      Pattern.compile("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])");
  private static final Pattern SLUG_JOINT = Pattern.compile("[-_]");
  private static final Pattern ENCODED_ADDRESS = Pattern.compile("(?i)%3a%2f%2f");
  private static final int ALTERNATIONS_OF_A_KEY = 5;

  private Redacted() {}

  /** The text, with the secrets hidden in every address and magnet link within it. */
  public static String text(String text) {
    String shown = replace(MAGNET, text, found -> magnet(found.group()));
    shown = replace(ADDRESS, shown, found -> addressInText(found.group()));
    shown = replace(PAIR, shown, found -> pair(found.group(1), found.group(2)));
    return replace(HEADER, shown, found -> found.group(1) + found.group(2) + HIDDEN);
  }

  /** The address with its secrets hidden; the same one if it has none. */
  public static URI address(URI address) {
    String text = address.toString();
    String shown = addressText(text);
    return shown.equals(text) ? address : URI.create(shown);
  }

  /** Whether the text holds anything that messages may not show. */
  static boolean hasSecrets(String text) {
    return !text(text).equals(text);
  }

  /** Whether a word or address looks as if a key were in it, wherever that stands. */
  static boolean mayHoldAKey(String text) {
    return hasSecrets(text) || !codes(text).equals(text);
  }

  /** Trackers and web seeds, where passkeys are, are left out. */
  private static String magnet(String link) {
    String parameters = link.substring(link.indexOf('?') + 1);
    return "magnet:?"
        + Stream.of(parameters.split("&"))
            .filter(pair -> pair.matches("(?i)(xt|dn|xl)(\\.\\d+)?=.*"))
            .collect(joining("&"));
  }

  private static String addressInText(String found) {
    Matcher punctuation = AFTER_AN_ADDRESS.matcher(found);
    int end = punctuation.find() ? punctuation.start() : found.length();
    return addressText(found.substring(0, end)) + found.substring(end);
  }

  private static String addressText(String address) {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      return codes(address);
    }
    return parts.group(1)
        + (parts.group(2) == null ? "" : HIDDEN + "@")
        + parts.group(3)
        + codes(parts.group(4))
        + (parts.group(5) == null ? "" : "?" + query(parts.group(5).substring(1)))
        + (parts.group(6) == null ? "" : codes(parts.group(6)));
  }

  private static String query(String query) {
    return Stream.of(query.split("&", -1)).map(Redacted::parameter).collect(joining("&"));
  }

  private static String parameter(String parameter) {
    int middle = parameter.indexOf('=');
    return middle < 0
        ? codes(parameter)
        : pair(parameter.substring(0, middle), codes(parameter.substring(middle + 1)));
  }

  private static String pair(String name, String value) {
    boolean hides = SECRET_NAME.matcher(name).matches() || isAddressWithSecrets(value);
    return name + "=" + (hides && !value.isEmpty() ? HIDDEN : value);
  }

  private static boolean isAddressWithSecrets(String value) {
    if (!ENCODED_ADDRESS.matcher(value).find()) {
      return false;
    }
    try {
      return hasSecrets(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return true; // nobody knows
    }
  }

  private static String codes(String text) {
    String shown = replace(HEX_KEY, text, found -> HIDDEN);
    return replace(LONG_WORD, shown, found -> isMixedKey(found.group()) ? HIDDEN : found.group());
  }

  private static boolean isMixedKey(String word) {
    return !isSlug(word)
        && LETTER_BESIDE_DIGIT.matcher(word).results().count() >= ALTERNATIONS_OF_A_KEY;
  }

  /** Words with hyphens between them, as people read them in addresses. */
  private static boolean isSlug(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT)) && SLUG_JOINT.matcher(word).find();
  }

  private static String replace(
      Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }
}
