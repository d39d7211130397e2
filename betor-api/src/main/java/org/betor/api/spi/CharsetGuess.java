package org.betor.api.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out how a page is encoded: what the bytes prove counts more than what it declares.
 *
 * @param charset the encoding
 * @param text the bytes decoded with it, without a byte order mark
 */
record CharsetGuess(Charset charset, String text) {
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:charset|<\\?xml[^>]{0,100}encoding)\\s*=\\s*[\"']?([a-z0-9_:.-]+)",
          Pattern.CASE_INSENSITIVE);

  /** Latin letters as old sites wrote them, whatever they declared. */
  private static final Charset LATIN = Charset.forName("windows-1252");

  /** Disproved by the bytes, or declared where {@link #LATIN} is meant. */
  private static final Set<Charset> NOT_PROVEN =
      Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

  private static final char MALFORMED = '\uFFFD';
  private static final int HEAD_BYTES = 4_096;

  static CharsetGuess of(byte[] body, Optional<String> contentType) {
    if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
      return decoded(body, StandardCharsets.UTF_16);
    }
    CharsetGuess usual = decoded(body, StandardCharsets.UTF_8);
    boolean flawless = usual.text.indexOf(MALFORMED) < 0;
    return flawless || isNearlyUtf8(body) ? usual : decoded(body, declared(body, contentType));
  }

  private static CharsetGuess decoded(byte[] body, Charset charset) {
    String text = new String(body, charset);
    return new CharsetGuess(charset, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Charset declared(byte[] body, Optional<String> contentType) {
    String head =
        new String(body, 0, Math.min(body.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    return contentType
        .flatMap(CharsetGuess::declared)
        .or(() -> declared(head))
        .filter(charset -> !NOT_PROVEN.contains(charset))
        .orElse(LATIN);
  }

  /** Text in another encoding is hardly ever UTF-8 by chance; a page cut short is no proof. */
  private static boolean isNearlyUtf8(byte[] body) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer letters = CharBuffer.allocate(HEAD_BYTES);
    long malformed = 0;
    long beyondAscii = 0;
    CoderResult result;
    do {
      result = decoder.decode(bytes, letters, false);
      for (int i = 0; i < letters.position(); i++) {
        beyondAscii += letters.get(i) > 127 ? 1 : 0;
      }
      letters.clear();
      if (result.isError()) {
        malformed++;
        bytes.position(bytes.position() + result.length());
      }
    } while (!result.isUnderflow());
    return malformed * 20 <= beyondAscii + malformed;
  }

  private static boolean startsWith(byte[] body, int first, int second) {
    return body.length > 1 && (body[0] & 0xff) == first && (body[1] & 0xff) == second;
  }

  private static Optional<Charset> declared(String text) {
    Matcher declaration = DECLARED.matcher(text);
    try {
      return declaration.find()
          ? Optional.of(Charset.forName(declaration.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException unknownCharset) {
      return Optional.empty();
    }
  }
}
