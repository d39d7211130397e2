package org.betor.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.spi.Page;

/** Finds in the page of a gate where it leads. */
final class GatePage {
  private static final Pattern QUOTED_MAGNET =
      Pattern.compile("[\"'](magnet:\\?[^\"'<>]{10,})[\"']");
  private static final Pattern BARE_MAGNET = Pattern.compile("magnet:\\?[^\\s\"'<>]{10,}");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)\\b(?:DEST_?URL|DOWNLOAD_URL|MAGNET_URL|LINK_DOWNLOAD|NEXT_URL|REDIRECT_URL|LINK_FINAL"
              + "|TARGET_URL|DESTINO|URL_ETAPA2|redirect|next|location(?:\\.href)?)\\s*=\\s*[\"']([^\"']+)[\"']"
              + "|(?:location\\.replace|location\\.assign|window\\.open)\\(\\s*[\"']([^\"']+)[\"']"
              + "|<meta(?=[^>]{0,120}refresh)[^>]{0,120}?url\\s*=\\s*[\"']?([^\"'>\\s]+)");
  private static final Pattern DATA =
      Pattern.compile("data-(?:u|link|magnet|url|href|download)=[\"']([^\"']+)[\"']");

  /** A disguised magnet link in a script, whatever the script does with it. */
  private static final Pattern QUOTED =
      Pattern.compile("[\"'](https?://[^\"'\\s<>]+|[A-Za-z0-9+/_-]{40,}={0,2})[\"']");

  private static final int MAX_TARGETS = 1_000;

  private static final Pattern SCRIPT_ESCAPE = Pattern.compile("\\\\(?:u00|x)([0-9a-fA-F]{2})");

  private GatePage() {}

  /**
   * The magnet link or address that the page leads to.
   *
   * @throws org.betor.api.spi.SiteException if the gate answers with an error
   */
  static Optional<String> target(Page page) {
    if (page.header("Location").isPresent()) {
      return page.header("Location");
    }
    String text = unescaped(page.orThrow().text());
    List<String> said =
        Stream.of(
                QUOTED_MAGNET.matcher(text).results().map(magnet -> magnet.group(1)),
                BARE_MAGNET.matcher(text).results().map(MatchResult::group),
                DATA.matcher(text).results().flatMap(data -> Disguise.lift(data.group(1)).stream()),
                QUOTED.matcher(text).results().flatMap(GatePage::magnet),
                ASSIGNED.matcher(text).results().flatMap(GatePage::group))
            .flatMap(targets -> targets)
            .limit(MAX_TARGETS)
            .toList();
    return said.stream()
        .filter(target -> Gates.isMagnet(target) || Gates.isGate(target))
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  /** The magnet links that a script quotes, each once. */
  static List<String> magnets(String script) {
    return QUOTED_MAGNET
        .matcher(unescaped(script))
        .results()
        .map(magnet -> magnet.group(1))
        .distinct()
        .limit(MAX_TARGETS)
        .toList();
  }

  private static Stream<String> magnet(MatchResult quoted) {
    String text = quoted.group(1);
    return Disguise.inAddress(text).or(() -> Disguise.lift(text)).filter(Gates::isMagnet).stream();
  }

  /** What a script or the page itself goes to; words that are no address are left out. */
  private static Stream<String> group(MatchResult assigned) {
    return Stream.of(1, 2, 3)
        .flatMap(group -> Optional.ofNullable(assigned.group(group)).stream())
        .map(text -> Disguise.lift(text).orElse(text))
        .filter(text -> text.startsWith("http") || text.startsWith("/") || Gates.isMagnet(text));
  }

  private static String unescaped(String text) {
    return SCRIPT_ESCAPE
        .matcher(text.replace("\\/", "/"))
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
        .replace("&amp;", "&");
  }
}
