package org.betor.providers.archive;

import java.time.Duration;
import java.util.function.Function;
import org.betor.api.spi.Page;
import org.betor.api.spi.PageRequest;
import org.betor.api.spi.SiteException;
import org.betor.api.spi.Visit;

/**
 * Asks once more for what cannot be read. Errors come with status 200 and are kept like any answer,
 * while most pass at once.
 */
final class SecondTry {
  private SecondTry() {}

  /**
   * What the page says.
   *
   * @throws SiteException if there is no answer that may be read, or the archive means its no
   */
  static <T> T read(PageRequest request, Function<Page, T> reader, Visit visit) {
    Page page = visit.fetch(request).orThrow();
    try {
      return reader.apply(page);
    } catch (SiteException failure) {
      if (failure.reason() == SiteException.Reason.REFUSED) {
        throw failure;
      }
      return reader.apply(visit.fetch(request.maxAge(Duration.ZERO)).orThrow());
    }
  }
}
