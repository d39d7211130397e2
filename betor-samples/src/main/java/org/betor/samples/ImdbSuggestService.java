package org.betor.samples;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId.Authority;

/** Answers like the suggestions below IMDb's search field, which name people and games too. */
final class ImdbSuggestService implements TitleService {
  private static final Pattern PATH = Pattern.compile("suggestion/x/(.*)\\.json");
  private static final int MOST = 8;

  private final KnownTitles titles;

  ImdbSuggestService(KnownTitles titles) {
    this.titles = titles.of(Authority.IMDB);
  }

  @Override
  public Answer answer(TitleRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Answer.html(404, "<h1>Not Found</h1>");
    }
    String query = path.group(1);
    List<Object> suggestions = new ArrayList<>();
    found(query).stream().limit(MOST).map(ImdbSuggestService::suggestion).forEach(suggestions::add);
    if (!suggestions.isEmpty()) {
      suggestions.add(Map.of("id", "nm9900001", "l", query, "s", "Actor", "rank", 900));
      suggestions.add(
          Map.of("id", "tt990000099", "l", query, "q", "video game", "qid", "videoGame"));
    }
    return Answer.json(Json.of(Map.of("d", suggestions, "q", query, "v", 1)));
  }

  private List<Title> found(String query) {
    Optional<Title> one = titles.findImdb(query);
    return one.isPresent() ? List.of(one.get()) : titles.search(query);
  }

  private static Map<String, Object> suggestion(Title title) {
    boolean series = title.mediaType() == MediaType.SERIES;
    Map<String, Object> suggestion = new LinkedHashMap<>();
    suggestion.put("id", KnownTitles.id(title, Authority.IMDB));
    suggestion.put("l", title.name());
    suggestion.put("q", series ? "TV series" : "feature");
    suggestion.put("qid", series ? "tvSeries" : "movie");
    suggestion.put("rank", 1_000);
    suggestion.put("s", title.cast().stream().limit(2).collect(joining(", ")));
    title.year().ifPresent(year -> suggestion.put("y", year));
    if (series && title.year().isPresent()) {
      String last = title.lastYear().isPresent() ? "" + title.lastYear().getAsInt() : "";
      suggestion.put("yr", title.year().getAsInt() + "-" + last);
    }
    return suggestion;
  }
}
