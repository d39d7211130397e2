package org.betor.core.internal.search;

import java.security.CodeSource;
import java.util.Optional;
import org.betor.api.spi.Provider;

/** Explains that a plugin does not fit this library. */
final class Misfit {
  private Misfit() {}

  static IllegalStateException explain(Provider plugin, LinkageError misfit) {
    return new IllegalStateException(
        "%s, version %s, was built against another API than version %s, which is here (%s); update it"
            .formatted(
                jar(plugin.getClass()),
                version(plugin.getClass()),
                version(Provider.class),
                misfit),
        misfit);
  }

  private static String jar(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> location.getPath())
        .orElse(type.getName());
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getModule().getDescriptor())
        .flatMap(module -> module.rawVersion())
        .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
        .orElse("unknown");
  }
}
