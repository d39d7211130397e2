package org.betor.core;

import org.betor.api.model.Release;
import org.betor.api.spi.Hits;
import org.betor.api.spi.ProviderInfo;

/**
 * Hears of a search while it runs. Calls come from the library's threads, one at a time; what a
 * call throws is logged and changes nothing.
 */
public interface SearchListener {
  /** Hears nothing. */
  SearchListener NONE = new SearchListener() {};

  /** The catalogue's answer, before any provider is asked. */
  default void known(Hits hits) {}

  /** A provider has been asked. */
  default void started(ProviderInfo provider) {}

  /**
   * A release has been found, and is durable: what this provider's post says of it. What is plainly
   * something else is not told.
   */
  default void found(ProviderInfo provider, Release release) {}

  /** A provider has ended, one way or another. */
  default void ended(Outcome outcome) {}
}
