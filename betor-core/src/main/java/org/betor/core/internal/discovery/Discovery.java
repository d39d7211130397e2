package org.betor.core.internal.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.betor.api.spi.Provider;
import org.betor.api.spi.Settings;

/** What providers there are. Immutable. */
public final class Discovery {
  private final List<Provider> providers;
  private final List<String> failures;

  private Discovery(List<Provider> providers, List<String> failures) {
    this.providers = List.copyOf(providers);
    this.failures = failures.stream().distinct().toList();
  }

  /**
   * The providers that an application gives by hand.
   *
   * @throws IllegalStateException if two have the same id; the message names both classes
   */
  public static Discovery of(List<Provider> given) {
    return new Discovery(Ids.distinct(given), List.of());
  }

  /**
   * What a class loader and its parents find, on the class path and in modules. Each factory is
   * handed its own part of the settings.
   *
   * @throws IllegalStateException if two have the same id; the message names both classes
   */
  public static Discovery in(ClassLoader loader, Settings settings) {
    return in(
        Services.in(loader, Provider.class), Services.in(loader, Provider.Factory.class), settings);
  }

  /**
   * What the modules of a layer and its parents provide. Each factory is handed its own part of the
   * settings.
   *
   * @throws IllegalStateException if two have the same id; the message names both classes
   */
  public static Discovery in(ModuleLayer layer, Settings settings) {
    return in(
        Services.in(layer, Provider.class), Services.in(layer, Provider.Factory.class), settings);
  }

  /** The providers in the order of their registration; each id once. */
  public List<Provider> providers() {
    return providers;
  }

  /** What could not be used, for people: what, where, why, and what to do. */
  public List<String> failures() {
    return failures;
  }

  /**
   * These, and those after them. A class that both have counts once.
   *
   * @throws IllegalStateException if two have the same id; the message names both classes
   */
  public Discovery and(Discovery more) {
    return new Discovery(
        Ids.joined(providers, more.providers),
        Stream.concat(failures.stream(), more.failures.stream()).toList());
  }

  /**
   * Those of them that have these ids.
   *
   * @throws IllegalArgumentException if there is no provider with one of the ids; the message names
   *     those that there are
   */
  public Discovery only(Collection<String> ids) {
    List<String> known = providers.stream().map(provider -> provider.info().id()).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "no provider has the id \"%s\"; there are %s"
                .formatted(id, known.stream().sorted().toList()));
      }
    }
    return new Discovery(
        providers.stream().filter(provider -> ids.contains(provider.info().id())).toList(),
        failures);
  }

  private static Discovery in(
      Services<Provider> services, Services<Provider.Factory> factories, Settings settings) {
    Discovery all = new Discovery(List.of(), services.failures()).and(named(services.found()));
    for (Provider.Factory factory : factories.found()) {
      all = all.and(made(factory, settings));
    }
    return all.and(new Discovery(List.of(), factories.failures()));
  }

  private static Discovery made(Provider.Factory factory, Settings settings) {
    List<Provider> made;
    try {
      made = List.copyOf(factory.create(settings.of(factory.id())));
    } catch (RuntimeException | LinkageError e) {
      return new Discovery(List.of(), List.of(Blame.on(factory.getClass(), e)));
    }
    Discovery named = named(made);
    Ids.distinct(named.providers);
    return named;
  }

  /** Those of them that can say who they are. */
  private static Discovery named(List<Provider> candidates) {
    List<Provider> named = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Provider candidate : candidates) {
      try {
        candidate.info().id();
        named.add(candidate);
      } catch (RuntimeException | LinkageError e) {
        failures.add(Blame.on(candidate.getClass(), e));
      }
    }
    return new Discovery(named, failures);
  }
}
