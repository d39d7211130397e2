package org.betor.providers.torznab;

import java.util.List;
import java.util.TreeSet;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Settings;

/**
 * Makes a provider for each Torznab endpoint that is set, such as an indexer in Prowlarr or
 * Jackett:
 *
 * <pre>{@code
 * Betor.builder(folder)
 *     .setting("torznab.cinema.url", "http://127.0.0.1:9696/1/")
 *     .setting("torznab.cinema.key", key)
 *     .open();
 * }</pre>
 *
 * <p>For each endpoint, under a name of lower-case letters, digits and hyphens:
 *
 * <ul>
 *   <li>{@code torznab.<name>.url}: its address as people paste it, with or without {@code /api}
 *       and {@code ?apikey=} at its end; other parameters go with every request as they stand there
 *   <li>{@code torznab.<name>.key}: the API key; that of the address unless set
 *   <li>{@code torznab.<name>.title}: how people call it; the name unless set
 *   <li>{@code torznab.<name>.categories}: the numbers of categories, with commas between them;
 *       films and series ({@code 2000,5000}) unless set
 * </ul>
 *
 * <p>The provider's id is {@code torznab-<name>}.
 */
public final class TorznabFactory implements Provider.Factory {
  static final String ID = "torznab";

  /** Made by {@link java.util.ServiceLoader}, or by hand. */
  public TorznabFactory() {}

  @Override
  public String id() {
    return ID;
  }

  /** {@inheritDoc} No message shows a key. */
  @Override
  public List<Provider> create(Settings settings) {
    var names = new TreeSet<String>();
    settings.names().forEach(setting -> names.add(EndpointSettings.endpoint(setting)));
    return names.stream()
        .map(name -> new EndpointSettings(name, settings.of(name)).endpoint())
        .<Provider>map(TorznabProvider::new)
        .toList();
  }
}
