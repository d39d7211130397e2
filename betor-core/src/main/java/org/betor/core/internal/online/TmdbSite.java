package org.betor.core.internal.online;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.betor.api.model.MediaType;
import org.betor.api.model.Title;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Host;
import org.betor.api.spi.Setting;
import org.betor.api.spi.Settings;
import org.betor.api.spi.TitleQuestion;
import org.betor.api.spi.TitleSource;

/**
 * The search field of The Movie Database's web site, which needs no key. Nobody documents it, so it
 * may change or end at any time, and is asked only where the application wants that.
 */
public final class TmdbSite implements TitleSource {
  private static final Setting HOME = Homes.setting("https://www.themoviedb.org/");

  @Override
  public String id() {
    return "tmdb-site";
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
  public Set<TitleId.Authority> authorities() {
    return Set.of();
  }

  @Override
  public String notice() {
    return "Data from The Movie Database (https://www.themoviedb.org/), which does not endorse or"
        + " certify this product.";
  }

  /** It finds nothing by ids. */
  @Override
  public Optional<Title> find(TitleId id, Host host) {
    return Optional.empty();
  }

  @Override
  public List<Title> candidates(TitleQuestion question, Host host) {
    Service service = new Service(Homes.get(HOME, host.settings()), host.fetcher());
    return Likeliest.of(question, name -> search(service, name));
  }

  /** Among the results are bare texts, which are proposals of words. */
  private static List<Title> search(Service service, String name) {
    return service.get("search/trending?query=" + Service.encoded(name)).list("results").stream()
        .flatMap(result -> TmdbTitle.result(result, MediaType.UNKNOWN).stream())
        .toList();
  }
}
