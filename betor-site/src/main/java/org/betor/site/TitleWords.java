package org.betor.site;

import java.util.regex.Pattern;
import org.betor.api.model.MediaType;

/** Takes from the heading of a post what is not the title. */
final class TitleWords {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern BEFORE_TITLE =
      Pattern.compile(
          "^\\s*(?:baixar|assistir|download)\\s+(?:o\\s+filme\\s+|a\\s+s[eé]rie\\s+|filme\\s+|s[eé]rie\\s+)?",
          FLAGS);

  /** Where the title is over: a year, a season, a quality, what every heading says. */
  private static final Pattern AFTER_TITLE =
      Pattern.compile(
          "(?<=[^\\s._–|:(\\[-])[\\s._–|:(\\[-]++(?:"
              + "torrents?\\b|download\\b|\\(?\\d{4}(?:\\s*[-–]\\s*\\d{4})?\\)|(?<=\\()\\d{4}"
              + "|\\d{1,2}\\s*[ªºa°](?:\\s*(?:,|e|[aà]|ao|at[eé]|-|–)?\\s*\\d{1,2}\\s*[ªºa°])*\\s*temporadas?\\b"
              + "|temporadas?\\s*\\d|todas\\s+as\\s+temporadas\\b|temporada\\s+completa\\b|s\\d{2}(?:e\\d+)?\\b"
              + "|(?:2160|1080|720|480)p\\b|4k\\b|web-?dl\\b|web-?rip\\b|blu-?ray\\b|b[dr]rip\\b"
              + "|hdtv\\b|hd-?rip\\b|dvd-?rip\\b|hd-?cam\\b|cam(?:rip)?\\s*$|hd-?ts\\b|ts\\s*$"
              + "|dual\\s+[aá]udio\\b|dublad[oa]\\b|legendad[oa]\\b"
              + "|s[eé]rie\\s+completa\\b|mini[\\s-]*ss?[eé]rie\\b"
              + ").*$",
          FLAGS | Pattern.DOTALL);

  private static final Pattern LOOSE_ENDS = Pattern.compile("[\\s–|:-]+$");
  private static final Pattern SERIES =
      Pattern.compile(
          "(?<![a-z])(?:temporadas?|minisserie|mini serie|serie completa|episodios|s\\d{2}(?:e\\d{2,3})?)(?![a-z])");

  private static final int MAX_HEADING = 500;

  private TitleWords() {}

  /** The title alone, such as {@code Sintel} of {@code Sintel Torrent – BluRay 1080p (2010)}. */
  static String of(String heading) {
    String cut = heading.substring(0, Math.min(heading.length(), MAX_HEADING));
    String rest = BEFORE_TITLE.matcher(cut).replaceFirst("");
    String title = withoutEnd(rest);
    return withoutEnd(
        title); // "Sintel TS Torrent": the source ends the title once the rest is gone
  }

  private static String withoutEnd(String title) {
    String start = AFTER_TITLE.matcher(title).replaceFirst("");
    return LOOSE_ENDS.matcher(start).replaceFirst("").strip();
  }

  /** Film or series, as far as a heading or an address shows it. */
  static MediaType mediaType(String words) {
    return SERIES.matcher(Folded.of(words).replace('-', ' ')).find()
        ? MediaType.SERIES
        : MediaType.UNKNOWN;
  }
}
