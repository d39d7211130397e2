package org.betor.core.internal.online;

import java.util.List;
import org.betor.api.spi.TitleSource;

/** The sources that the library brings, in the order in which they are asked. */
public final class OnlineSources {
  private OnlineSources() {}

  /** All of them, set up or not; none contacts anybody by itself. */
  public static List<TitleSource> all() {
    return List.of(
        new Tmdb(), new ImdbSuggest(), new ImdbRapidApi(), new TmdbSite(), new ImdbApiDev());
  }
}
