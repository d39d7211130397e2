package org.betor.api.model;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text as messages may show it: without the passkeys, API keys and passwords that addresses carry.
 * What might be a key is hidden, so that a harmless long code is hidden now and then too.
 * Stateless.
 */
public final class Redacted {
  private static final String HIDDEN = "\u2026";
  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s\"<>]+");
  private static final Pattern MAGNET = Pattern.compile("(?i)magnet:\\?[^\\s\"<>]+");
  private static final Pattern PARTS =
      Pattern.compile("([^:]+://)([^/?#@]*@)?([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(key(?!word)|pass|pwd|token|secret|auth|sign|session|credential).*|pid|uid|sid|pk");
  private static final Pattern SECRET_PAIR =
      Pattern.compile("(?i)\\b(api_?key|passkey|password|token|secret)([=:]\\s*)[^&#\\s,;\"]+");
  private static final Pattern HEX_KEY =
      Pattern.compile("[0-9a-fA-F]{16,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern MIXED_CODE = Pattern.compile("[A-Za-z0-9_-]{20,}");
  private static final Pattern LETTER_BESIDE_DIGIT =
      Pattern.compile("(?<=[A-Za-z])(?=\\d)|(?<=\\d)(?=[A-Za-z])");
  private static final Pattern SLUG_JOINT = Pattern.compile("[-_]");
  private static final int ALTERNATIONS_OF_A_KEY = 5;

  private Redacted() {}

  /** The text, with the secrets hidden in every address and magnet link within it. */
  public static String text(String text) {
    String shown = replaceAll(MAGNET, text, Redacted::magnet);
    shown = replaceAll(ADDRESS, shown, Redacted::addressText);
    return SECRET_PAIR.matcher(shown).replaceAll("$1$2" + HIDDEN);
  }

  /** The address with its secrets hidden; the same one if it has none. */
  public static URI address(URI address) {
    String text = address.toString();
    String shown = addressText(text);
    return shown.equals(text) ? address : URI.create(shown);
  }

  /** Whether the text holds anything that messages may not show. */
  public static boolean hasSecrets(String text) {
    return !text(text).equals(text);
  }

  /** Trackers and web seeds, where passkeys are, are left out. */
  private static String magnet(String link) {
    String parameters = link.substring(link.indexOf('?') + 1);
    return "magnet:?"
        + Stream.of(parameters.split("&"))
            .filter(pair -> pair.matches("(?i)(xt|dn|xl)(\\.\\d+)?=.*"))
            .collect(joining("&"));
  }

  private static String addressText(String address) {
    Matcher parts = PARTS.matcher(address);
    if (!parts.matches()) {
      return address;
    }
    return parts.group(1)
        + (parts.group(2) == null ? "" : HIDDEN + "@")
        + parts.group(3)
        + path(parts.group(4))
        + (parts.group(5) == null ? "" : "?" + query(parts.group(5).substring(1)))
        + (parts.group(6) == null ? "" : "#" + code(parts.group(6).substring(1)));
  }

  private static String path(String path) {
    return Stream.of(path.split("/", -1)).map(Redacted::code).collect(joining("/"));
  }

  private static String query(String query) {
    return Stream.of(query.split("&", -1)).map(Redacted::pair).collect(joining("&"));
  }

  private static String pair(String pair) {
    int middle = pair.indexOf('=');
    if (middle < 0) {
      return code(pair);
    }
    String name = pair.substring(0, middle);
    String value = pair.substring(middle + 1);
    boolean hides = !value.isEmpty() && SECRET_NAME.matcher(name).matches();
    return name + "=" + (hides ? HIDDEN : code(value));
  }

  /** A code may stand before an ending, such as {@code .torrent}. */
  private static String code(String text) {
    int dot = text.indexOf('.');
    String name = dot < 0 ? text : text.substring(0, dot);
    return isKey(name) ? HIDDEN + text.substring(name.length()) : text;
  }

  private static boolean isKey(String text) {
    return HEX_KEY.matcher(text).matches()
        || (MIXED_CODE.matcher(text).matches()
            && !isSlug(text)
            && LETTER_BESIDE_DIGIT.matcher(text).results().count() >= ALTERNATIONS_OF_A_KEY);
  }

  /** Words with hyphens between them, as people read them in addresses. */
  private static boolean isSlug(String text) {
    return text.equals(text.toLowerCase(Locale.ROOT)) && SLUG_JOINT.matcher(text).find();
  }

  private static String replaceAll(Pattern pattern, String text, UnaryOperator<String> shown) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shown.apply(found.group())));
  }
}
