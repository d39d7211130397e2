package org.betor.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.betor.api.model.TitleId.Authority;

/** Answers like the search field of TMDB's web site: some of its results are bare texts. */
final class TmdbSiteService implements TitleService {
  private final KnownTitles titles;

  TmdbSiteService(KnownTitles titles) {
    this.titles = titles.of(Authority.TMDB_FILM, Authority.TMDB_SERIES);
  }

  @Override
  public Answer answer(TitleRequest request) {
    if (!request.path().equals("search/trending")) {
      return Answer.html(404, "<h1>Not Found</h1>");
    }
    String query = request.query().get("query");
    List<Object> results = new ArrayList<>(List.of(query));
    titles.search(query).stream().map(TmdbDocument::mixedEntry).forEach(results::add);
    return Answer.json(Json.of(Map.of("results", results)));
  }
}
