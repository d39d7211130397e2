package org.betor.core.internal.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that most records have, which stand in packed records as numbers: names of fields, and
 * values that many releases share.
 */
final class KnownTexts {
  /** Records on disk refer to these by place: none may go or move, new ones come at the end. */
  private static final List<String> TEXTS =
      List.of(
          ("v key seen listing title contents swarm upload identity block provider post offer"
                  + " address heading original translated year type ids audio subtitles genres facts"
                  + " runtime published magnet file unopened reason hash guid context source"
                  + " resolution size seasons episodes seeders leechers name paths sizes uploader"
                  + " level tags FILM SERIES CAM TELESYNC SDTV DVD HDTV WEBRIP WEBDL BLURAY REMUX"
                  + " R480 R576 R720 R1080 R2160 pt-BR pt en es ja fr de it ko zh und Drama Terror"
                  + " Romance Suspense Fantasia Aventura Crime Horror Fantasy Comedy Animation"
                  + " Documentary Action Adventure Thriller bludv comando archive")
              .split(" "));

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final int LONGEST = TEXTS.stream().mapToInt(String::length).max().orElseThrow();

  static {
    TEXTS.forEach(text -> NUMBERS.put(text, NUMBERS.size()));
  }

  private KnownTexts() {}

  /** The number of a text; below 0 if it has none. */
  static int number(String text) {
    return text.length() > LONGEST ? -1 : NUMBERS.getOrDefault(text, -1);
  }

  /**
   * The text of a number.
   *
   * @throws IndexOutOfBoundsException if no text has it
   */
  static String text(int number) {
    return TEXTS.get(number);
  }
}
