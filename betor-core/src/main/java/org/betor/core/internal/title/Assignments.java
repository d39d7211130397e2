package org.betor.core.internal.title;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.betor.api.model.TitleId;
import org.betor.api.spi.Store;

/**
 * What people say of pages: which film or series each is about. Kept in a store, with the pages
 * whose releases still have to be told. Safe for use by several threads.
 */
public final class Assignments {
  private static final String ID = "id/";
  private static final String CHANGED = "changed/";

  private final Supplier<Store> store;
  private final InstantSource clock;

  /**
   * Reads nothing yet.
   *
   * @param store asked for when needed
   */
  public Assignments(Supplier<Store> store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Says what a page is about, in place of what was said before. */
  public synchronized void put(URI page, TitleId id) {
    store.get().change(Map.of(ID + page, bytes(id.toString()), CHANGED + page, now()), Set.of());
  }

  /** Takes back what was said of a page, if anything was. */
  public synchronized void remove(URI page) {
    if (find(page).isPresent()) {
      store.get().change(Map.of(CHANGED + page, now()), Set.of(ID + page));
    }
  }

  /** What is said of a page. */
  public Optional<TitleId> find(URI page) {
    return store.get().get(ID + page).map(id -> TitleId.parse(text(id)));
  }

  /** All that is said, by page. */
  public Map<URI, TitleId> all() {
    Map<URI, TitleId> all = new LinkedHashMap<>();
    for (String key : store.get().keys(ID)) {
      URI page = URI.create(key.substring(ID.length()));
      find(page).ifPresent(id -> all.put(page, id));
    }
    return all;
  }

  /** The pages whose releases may not know yet, with the time when something else was said. */
  Map<URI, Instant> changed() {
    Map<URI, Instant> changed = new LinkedHashMap<>();
    for (String key : store.get().keys(CHANGED)) {
      store
          .get()
          .get(key)
          .ifPresent(
              time ->
                  changed.put(
                      URI.create(key.substring(CHANGED.length())), Instant.parse(text(time))));
    }
    return changed;
  }

  /** All releases of the page know what was said by that time. */
  synchronized void told(URI page, Instant changed) {
    if (changed.equals(changed().get(page))) {
      store.get().remove(CHANGED + page);
    }
  }

  private byte[] now() {
    return bytes(clock.instant().toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
