package org.betor.examples.cli;

import java.io.PrintWriter;
import org.betor.api.model.Release;
import org.betor.api.spi.Hits;
import org.betor.api.spi.ProviderInfo;
import org.betor.core.Outcome;
import org.betor.core.SearchListener;

/** Shows a search while it runs: the catalogue's answer first, then each find as it comes. */
final class Progress implements SearchListener {
  private final PrintWriter err;

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void known(Hits hits) {
    if (hits.total() == 0) {
      err.println("The catalogue knows nothing of it yet.");
      return;
    }
    err.println("The catalogue knows " + hits.total() + ":");
    hits.releases().forEach(release -> err.println("  " + line(release)));
  }

  @Override
  public void started(ProviderInfo provider) {
    err.println(provider.name() + ": asked");
  }

  @Override
  public void found(ProviderInfo provider, Release release) {
    err.println(provider.name() + ": " + line(release));
  }

  @Override
  public void ended(Outcome outcome) {
    err.println(outcome.provider().name() + ": " + outcome.describe());
  }

  private static String line(Release release) {
    return "%s %s %s".formatted(release.title(), release.quality(), release.episodes()).strip();
  }
}
