package org.betor.site;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.TitleId;

/** Finds the IMDb id that a post states by its links, and is not misled by copied widgets. */
final class ImdbLinks {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)^(?:(?:https?:)?//)?(?:(?:\\w+\\.)?imdb\\.com/(?:[a-z-]{2,5}/)?title/(tt\\d{7,9})"
              + "|(?:www\\.)?opensubtitles\\.org/.*imdbid-(?:tt)?(\\d{7,9})"
              + "|(?:www\\.)?yifysubtitles\\.\\w+/movie-imdb/(tt\\d{7,9}))(?!\\d)");

  /** Marks the link of a rating widget, which editors copy from post to post. */
  private static final Pattern WIDGET = Pattern.compile("(?i)[?&;]ref_=(?:tt_)?plg");

  private ImdbLinks() {}

  /**
   * The one id that the post states; where several differ, nothing is claimed. Only a site whose
   * widgets are its own has the right one in the line of the rating, whatever else it links to.
   */
  static Optional<TitleId> of(List<Line> transcript, InfoBlock info, boolean trustsWidgets) {
    List<Line> rating = trustsWidgets ? info.line(Label.IMDB).stream().toList() : List.of();
    return single(rating, trustsWidgets).or(() -> single(transcript, trustsWidgets));
  }

  private static Optional<TitleId> single(List<Line> lines, boolean trustsWidgets) {
    List<TitleId> ids =
        lines.stream()
            .flatMap(line -> line.anchors().stream())
            .map(Anchor::target)
            .filter(target -> trustsWidgets || !WIDGET.matcher(target).find())
            .flatMap(target -> id(target).stream())
            .distinct()
            .toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  private static Optional<TitleId> id(String address) {
    Matcher link = ADDRESS.matcher(address);
    if (!link.find()) {
      return Optional.empty();
    }
    return Stream.of(1, 2, 3)
        .map(link::group)
        .filter(group -> group != null)
        .map(digits -> TitleId.imdb(digits.startsWith("tt") ? digits : "tt" + digits))
        .findFirst();
  }
}
