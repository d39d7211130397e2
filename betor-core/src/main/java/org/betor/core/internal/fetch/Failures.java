package org.betor.core.internal.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.betor.api.spi.SiteException;

/** Finds out what happened below the exceptions that the client and its caches wrap around it. */
final class Failures {
  private Failures() {}

  /**
   * What to throw instead.
   *
   * @throws SiteException if that is what happened, or if the body cannot be decompressed
   */
  static IOException told(URI page, IOException failure) {
    find(failure, SiteException.class)
        .ifPresent(
            happened -> {
              throw happened;
            });
    if (find(failure, ZipException.class).isPresent()) {
      throw SiteException.unreadable(page, "it cannot be decompressed", failure);
    }
    return find(failure, TimeoutException.class).isPresent()
        ? new HttpTimeoutException("the answer did not come to its end in time")
        : failure;
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
