package org.betor.api.spi;

import java.nio.file.Path;
import java.time.InstantSource;

/** What the application around a plugin gives to those that hold resources. */
public interface Host {

  /** A folder of that name for the plugin alone; exists. */
  Path folder(String name);

  /**
   * A store of that name for the plugin alone.
   *
   * @param name lower-case letters, digits, dots and hyphens; a letter first
   * @param bound how much it keeps
   */
  Store store(String name, Store.Bound bound);

  /** The plugin's own settings. */
  Settings settings();

  /** Fetches pages. */
  Fetcher fetcher();

  /** Tells the time. */
  InstantSource clock();

  /** Waits. */
  Pause pause();
}
