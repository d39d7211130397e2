package org.betor.core.internal.online;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.betor.api.model.TitleId;
import org.betor.api.spi.TitleQuestion;

/** Names a question, in a bounded length. */
final class QuestionKey {
  private QuestionKey() {}

  static String of(TitleId id) {
    return "id " + id;
  }

  /** The same for questions that differ only in upper and lower case. */
  static String of(TitleQuestion question) {
    String all =
        List.of(
                question.names(),
                question.year(),
                question.mediaType(),
                question.cast(),
                question.runtime(),
                new TreeSet<>(question.seasons()))
            .toString();
    return "names " + digest(all.toLowerCase(Locale.ROOT));
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) { // every JDK has it
      throw new IllegalStateException(impossible);
    }
  }
}
