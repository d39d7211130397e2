package org.betor.providers.torznab;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.spi.Settings;

/**
 * What the application sets for one endpoint.
 *
 * @param settings without the endpoint's name before them
 */
record EndpointSettings(String name, Settings settings) {
  static final String USUAL_CATEGORIES = "2000,5000";

  private static final Set<String> KNOWN = Set.of("url", "key", "title", "categories");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern API_PATH = Pattern.compile("(?i)/+(api/*)?$");
  private static final Pattern KEY = Pattern.compile("(?i)(?:^|&)apikey=([^&]*)");

  /** What is said anew in each request, in an address that was copied from one. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?i)(?:t|q|cat|extended|offset|limit|apikey|year|season|ep|rid|(?:imdb|tmdb|tvdb|tvmaze)id)"
              + "(?:=.*)?");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * The endpoint that a setting such as {@code cinema.url} belongs to.
   *
   * @throws IllegalArgumentException if there is no such setting
   */
  static String endpoint(String setting) {
    int dot = setting.indexOf('.');
    String name = setting.substring(0, Math.max(dot, 0));
    if (!NAME.matcher(name).matches() || !KNOWN.contains(setting.substring(dot + 1))) {
      throw new IllegalArgumentException(
          "nobody reads the setting \"torznab.%s\"; there are torznab.<name>.url, .key, .title and"
                  .formatted(setting)
              + " .categories, where a name has up to 32 lower-case letters, digits and hyphens");
    }
    return name;
  }

  /**
   * The endpoint.
   *
   * @throws IllegalArgumentException if a setting makes no sense
   */
  Endpoint endpoint() {
    URI url = url();
    return new Endpoint(
        name,
        settings.find("title").map(String::strip).filter(it -> !it.isEmpty()).orElse(name),
        home(url),
        more(url),
        settings.find("key").map(String::strip).or(() -> key(url)).orElse(""),
        categories());
  }

  /** The value never shows in the message, as it may hold a key. */
  private URI url() {
    String text =
        settings.find("url").orElseThrow(() -> wrong("url", "is missing: set its address"));
    try {
      URI url = URI.create(text.strip());
      String scheme = String.valueOf(url.getScheme());
      if ((scheme.equals("http") || scheme.equals("https"))
          && url.getHost() != null
          && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (IllegalArgumentException noAddress) { // its message shows the text
    }
    throw wrong("url", "is no address; one looks like http://127.0.0.1:9696/1/ and names no user");
  }

  private static URI home(URI url) {
    String path = API_PATH.matcher(url.getRawPath() + "/").replaceFirst("");
    return URI.create("%s://%s%s/".formatted(url.getScheme(), url.getRawAuthority(), path));
  }

  /** Such as {@code indexers=cinema}, with which some endpoints are narrowed down. */
  private static String more(URI url) {
    return Stream.ofNullable(url.getRawQuery())
        .flatMap(query -> Stream.of(query.split("&", -1)))
        .filter(pair -> !pair.isEmpty() && !OWN.matcher(pair).matches())
        .collect(joining("&"));
  }

  private static Optional<String> key(URI url) {
    return Optional.ofNullable(url.getRawQuery()).stream()
        .flatMap(query -> KEY.matcher(query).results())
        .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
        .findFirst();
  }

  private List<Integer> categories() {
    String text = settings.find("categories").filter(it -> !it.isBlank()).orElse(USUAL_CATEGORIES);
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .map(this::category)
        .distinct()
        .toList();
  }

  private int category(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw wrong(
          "categories", "has numbers with commas between them, got \"%s\"".formatted(number));
    }
    return Integer.parseInt(number);
  }

  private IllegalArgumentException wrong(String setting, String why) {
    return new IllegalArgumentException(
        "the setting torznab.%s.%s %s".formatted(name, setting, why));
  }
}
