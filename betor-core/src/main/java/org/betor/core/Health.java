package org.betor.core;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.betor.api.model.Redacted;
import org.betor.api.spi.ProviderInfo;

/**
 * How the library stands.
 *
 * @param folder where everything is kept
 * @param providers the providers, in the order of registration
 * @param broken plugins that could not be loaded, one message each
 */
public record Health(Path folder, List<OfProvider> providers, List<String> broken) {
  /** Copies. */
  public Health {
    providers = List.copyOf(providers);
    broken = List.copyOf(broken);
  }

  /**
   * How a provider stands.
   *
   * @param info who it is
   * @param home its address that is in force
   * @param last what became of it the last time; empty before the first
   * @param stuck whether it was cut off and still runs, so that it will not be asked again until it
   *     ends
   */
  public record OfProvider(ProviderInfo info, URI home, Optional<Outcome> last, boolean stuck) {
    /** Hides the secrets of the address. */
    public OfProvider {
      home = Redacted.address(home);
    }
  }
}
