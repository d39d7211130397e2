package org.betor.core.internal.online;

import java.net.URI;
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

/** The IMDb API at RapidAPI, for which its users need a key. Knows works by their ids only. */
public final class ImdbRapidApi implements TitleSource {
  private static final Setting KEY =
      new Setting("key", "", true, "your key from https://rapidapi.com/, where you subscribed");
  private static final Setting HOST =
      new Setting("host", "imdb236.p.rapidapi.com", false, "the API's host at RapidAPI");
  private static final Setting HOME = Homes.setting("");

  @Override
  public String id() {
    return "imdb-rapidapi";
  }

  @Override
  public List<Setting> settings() {
    return List.of(KEY, HOST, HOME);
  }

  @Override
  public boolean isReady(Settings settings) {
    return !settings.get(KEY).isBlank();
  }

  @Override
  public Set<Authority> authorities() {
    return Set.of(Authority.IMDB);
  }

  @Override
  public boolean findsByName() {
    return false;
  }

  @Override
  public String notice() {
    return ImdbSuggest.NOTICE;
  }

  @Override
  public Optional<Title> find(TitleId id, Host host) {
    if (id.authority() != Authority.IMDB) {
      return Optional.empty();
    }
    Service service = service(host.settings(), host);
    return service
        .find("api/imdb/title/" + id.value())
        .or(() -> service.find("api/imdb/" + id.value())) // as programs of 2025 ask
        .flatMap(ImdbRecord::read)
        .filter(title -> title.ids().contains(id));
  }

  /** It finds nothing by names. */
  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    return List.of();
  }

  private static Service service(Settings settings, Host host) {
    String name = settings.get(HOST).strip();
    URI home =
        settings.get(HOME).isBlank()
            ? Homes.address("host", "https://" + name)
            : Homes.get(HOME, settings);
    Service service = new Service(home, host.fetcher());
    return service
        .with("x-rapidapi-host", name)
        .with("x-rapidapi-key", service.checked(settings.get(KEY).strip()));
  }
}
