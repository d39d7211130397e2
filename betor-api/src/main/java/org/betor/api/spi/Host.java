package org.betor.api.spi;

import java.nio.file.Path;
import java.time.InstantSource;

/** What the application around a plugin gives to those that hold resources. */
public interface Host {

  /** A folder of that name for the plugin alone; exists. */
  Path folder(String name);

  /** A store of that name for the plugin alone. */
  Store store(String name);

  /** The plugin's own settings. */
  Settings settings();

  /** Fetches pages. */
  Fetcher fetcher();

  /** Tells the time. */
  InstantSource clock();

  /** Waits. */
  Pause pause();
}
