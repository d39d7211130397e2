package org.betor.core.internal.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.betor.api.spi.ProviderInfo;
import org.betor.api.spi.Settings;
import org.betor.api.spi.Store;

/** Knows which address of a site is in force: the one that was set, else the last that answered. */
public final class Mirrors {
  private final Settings settings;
  private final Supplier<Store> store;

  /**
   * Reads the addresses that the application sets as {@code <provider>.home}.
   *
   * @param store where the last address that answered is kept; asked for when needed
   */
  public Mirrors(Settings settings, Supplier<Store> store) {
    this.settings = settings;
    this.store = store;
  }

  /** The addresses to try, in order; at least one. */
  public List<URI> homes(ProviderInfo provider) {
    return settings
        .of(provider.id())
        .find("home")
        .map(home -> List.of(URI.create(home.endsWith("/") ? home : home + "/")))
        .orElseGet(() -> lastFirst(provider));
  }

  /** Keeps in mind that this address answered. */
  void answered(ProviderInfo provider, URI home) {
    if (provider.homes().contains(home) && !homes(provider).get(0).equals(home)) {
      store.get().put(provider.id(), home.toString().getBytes(UTF_8));
    }
  }

  private List<URI> lastFirst(ProviderInfo provider) {
    List<URI> homes = provider.homes();
    if (homes.size() == 1) {
      return homes;
    }
    return store
        .get()
        .get(provider.id())
        .map(bytes -> URI.create(new String(bytes, UTF_8)))
        .filter(homes::contains) // a newer version of the plugin may have dropped it
        .map(last -> Stream.concat(Stream.of(last), homes.stream()).distinct().toList())
        .orElse(homes);
  }
}
