package org.betor.core.internal.discovery;

import java.util.List;
import org.betor.api.spi.TitleSource;

/**
 * What sources of titles there are.
 *
 * @param found in order
 * @param failures what could not be used, for people
 */
public record TitleSources(List<TitleSource> found, List<String> failures) {
  /** None. */
  public static final TitleSources NONE = new TitleSources(List.of(), List.of());

  /** Copies. */
  public TitleSources {
    found = List.copyOf(found);
    failures = List.copyOf(failures);
  }

  /** What a class loader and its parents find, on the class path and in modules. */
  public static TitleSources in(ClassLoader loader) {
    return of(Services.in(loader, TitleSource.class));
  }

  /** What the modules of a layer and its parents provide. */
  public static TitleSources in(ModuleLayer layer) {
    return of(Services.in(layer, TitleSource.class));
  }

  private static TitleSources of(Services<TitleSource> services) {
    return new TitleSources(services.found(), services.failures());
  }
}
