package org.betor.core.internal.title;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.betor.api.spi.Store;

/**
 * When something was learnt that may change every answer: by an import, or by one more service. A
 * service that is gone, or whose key is refused, changes none: what it knew stays. Kept in a store.
 */
public final class LastLearnt {
  private static final String IMPORTED = "imported";
  private static final String SERVICES = "services";
  private static final String SINCE = "services-since";

  private final Supplier<Store> store;
  private final InstantSource clock;

  /**
   * Reads nothing yet.
   *
   * @param store asked for when needed
   */
  public LastLearnt(Supplier<Store> store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** An import answers from now on. */
  public void byImport() {
    put(IMPORTED, clock.instant().toString());
  }

  /**
   * When it was.
   *
   * @param services those that are asked now
   * @param importedAt when the import that answers was made, should the program have ended then
   */
  public synchronized Instant at(List<String> services, Optional<Instant> importedAt) {
    Instant imported = find(IMPORTED).map(Instant::parse).or(() -> importedAt).orElse(Instant.MIN);
    Instant served = servicesSince(services);
    return imported.isAfter(served) ? imported : served;
  }

  private Instant servicesSince(List<String> now) {
    List<String> before = find(SERVICES).map(ids -> List.of(ids.split(" ", -1))).orElse(List.of());
    if (!now.equals(before)) {
      put(SERVICES, String.join(" ", now));
    }
    Optional<Instant> since = find(SINCE).map(Instant::parse);
    if (since.isPresent() && before.containsAll(now)) {
      return since.get();
    }
    Instant learnt = clock.instant();
    put(SINCE, learnt.toString());
    return learnt;
  }

  private Optional<String> find(String name) {
    return store.get().get(name).map(value -> new String(value, UTF_8));
  }

  private void put(String name, String value) {
    store.get().put(name, value.getBytes(UTF_8));
  }
}
