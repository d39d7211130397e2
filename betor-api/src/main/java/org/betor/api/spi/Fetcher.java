package org.betor.api.spi;

/**
 * Fetches pages, politely: paced, bounded, cached, and never from an address that is not public.
 */
@FunctionalInterface
public interface Fetcher {

  /**
   * What the server answers, whatever its status.
   *
   * @throws SiteException if there was no answer that may be read
   */
  Page fetch(PageRequest request);
}
