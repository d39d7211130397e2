package org.betor.testkit.bad;

import org.betor.api.spi.Provider;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Query;
import org.betor.api.spi.Visit;
import org.betor.testkit.example.CinematecaProvider;

/** A good provider to begin with. */
abstract class BadProvider implements Provider {
  private final Provider good = new CinematecaProvider();

  @Override
  public ProviderInfo info() {
    return good.info();
  }

  @Override
  public void search(Query query, Visit visit) {
    good.search(query, visit);
  }
}
