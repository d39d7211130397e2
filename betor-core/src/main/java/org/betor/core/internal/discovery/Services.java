package org.betor.core.internal.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import java.util.function.Function;

/**
 * The services of one kind that could be made, in order, and what is wrong with the others. A plain
 * loop over {@link ServiceLoader} would end at the first misspelt name or missing superclass.
 *
 * @param failures for people
 */
record Services<S>(List<S> found, List<String> failures) {
  /** A loader that cannot read its own files fails anew at every step, for ever. */
  private static final int MOST_FAILURES = 100;

  static <S> Services<S> in(ClassLoader loader, Class<S> service) {
    var declared = new Declarations(loader, service);
    return all(ServiceLoader.load(service, loader), declared::culprit);
  }

  static <S> Services<S> in(ModuleLayer layer, Class<S> service) {
    return all(ServiceLoader.load(layer, service), failure -> "a module's " + service.getName());
  }

  private static <S> Services<S> all(ServiceLoader<S> loader, Function<Throwable, String> culprit) {
    var services = new Services<S>(new ArrayList<>(), new ArrayList<>());
    Spliterator<ServiceLoader.Provider<S>> candidates = loader.stream().spliterator();
    boolean more = true;
    while (more && services.failures.size() < MOST_FAILURES) {
      try {
        more = candidates.tryAdvance(services::make);
      } catch (ServiceConfigurationError | LinkageError e) {
        services.failures.add(Blame.on(culprit.apply(e), e));
      }
    }
    if (more) {
      services.failures.add(
          "the search for services ended after "
              + MOST_FAILURES
              + " failures: mend the class path");
    }
    return services;
  }

  private void make(ServiceLoader.Provider<S> candidate) {
    try {
      found.add(candidate.get());
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      failures.add(Blame.on(candidate.type(), e));
    }
  }
}
