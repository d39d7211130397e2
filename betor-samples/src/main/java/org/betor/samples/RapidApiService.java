package org.betor.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/** Answers like the IMDb API at RapidAPI, with RapidAPI's own words for keys and quotas. */
final class RapidApiService implements TitleService {
  private static final Pattern PATH = Pattern.compile("api/imdb/(?:title/)?(tt\\d+)");

  private final KnownTitles titles;
  private final String key;
  private final int quota;
  private int answered;

  RapidApiService(KnownTitles titles, String key, int quota) {
    this.titles = titles.of(Authority.IMDB);
    this.key = key;
    this.quota = quota;
  }

  @Override
  public Answer answer(TitleRequest request) {
    Optional<String> theirs = request.header("X-RapidAPI-Key");
    if (theirs.isEmpty() || request.header("X-RapidAPI-Host").isEmpty()) {
      return message(401, "Invalid API key. Go to https://docs.rapidapi.com/docs/keys");
    }
    if (!theirs.get().equals(key)) {
      return message(403, "You are not subscribed to this API.");
    }
    if (!isWithinQuota()) {
      return message(429, "You have exceeded the MONTHLY quota for Requests on your current plan");
    }
    Matcher path = PATH.matcher(request.path());
    return (path.matches() ? titles.findImdb(path.group(1)) : Optional.<Title>empty())
        .map(title -> Answer.json(Json.of(document(title))))
        .orElseGet(() -> message(404, "Title not found"));
  }

  private synchronized boolean isWithinQuota() {
    return ++answered <= quota;
  }

  private static Map<String, Object> document(Title title) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", KnownTitles.id(title, Authority.IMDB));
    document.put("primaryTitle", title.name());
    document.put("originalTitle", title.name());
    document.put("type", title.mediaType() == MediaType.SERIES ? "tvSeries" : "movie");
    document.put("genres", List.of("Fantasy"));
    title.year().ifPresent(year -> document.put("startYear", year));
    title.lastYear().ifPresent(year -> document.put("endYear", year));
    title.runtime().ifPresent(time -> document.put("runtimeMinutes", time.toMinutes()));
    title.rating().ifPresent(rating -> document.put("averageRating", rating));
    title.votes().ifPresent(votes -> document.put("numVotes", votes));
    document.put("cast", title.cast().stream().map(name -> Map.of("fullName", name)).toList());
    return document;
  }

  private static Answer message(int status, String message) {
    return Answer.json(status, Json.of(Map.of("message", message)));
  }
}
