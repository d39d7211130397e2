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

/** How a provider, or a factory of providers, makes itself known. */
final class Registration {
  private final Class<?> provider;
  private final Class<?> service;
  private final String file;

  Registration(Class<?> provider) {
    this.provider = provider;
    this.service =
        Provider.Factory.class.isAssignableFrom(provider) ? Provider.Factory.class : Provider.class;
    this.file = "META-INF/services/" + service.getName();
  }

  void check() {
    String remedy =
        "%s is not found; write both: in module-info.java \"provides %s with %s;\", and its name in %s"
            .formatted(
                provider.getName(), service.getCanonicalName(), provider.getCanonicalName(), file);
    assertThat(found()).as(remedy).contains(provider.getName());
    assertThat(listed()).as(remedy).contains(provider.getName());
  }

  private List<String> found() {
    ModuleLayer layer = provider.getModule().getLayer();
    ServiceLoader<?> loader =
        layer == null
            ? ServiceLoader.load(service, provider.getClassLoader())
            : ServiceLoader.load(layer, service);
    return loader.stream().map(found -> found.type().getName()).toList();
  }

  /** What the files for the class path name; a module finds its own even where nobody asks it. */
  private List<String> listed() {
    try {
      List<String> lines = new ArrayList<>();
      for (URL file : Collections.list(provider.getClassLoader().getResources(file))) {
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
