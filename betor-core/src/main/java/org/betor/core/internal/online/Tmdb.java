package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;

/** The Movie Database, through its API, for which its users get a token without charge. */
public final class Tmdb implements TitleSource {
  static final String NOTICE =
      "This product uses the TMDB API but is not endorsed or certified by TMDB"
          + " (https://www.themoviedb.org/).";

  private static final Setting TOKEN =
      new Setting(
          "token",
          "",
          true,
          "your API read access token, or API key, from https://www.themoviedb.org/settings/api");
  private static final Setting HOME = Homes.setting("https://api.themoviedb.org/");

  /** A search tells no id of IMDb; each look at one work is a request. */
  private static final int MOST_DETAILS = 5;

  @Override
  public String id() {
    return "tmdb";
  }

  @Override
  public List<Setting> settings() {
    return List.of(TOKEN, HOME);
  }

  @Override
  public boolean isReady(Settings settings) {
    return !settings.get(TOKEN).isBlank();
  }

  @Override
  public Set<Authority> authorities() {
    return Set.of(Authority.IMDB, Authority.TMDB_FILM, Authority.TMDB_SERIES);
  }

  @Override
  public String notice() {
    return NOTICE;
  }

  @Override
  public Optional<Title> find(TitleId id, Host host) {
    return switch (id.authority()) {
      case TMDB_FILM, TMDB_SERIES -> api(host).details(id);
      case IMDB -> findElsewhere("imdb_id", id, host);
      case TVDB -> findElsewhere("tvdb_id", id, host);
      case TVMAZE -> Optional.empty();
    };
  }

  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    TmdbApi api = api(host);
    List<Title> found = Likeliest.of(question, name -> api.search(name, question));
    return IntStream.range(0, found.size())
        .mapToObj(
            place -> place < MOST_DETAILS ? detailed(found.get(place), api) : found.get(place))
        .toList();
  }

  private static Title detailed(Title found, TmdbApi api) {
    return api.details(found.ids().get(0)).orElse(found);
  }

  private static Optional<Title> findElsewhere(String source, TitleId id, Host host) {
    TmdbApi api = api(host);
    return api.findId(source, id.value()).flatMap(api::details);
  }

  private static TmdbApi api(Host host) {
    Settings settings = host.settings();
    Service service = new Service(Homes.get(HOME, settings), host.fetcher());
    return new TmdbApi(service, settings.get(TOKEN).strip());
  }
}
