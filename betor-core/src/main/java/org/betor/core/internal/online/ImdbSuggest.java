package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;

/** What IMDb proposes below its search field: needs no key, and tells little of each work. */
public final class ImdbSuggest implements TitleSource {
  static final String NOTICE =
      "Data from IMDb (https://www.imdb.com/), for personal and non-commercial use; IMDb does not"
          + " endorse or certify this product.";

  private static final Setting HOME = Homes.setting("https://v3.sg.media-imdb.com/");
  private static final Pattern YEARS = Pattern.compile("\\d{4}\\s*[-\u2013]\\s*(\\d{4})");

  @Override
  public String id() {
    return "imdb-suggest";
  }

  @Override
  public List<Setting> settings() {
    return List.of(HOME, Undocumented.ENABLED);
  }

  @Override
  public boolean isReady(Settings settings) {
    return Undocumented.isEnabled(settings);
  }

  @Override
  public Set<Authority> authorities() {
    return Set.of(Authority.IMDB);
  }

  @Override
  public String notice() {
    return NOTICE;
  }

  /** Asks for the id as if it were a name. */
  @Override
  public Optional<Title> find(TitleId id, Host host) {
    return id.authority() == Authority.IMDB
        ? suggestions(service(host), id.value()).stream()
            .filter(title -> title.ids().contains(id))
            .findFirst()
        : Optional.empty();
  }

  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    Service service = service(host);
    return Likeliest.of(question, name -> suggestions(service, Folded.of(name)));
  }

  private static Service service(Host host) {
    return new Service(Homes.get(HOME, host.settings()), host.fetcher());
  }

  private static List<Title> suggestions(Service service, String words) {
    return service
        .find("suggestion/x/%s.json".formatted(Service.encoded(words)))
        .map(found -> found.list("d"))
        .orElse(List.of())
        .stream()
        .flatMap(suggestion -> title(suggestion).stream())
        .toList();
  }

  /** Empty if it is a person, a game or the like. */
  private static Optional<Title> title(Fields suggestion) {
    return ImdbType.read(suggestion.text("qid"))
        .flatMap(
            type ->
                TitleIds.named(Authority.IMDB, suggestion.text("id"), suggestion.text("l"))
                    .map(title -> title(title.mediaType(type), type, suggestion)));
  }

  private static Title title(Title.Builder title, MediaType type, Fields suggestion) {
    suggestion.year("y", "yr").ifPresent(title::year);
    Matcher years = YEARS.matcher(suggestion.text("yr"));
    if (type == MediaType.SERIES && years.matches()) {
      Fields.yearIn(years.group(1)).ifPresent(title::lastYear);
    }
    return title.cast(Stream.of(suggestion.text("s").split(",", 10)).toList()).build();
  }
}
