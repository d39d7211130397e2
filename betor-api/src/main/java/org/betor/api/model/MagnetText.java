package org.betor.api.model;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The text of a magnet link: splits it, decodes it, and keeps of each parameter what is usable. */
final class MagnetText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String HEAD = "magnet:?";
  private static final Pattern AMPERSAND = Pattern.compile("&(?:(?:amp|#0*38|#[xX]0*26);)+");
  private static final Pattern NUMBERS_BEHIND = Pattern.compile("(?:\\.\\d+)+$");
  private static final Pattern URN = Pattern.compile("(?i:urn):[A-Za-z0-9][^:]*:.+");
  private static final Pattern PUBLIC_KEY = Pattern.compile("urn:btpk:([0-9A-Fa-f]{64})");
  private static final Pattern PEER =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+):([1-9]\\d{0,4})");
  private static final int MAX_PORT = 65_535;
  private static final Pattern SIZE = Pattern.compile("\\d{1,18}");
  private static final Set<String> TRACKER_SCHEMES = Set.of("http", "https", "udp", "ws", "wss");
  private static final Pattern ESCAPED_TWICE = Pattern.compile("(?i)[a-z]{2,5}%3a.*");
  private static final Set<String> WEB_SEED_SCHEMES = Set.of("http", "https", "ftp");
  private static final BitSet PLAIN = lettersDigitsAnd("-._~:/?@!$'()*,;[]");
  private static final BitSet PLAIN_IN_WORDS = lettersDigitsAnd("-._~");
  private static final String USUAL_HEAD = HEAD + "xt=urn:btih:";
  private static final int HASH_DIGITS = 40;
  private static final List<String> USUAL_HINTS = List.of("&tr=", "&dn=", "&xl=", "&ws=");

  private MagnetText() {}

  /** The parameters that can name a torrent. */
  static final Set<String> NAMING = Set.of("xt", "xs");

  /**
   * The usable values of parameters, under their names in lower case, in the link's order.
   *
   * @param wanted by their names; those of {@link #NAMING} always are
   * @throws IllegalArgumentException with the reason, if they name no torrent
   */
  static Map<String, List<String>> read(String text, Predicate<String> wanted) {
    String link = text.strip();
    if (link.length() > MagnetLink.MAX_CHARS) {
      throw new IllegalArgumentException(
          "a magnet link has at most %d characters, got %d"
              .formatted(MagnetLink.MAX_CHARS, link.length()));
    }
    if (!link.regionMatches(true, 0, HEAD, 0, HEAD.length())) {
      throw refused("does not start with \"magnet:?\"", link);
    }
    Map<String, Set<String>> parameters = new LinkedHashMap<>();
    parameters.put("xt", new LinkedHashSet<>()); // first, as the simplest clients want it
    for (String pair : pairs(link.substring(HEAD.length()))) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : name(pair.substring(0, equals));
      if (NAMING.contains(name) || wanted.test(name)) {
        read(name, pair.substring(equals + 1), parameters);
      }
    }
    parameters.put("xt", topics(link, parameters));
    return kept(parameters);
  }

  /**
   * The one info-hash of a link that is written as most are, seen without reading all of it; empty
   * of any other link.
   */
  static Optional<InfoHash> onlyHash(String link) {
    int end = USUAL_HEAD.length() + HASH_DIGITS;
    boolean escaped = link.indexOf(';') >= 0; // maybe an ampersand
    if (!link.startsWith(USUAL_HEAD)
        || link.length() < end
        || link.length() > MagnetLink.MAX_CHARS
        || escaped
        || !hasOnlyHints(link, end)) {
      return Optional.empty();
    }
    String hash = link.substring(USUAL_HEAD.length(), end);
    return InfoHash.isHash(hash) ? Optional.of(new InfoHash(hash)) : Optional.empty();
  }

  private static boolean hasOnlyHints(String link, int from) {
    int at = from == link.length() ? -1 : from;
    while (at >= 0) {
      if (!isHint(link, at)) {
        return false;
      }
      at = link.indexOf('&', at + 1);
    }
    return true;
  }

  private static boolean isHint(String link, int at) {
    for (String hint : USUAL_HINTS) {
      if (link.startsWith(hint, at)) {
        return true;
      }
    }
    return false;
  }

  /** Adds a value once. */
  static void add(Map<String, Set<String>> parameters, String name, String value) {
    parameters.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(value);
  }

  /** The parameters that have a value. */
  static Map<String, List<String>> kept(Map<String, Set<String>> parameters) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            kept.put(name, List.copyOf(values));
          }
        });
    return kept;
  }

  /** The 64 hex digits of a public key, if the source is one. */
  static Optional<String> publicKey(String source) {
    Matcher key = PUBLIC_KEY.matcher(source);
    return key.matches() ? Optional.of(key.group(1)) : Optional.empty();
  }

  static boolean isBitTorrent(String topic) {
    return topic.startsWith("urn:btih:") || topic.startsWith("urn:btmh:");
  }

  /**
   * Adds a parameter and an ampersand to a link. Percent-escapes what could be taken for the link's
   * own syntax; topics stay readable.
   */
  static void append(String name, String value, StringBuilder link) {
    link.append(name).append('=');
    BitSet kept = name.equals("dn") || name.equals("kt") ? PLAIN_IN_WORDS : PLAIN;
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      if (kept.get(octet & 0xff)) {
        link.append((char) octet);
      } else {
        HEX.toHexDigits(link.append('%'), octet);
      }
    }
    link.append('&');
  }

  private static BitSet lettersDigitsAnd(String others) {
    BitSet letters = new BitSet();
    letters.set('a', 'z' + 1);
    letters.set('A', 'Z' + 1);
    letters.set('0', '9' + 1);
    others.chars().forEach(letters::set);
    return letters;
  }

  private static String[] pairs(String query) {
    return (query.indexOf(';') < 0 ? query : AMPERSAND.matcher(query).replaceAll("&"))
        .split("&", -1);
  }

  private static String name(String raw) {
    String name = raw.strip().toLowerCase(Locale.ROOT);
    boolean numbered = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
    return numbered ? NUMBERS_BEHIND.matcher(name).replaceFirst("").strip() : name;
  }

  private static void read(String name, String raw, Map<String, Set<String>> parameters) {
    switch (name) {
      case "" -> {}
      case "kt" -> // the words of a search, joined by plus signs
          Stream.of(decode(raw.replace('+', ' ')).split(" ", -1))
              .filter(word -> !word.isEmpty())
              .forEach(word -> add(parameters, name, word));
      case "as" -> usable("ws", decode(raw)).ifPresent(value -> add(parameters, "ws", value));
      case "dn" ->
          usable(name, decode(raw.replace('+', ' ')))
              .ifPresent(value -> add(parameters, name, value));
      default -> usable(name, decode(raw)).ifPresent(value -> add(parameters, name, value));
    }
  }

  private static Optional<String> usable(String name, String value) {
    String stripped = value.strip();
    return switch (name) {
      case "xt" -> Optional.of(stripped).filter(URN.asMatchPredicate());
      case "xl" -> Optional.of(stripped).filter(SIZE.asMatchPredicate());
      // some sites put a star before their trackers
      case "tr" ->
          address(stripped.startsWith("*") ? stripped.substring(1) : stripped, TRACKER_SCHEMES);
      case "ws" -> address(stripped, WEB_SEED_SCHEMES);
      case "x.pe" -> Optional.of(stripped).filter(MagnetText::isPeer);
      default -> Optional.of(stripped).filter(text -> !text.isEmpty());
    };
  }

  private static boolean isPeer(String text) {
    Matcher peer = PEER.matcher(text);
    return peer.matches() && Integer.parseInt(peer.group(1)) <= MAX_PORT;
  }

  private static Optional<String> address(String text, Set<String> schemes) {
    String plain = ESCAPED_TWICE.matcher(text).matches() ? decode(text) : text;
    try {
      URI address = new URI(plain.replace(" ", "%20"));
      String scheme = address.getScheme();
      return scheme != null
              && schemes.contains(scheme.toLowerCase(Locale.ROOT))
              && address.getRawAuthority() != null
          ? Optional.of(address.toString())
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Canonical info-hashes; a malformed one is forgiven beside a good one, and refused alone. */
  private static Set<String> topics(String link, Map<String, Set<String>> parameters) {
    Set<String> given = parameters.getOrDefault("xt", Set.of());
    boolean hasPublicKey =
        parameters.getOrDefault("xs", Set.of()).stream()
            .anyMatch(source -> publicKey(source).isPresent());
    if (given.isEmpty() && !hasPublicKey) {
      throw refused("names no torrent: it has no usable xt", link);
    }
    Set<String> topics = new LinkedHashSet<>();
    @Nullable IllegalArgumentException malformed = null;
    for (String topic : given) {
      try {
        topics.add(canonical(topic));
      } catch (IllegalArgumentException reason) {
        malformed = reason;
      }
    }
    if (malformed != null && topics.isEmpty()) {
      throw malformed;
    }
    return topics;
  }

  private static String canonical(String topic) {
    String lower = topic.toLowerCase(Locale.ROOT);
    return isBitTorrent(lower) ? InfoHash.parse(lower).urn() : topic;
  }

  private static IllegalArgumentException refused(String why, String link) {
    String shown = link.length() > 80 ? link.substring(0, 80) + "…" : link;
    return new IllegalArgumentException("a magnet link that " + why + ": \"" + shown + "\"");
  }

  /** Undoes percent escapes; a broken escape stays as it is. */
  private static String decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int octet = bytes[i] == '%' && i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
      decoded.write(octet < 0 ? bytes[i] : octet);
      i += octet < 0 ? 0 : 2;
    }
    return text(decoded.toByteArray());
  }

  private static int octet(byte high, byte low) {
    int left = Character.digit(high, 16);
    int right = Character.digit(low, 16);
    return left < 0 || right < 0 ? -1 : left * 16 + right;
  }

  /** UTF-8, or else the Latin encoding that old sites used. */
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
