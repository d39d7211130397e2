package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.model.TitleId.Authority;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;

/**
 * The service imdbapi.dev, which needs no key and has nothing to do with IMDb. It may change or end
 * at any time, and is asked only where the application wants that.
 */
public final class ImdbApiDev implements TitleSource {
  private static final Setting HOME = Homes.setting("https://api.imdbapi.dev/");

  @Override
  public String id() {
    return "imdbapi-dev";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Undocumented.ENABLED, HOME);
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
    return ImdbSuggest.NOTICE;
  }

  @Override
  public Optional<Title> find(TitleId id, Host host) {
    return id.authority() == Authority.IMDB
        ? service(host)
            .find("titles/" + id.value())
            .flatMap(ImdbRecord::read)
            .filter(title -> title.ids().contains(id))
        : Optional.empty();
  }

  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    Service service = service(host);
    return Likeliest.of(question, name -> search(service, name));
  }

  private static List<Title> search(Service service, String name) {
    return service.get("search/titles?query=" + Service.encoded(name)).list("titles").stream()
        .flatMap(work -> ImdbRecord.read(work).stream())
        .toList();
  }

  private static Service service(Host host) {
    return new Service(Homes.get(HOME, host.settings()), host.fetcher());
  }
}
