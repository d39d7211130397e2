package org.betor.mods;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import org.betor.api.mod.ModSource;
import org.betor.api.spi.Settings;

/**
 * The sources of mods that an application has on its class path or module path, opened with its
 * settings.
 *
 * <pre>{@code
 * Settings settings = Settings.of(Map.of("steam.steamcmd", "/opt/steamcmd/steamcmd.sh"));
 * ModSources sources = ModSources.in(Mine.class.getClassLoader(), folder, settings);
 * ModLibrary library = ModLibrary.builder(folder).sources(sources.found()).open();
 * }</pre>
 *
 * @param found those that could be opened
 * @param failures what is wrong with the others, for people
 */
public record ModSources(List<ModSource> found, List<String> failures) {
  /** A loader that cannot read its own files fails anew at every step, for ever. */
  private static final int MOST_FAILURES = 100;

  /** Copies. */
  public ModSources {
    found = List.copyOf(found);
    failures = List.copyOf(failures);
  }

  /**
   * What a class loader and its parents find. Each source is handed the settings that begin with
   * its id, such as {@code steam.key}; what its {@link ModSource.Factory#settings} can be. It has
   * no {@link org.betor.api.spi.Host#store} and no {@link org.betor.api.spi.Host#fetcher} here.
   *
   * @param folder for sources that keep something, which most do not
   */
  public static ModSources in(ClassLoader loader, Path folder, Settings settings) {
    Search search = new Search(folder, settings);
    search.openAll(ServiceLoader.load(ModSource.Factory.class, loader));
    return new ModSources(search.found, search.failures);
  }

  /** One source that fails costs only itself. */
  private record Search(
      Path folder, Settings settings, List<ModSource> found, List<String> failures) {

    Search(Path folder, Settings settings) {
      this(folder, settings, new ArrayList<>(), new ArrayList<>());
    }

    void openAll(ServiceLoader<ModSource.Factory> loader) {
      Spliterator<ServiceLoader.Provider<ModSource.Factory>> all = loader.stream().spliterator();
      boolean more = true;
      while (more && failures.size() < MOST_FAILURES) {
        try {
          more = all.tryAdvance(this::open);
        } catch (ServiceConfigurationError | LinkageError broken) {
          failures.add("a source of mods cannot be used: %s; mend or remove it".formatted(broken));
        }
      }
    }

    private void open(ServiceLoader.Provider<ModSource.Factory> service) {
      try {
        ModSource.Factory factory = service.get();
        found.add(factory.open(new SourceHost(folder, factory.id(), settings)));
      } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
        failures.add(
            "%s cannot be used: %s; mend its settings, or remove it"
                .formatted(service.type().getName(), broken.getMessage()));
      }
    }
  }
}
