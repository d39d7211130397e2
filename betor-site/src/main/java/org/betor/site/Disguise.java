package org.betor.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Undoes the disguises in which Brazilian sites carry a link within a link: base64, straight or
 * reversed, a shuffle, escapes. Pure; as of 2026.
 */
final class Disguise {
  private static final Pattern PARAMETER =
      Pattern.compile("[?&](?:id|token|to|url|u|link|go)=([^&#]+)");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");
  private static final int MAX_CHARS = 16_384;
  private static final int MAX_DEPTH = 4;

  private Disguise() {}

  /**
   * The magnet link or web address that an address carries in its query, and that one in its own,
   * and so on.
   */
  static Optional<String> inAddress(String address) {
    Optional<String> innermost = Optional.empty();
    Optional<String> next = carriedBy(address);
    for (int depth = 0; depth < MAX_DEPTH && next.isPresent(); depth++) {
      innermost = next;
      next = next.flatMap(Disguise::carriedBy);
    }
    return innermost;
  }

  private static Optional<String> carriedBy(String address) {
    if (address.length() > MAX_CHARS || address.indexOf('=') < 0 || Gates.isMagnet(address)) {
      return Optional.empty();
    }
    return PARAMETER
        .matcher(Parser.unescapeEntities(address, true))
        .results()
        .flatMap(parameter -> lift(unquoted(parameter.group(1))).stream())
        .findFirst();
  }

  /** The magnet link or web address that a text is, in any disguise. */
  static Optional<String> lift(String text) {
    if (text.isBlank() || text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    String stripped = text.strip();
    List<UnaryOperator<String>> undo =
        List.of(
            UnaryOperator.identity(),
            Disguise::unquoted,
            reversed -> base64(new StringBuilder(reversed).reverse().toString()),
            Disguise::base64,
            Disguise::unshuffled,
            escaped -> unshuffled(unquoted(escaped)));
    return undo.stream()
        .map(step -> Parser.unescapeEntities(step.apply(stripped), false))
        .filter(Disguise::isAddress)
        .findFirst();
  }

  /** Lifts a shuffle that takes every third letter that is still there, round and round. */
  static String unshuffled(String text) {
    int length = text.length();
    boolean[] used = new boolean[length];
    StringBuilder plain = new StringBuilder(length);
    int index = 0;
    for (int taken = 0; taken < length; taken++) {
      while (used[index]) {
        index = (index + 1) % length;
      }
      used[index] = true;
      plain.append(text.charAt(index));
      index = (index + 3) % length;
    }
    return plain.toString();
  }

  private static String base64(String text) {
    // padding is at the head of what was reversed; a query parser may have made blanks of plus
    // signs
    String bare = text.replace("=", "").replace(' ', '+').replace('-', '+').replace('_', '/');
    if (!BASE64.matcher(bare).matches()) {
      return "";
    }
    try {
      return new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  static String unquoted(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return text;
    }
  }

  private static boolean isAddress(String text) {
    return Gates.isMagnet(text) || text.startsWith("https://") || text.startsWith("http://");
  }
}
