package org.betor.core.internal.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.betor.api.spi.Provider;

/** Every provider has an id of its own: what is kept under one must not mix with another's. */
final class Ids {
  private Ids() {}

  /** The providers, if each has an id of its own. */
  static List<Provider> distinct(List<Provider> providers) {
    Map<String, Provider> byId = new LinkedHashMap<>();
    for (Provider provider : providers) {
      Provider earlier = byId.putIfAbsent(provider.info().id(), provider);
      if (earlier != null) {
        throw taken(earlier, provider);
      }
    }
    return List.copyOf(providers);
  }

  /** The first providers and those of the others whose class and id are not there yet. */
  static List<Provider> joined(List<Provider> first, List<Provider> others) {
    List<Provider> all = new ArrayList<>(first);
    for (Provider other : others) {
      if (all.stream().noneMatch(known -> same(known, other))) {
        all.add(other);
      }
    }
    return distinct(all);
  }

  private static boolean same(Provider one, Provider other) {
    return one.getClass() == other.getClass() && one.info().id().equals(other.info().id());
  }

  private static IllegalStateException taken(Provider one, Provider other) {
    return new IllegalStateException(
        "two providers have the id \"%s\": %s and %s; leave one of them out"
            .formatted(
                one.info().id(), Blame.place(one.getClass()), Blame.place(other.getClass())));
  }
}
