package org.betor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.betor.api.spi.Provider;

/** How a provider makes itself known. */
final class Registration {
  private static final String FILE = "META-INF/services/" + Provider.class.getName();

  private final Class<?> provider;

  Registration(Class<?> provider) {
    this.provider = provider;
  }

  void check() {
    String remedy =
        "%s is not found; write both: in module-info.java \"provides %s with %s;\", and its name in %s"
            .formatted(
                provider.getName(), Provider.class.getName(), provider.getCanonicalName(), FILE);
    assertThat(found()).as(remedy).contains(provider.getName());
    assertThat(listed()).as(remedy).contains(provider.getName());
  }

  private List<String> found() {
    ModuleLayer layer = provider.getModule().getLayer();
    ServiceLoader<Provider> loader =
        layer == null
            ? ServiceLoader.load(Provider.class, provider.getClassLoader())
            : ServiceLoader.load(layer, Provider.class);
    return loader.stream().map(found -> found.type().getName()).toList();
  }

  /** What the files for the class path name; a module finds its own even where nobody asks it. */
  private List<String> listed() {
    try {
      List<String> lines = new ArrayList<>();
      for (URL file : Collections.list(provider.getClassLoader().getResources(FILE))) {
        try (InputStream in = file.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .forEach(lines::add);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
