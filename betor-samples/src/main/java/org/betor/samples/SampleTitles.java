package org.betor.samples;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.betor.api.model.Title;
import org.betor.api.spi.Pause;

/**
 * Services that know films and series, on a free port of this machine's loopback interface. They
 * answer like TMDB's API ({@code tmdb}), its web site ({@code tmdb-site}), IMDb's suggestions
 * ({@code imdb-suggest}), the IMDb API at RapidAPI ({@code imdb-rapidapi}) and imdbapi.dev ({@code
 * imdbapi-dev}).
 *
 * <pre>{@code
 * try (SampleTitles services = SampleTitles.builder().start()) {
 *   URI home = services.home("tmdb"); // http://127.0.0.1:PORT/tmdb/
 *   services.trouble("tmdb/3/search/", Trouble.LIMITED, 2); // the next two searches fail
 *   // ... let a source of titles ask with services.settings(), and afterwards
 *   services.requests("tmdb/3/movie/45745");
 * }
 * }</pre>
 *
 * <p>Paths are addresses below the server's root, with their query. Safe for use by several
 * threads.
 */
public final class SampleTitles implements AutoCloseable {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Builder settings;
  private final Map<String, TitleService> services;
  private final TitlesHandler handler;
  private final Loopback server;

  private SampleTitles(Builder settings) {
    this.settings = settings;
    KnownTitles titles = new KnownTitles(settings.titles);
    this.services =
        Map.of(
            "tmdb", new TmdbService(titles, settings.token, settings.key),
            "tmdb-site", new TmdbSiteService(titles),
            "imdb-suggest", new ImdbSuggestService(titles),
            "imdb-rapidapi", new RapidApiService(titles, settings.rapidApiKey, settings.quota),
            "imdbapi-dev", new ImdbApiDevService(titles));
    this.handler = new TitlesHandler(settings, services, requests::add);
    this.server = Loopback.start("titles", handler);
  }

  /** Services that know {@link Builder#titles some films and series}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The address of a service, with a slash at its end.
   *
   * @throws IllegalArgumentException if there is no such service
   */
  public URI home(String service) {
    if (!services.containsKey(service)) {
      throw new IllegalArgumentException("no service \"" + service + "\"");
    }
    return server.root().resolve(service + "/");
  }

  /** The settings, by their full names, with which Betor asks these services instead of others. */
  public Map<String, String> settings() {
    Map<String, String> values = new TreeMap<>();
    services.keySet().forEach(service -> values.put(service + ".home", home(service).toString()));
    values.put("tmdb.token", settings.token);
    values.put("imdb-suggest.enabled", "true");
    values.put("tmdb-site.enabled", "true");
    values.put("imdb-rapidapi.key", settings.rapidApiKey);
    values.put("imdbapi-dev.enabled", "true");
    return values;
  }

  /** What the services know together. */
  public List<Title> titles() {
    return settings.titles;
  }

  /** What was asked for, in its order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** How often anything was asked for whose path and query start so. */
  public int requests(String start) {
    return (int) requests.stream().filter(request -> request.startsWith(start)).count();
  }

  /** From now on, paths that start so are in trouble, such as {@code tmdb/3/search/}. */
  public void trouble(String start, Trouble trouble) {
    trouble(start, trouble, Integer.MAX_VALUE);
  }

  /** The next requests for paths that start so, as many as {@code times}, meet trouble. */
  public void trouble(String start, Trouble trouble, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("trouble comes at least once, got " + times);
    }
    handler.troubles().add(start, trouble, times);
  }

  /** Ends all trouble. */
  public void heal() {
    handler.troubles().clear();
  }

  /** Stops at once. No thread is left. */
  @Override
  public void close() {
    server.close();
  }

  /** Settings of the services. */
  public static final class Builder {
    List<Title> titles = FreeTitles.titles();
    String token = "sample.token-of-tmdb_0123456789abcdef";
    String key = "00112233445566778899aabbccddeeff";
    String rapidApiKey = "sample0123456789msh0123456789abcdef";
    int quota = Integer.MAX_VALUE;
    Duration latency = Duration.ZERO;
    Pause pause = Pause.SLEEPING;

    private Builder() {}

    /**
     * What the services know together, each what has an id of its database; unless set, films that
     * are free to share and works that do not exist, three of which have the same name.
     */
    public Builder titles(List<Title> titles) {
      this.titles = List.copyOf(titles);
      return this;
    }

    /** The token that TMDB wants. */
    public Builder token(String token) {
      this.token = token;
      return this;
    }

    /** The key of 32 hexadecimal digits that TMDB takes instead of the token. */
    public Builder key(String key) {
      this.key = key;
      return this;
    }

    /** The key that RapidAPI wants. */
    public Builder rapidApiKey(String rapidApiKey) {
      this.rapidApiKey = rapidApiKey;
      return this;
    }

    /** How many requests RapidAPI answers before its quota is used up; all unless set. */
    public Builder quota(int quota) {
      this.quota = quota;
      return this;
    }

    /** How long each answer takes; zero unless set. */
    public Builder latency(Duration latency) {
      this.latency = latency;
      return this;
    }

    /** How it waits; really, unless set. */
    public Builder pause(Pause pause) {
      this.pause = pause;
      return this;
    }

    /** The services, running. */
    public SampleTitles start() {
      return new SampleTitles(this);
    }
  }
}
