package org.betor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Settings;
import org.betor.api.spi.TitleSource;
import org.betor.core.internal.discovery.Discovery;
import org.betor.core.internal.discovery.TitleSources;

/** Which plugins take part: those given, and those found by the context class loader unless set. */
final class Plugins {
  private final List<Provider> providers = new ArrayList<>();
  private final List<TitleSource> titleSources = new ArrayList<>();
  private Discoverer discoverer =
      settings -> Discovery.in(Thread.currentThread().getContextClassLoader(), settings);
  private Supplier<TitleSources> sourceDiscoverer =
      () -> TitleSources.in(Thread.currentThread().getContextClassLoader());
  private UnaryOperator<Discovery> choice = all -> all;

  void add(Provider provider) {
    providers.add(provider);
  }

  void add(TitleSource source) {
    titleSources.add(source);
  }

  void findBy(ClassLoader loader) {
    discoverer = settings -> Discovery.in(loader, settings);
    sourceDiscoverer = () -> TitleSources.in(loader);
  }

  void findIn(ModuleLayer layer) {
    discoverer = settings -> Discovery.in(layer, settings);
    sourceDiscoverer = () -> TitleSources.in(layer);
  }

  void findNone() {
    discoverer = settings -> Discovery.of(List.of());
    sourceDiscoverer = () -> TitleSources.NONE;
  }

  void only(Set<String> ids) {
    choice = all -> all.only(ids);
  }

  Discovery providers(Settings settings) {
    return choice.apply(Discovery.of(providers).and(discoverer.in(settings)));
  }

  TitleSources titleSources() {
    TitleSources found = sourceDiscoverer.get();
    return new TitleSources(
        Stream.concat(titleSources.stream(), found.found().stream()).toList(), found.failures());
  }

  /** Finds providers, once the settings are known. */
  private interface Discoverer {
    Discovery in(Settings settings);
  }
}
