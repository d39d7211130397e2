package org.betor.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.betor.api.model.Quality;
import org.betor.api.model.Quality.Resolution;
import org.betor.api.model.Quality.Source;

/** What words say of the picture. Of several words of a kind the last one counts. */
final class QualityWords {
  private static final Map<String, Resolution> RESOLUTIONS =
      Map.ofEntries(
          Map.entry("2160p", Resolution.R2160),
          Map.entry("4k", Resolution.R2160),
          Map.entry("uhd", Resolution.R2160),
          Map.entry("ultrahd", Resolution.R2160),
          Map.entry("1080p", Resolution.R1080),
          Map.entry("1080i", Resolution.R1080),
          Map.entry("fullhd", Resolution.R1080),
          Map.entry("720p", Resolution.R720),
          Map.entry("hd", Resolution.R720),
          Map.entry("576p", Resolution.R576),
          Map.entry("480p", Resolution.R480),
          Map.entry("sd", Resolution.R480));

  private static final Map<String, Source> SOURCES =
      Map.ofEntries(
          Map.entry("remux", Source.REMUX),
          Map.entry("bdremux", Source.REMUX),
          Map.entry("bluray", Source.BLURAY),
          Map.entry("blurayrip", Source.BLURAY),
          Map.entry("bdrip", Source.BLURAY),
          Map.entry("brrip", Source.BLURAY),
          Map.entry("webdl", Source.WEBDL),
          Map.entry("web", Source.WEBDL),
          Map.entry("amznweb", Source.WEBDL),
          Map.entry("nfweb", Source.WEBDL),
          Map.entry("dsnpweb", Source.WEBDL),
          Map.entry("hmaxweb", Source.WEBDL),
          Map.entry("atvpweb", Source.WEBDL),
          Map.entry("webrip", Source.WEBRIP),
          Map.entry("hdtv", Source.HDTV),
          Map.entry("hdtvrip", Source.HDTV),
          Map.entry("sdtv", Source.SDTV),
          Map.entry("tvrip", Source.SDTV),
          Map.entry("dvd", Source.DVD),
          Map.entry("dvdrip", Source.DVD),
          Map.entry("cam", Source.CAM),
          Map.entry("camrip", Source.CAM),
          Map.entry("hdcam", Source.CAM),
          Map.entry("ts", Source.TELESYNC),
          Map.entry("hdts", Source.TELESYNC),
          Map.entry("telesync", Source.TELESYNC));

  private static final Pattern RESOLUTION =
      word("0-9uf", "2160p|4k|ultra[ ._-]?hd|uhd|1080[pi]|full[ ._-]?hd|720p|576p|480p");

  /** Say little, and only where nothing better is said: any picture from 720 lines on is "HD". */
  private static final Pattern VAGUE_RESOLUTION = word("hs", "hd(?![ ._-]?(?:ts|cam|tv|rip))|sd");

  private static final Pattern SOURCE =
      word(
          "a-dhnrstw",
          "(?:bd)?remux|blu[ ._-]?ray(?:[ ._-]?rip)?|b[dr]rip|web[ ._-]?dl|web[ ._-]?rip|hdtv(?:rip)?"
              + "|(?:amzn|nf|dsnp|hmax|atvp)[ ._-]web|web(?=[ ._-][hx][ .]?26[45])|sdtv|tvrip|dvd(?:[ ._-]?rip)?|cam(?:rip)?|hd[ ._-]?cam|hd[ ._-]?ts|ts|telesync");

  /** One of these stands in every text that has a word; most texts have none. */
  private static final List<String> SOURCE_SIGNS =
      List.of("web", "ray", "rip", "tv", "dvd", "cam", "ts", "telesync", "remux");

  private static final List<String> RESOLUTION_SIGNS = List.of("0p", "6p", "0i", "4k", "hd", "sd");

  private static final Pattern SEPARATORS = Pattern.compile("[ ._-]");

  private QualityWords() {}

  /** The quality that a text states. */
  static Quality of(String text) {
    List<Source> sources = sources(text);
    List<Resolution> resolutions = resolutions(text);
    return new Quality(
        sources.isEmpty() ? Source.UNKNOWN : sources.get(sources.size() - 1),
        resolutions.isEmpty() ? Resolution.UNKNOWN : resolutions.get(resolutions.size() - 1));
  }

  /** Like {@link #of}, but where a text states several of a kind, none of them counts. */
  static Quality unambiguous(String text) {
    Set<Source> sources = Set.copyOf(sources(text));
    Set<Resolution> resolutions = Set.copyOf(resolutions(text));
    return new Quality(
        sources.size() == 1 ? sources.iterator().next() : Source.UNKNOWN,
        resolutions.size() == 1 ? resolutions.iterator().next() : Resolution.UNKNOWN);
  }

  /** A remux is one of a Blu-ray disc, so that both words say one thing. */
  private static List<Source> sources(String text) {
    String folded = Folded.of(text);
    if (SOURCE_SIGNS.stream().noneMatch(folded::contains)) {
      return List.of();
    }
    List<Source> sources = all(SOURCE, SOURCES, folded);
    return sources.contains(Source.REMUX)
        ? sources.stream().filter(source -> source != Source.BLURAY).toList()
        : sources;
  }

  private static List<Resolution> resolutions(String text) {
    String folded = Folded.of(text);
    if (RESOLUTION_SIGNS.stream().noneMatch(folded::contains)) {
      return List.of();
    }
    List<Resolution> exact = all(RESOLUTION, RESOLUTIONS, folded);
    return exact.isEmpty() ? all(VAGUE_RESOLUTION, RESOLUTIONS, folded) : exact;
  }

  private static <T> List<T> all(Pattern pattern, Map<String, T> meanings, String text) {
    return pattern
        .matcher(text)
        .results()
        .flatMap(word -> Optional.ofNullable(meanings.get(key(word))).stream())
        .toList();
  }

  private static String key(MatchResult word) {
    return SEPARATORS.matcher(word.group()).replaceAll("");
  }

  /** Most letters of a text start no word of ours, which a look at one letter tells at once. */
  private static Pattern word(String firstLetters, String alternatives) {
    return Pattern.compile(
        "(?=[" + firstLetters + "])(?<![a-z0-9])(?:" + alternatives + ")(?![a-z0-9])");
  }
}
