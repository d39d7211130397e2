package org.betor.samples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/** Answers like imdbapi.dev. */
final class ImdbApiDevService implements TitleService {
  private static final Pattern DETAILS = Pattern.compile("titles/(tt\\d+)");

  private final KnownTitles titles;

  ImdbApiDevService(KnownTitles titles) {
    this.titles = titles.of(Authority.IMDB);
  }

  @Override
  public Answer answer(TitleRequest request) {
    if (request.path().equals("search/titles")) {
      String query = request.query().get("query");
      return Answer.json(
          Json.of(
              Map.of(
                  "titles", titles.search(query).stream().map(ImdbApiDevService::entry).toList())));
    }
    Matcher details = DETAILS.matcher(request.path());
    return (details.matches() ? titles.findImdb(details.group(1)) : Optional.<Title>empty())
        .map(title -> Answer.json(Json.of(details(title))))
        .orElseGet(() -> Answer.json(404, "{\"code\":5,\"message\":\"not found\",\"details\":[]}"));
  }

  private static Map<String, Object> details(Title title) {
    Map<String, Object> details = entry(title);
    title.runtime().ifPresent(time -> details.put("runtimeSeconds", time.toSeconds()));
    details.put("stars", title.cast().stream().map(name -> Map.of("displayName", name)).toList());
    return details;
  }

  private static Map<String, Object> entry(Title title) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", KnownTitles.id(title, Authority.IMDB));
    entry.put("type", title.mediaType() == MediaType.SERIES ? "tvSeries" : "movie");
    entry.put("primaryTitle", title.name());
    title.year().ifPresent(year -> entry.put("startYear", year));
    title.lastYear().ifPresent(year -> entry.put("endYear", year));
    title
        .rating()
        .ifPresent(
            rating ->
                entry.put(
                    "rating",
                    Map.of("aggregateRating", rating, "voteCount", title.votes().orElse(0))));
    return entry;
  }
}
