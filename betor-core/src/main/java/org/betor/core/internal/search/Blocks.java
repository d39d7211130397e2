package org.betor.core.internal.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.betor.api.model.Block;
import org.betor.api.model.ReleaseKey;
import org.betor.api.spi.Catalog;
import org.betor.api.spi.Change;
import org.betor.api.spi.Store;
import org.jspecify.annotations.Nullable;

/**
 * The releases that are blocked, with the reasons: nothing is written of them, and what the
 * catalogue has of them shows to nobody. Safe for use by several threads.
 */
public final class Blocks {
  private final Supplier<Store> store;
  private final Catalog catalog;
  private final InstantSource clock;
  private @Nullable Map<String, String> reasons;

  /**
   * Reads nothing yet.
   *
   * @param store where the reasons are kept, by key; asked for when needed
   */
  public Blocks(Supplier<Store> store, Catalog catalog, InstantSource clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Blocks a release, whether or not the catalogue has it. */
  public synchronized void add(ReleaseKey key, String reason) {
    Block block = new Block(reason, clock.instant());
    if (!block.inForce()) {
      throw new IllegalArgumentException("say why " + key + " is blocked");
    }
    store.get().put(key.value(), block.reason().getBytes(UTF_8));
    reasons().put(key.value(), block.reason());
    write(key, block);
  }

  /** Lifts a block; nothing happens if there is none. */
  public synchronized void lift(ReleaseKey key) {
    if (reasons().remove(key.value()) != null) {
      store.get().change(Map.of(), Set.of(key.value()));
      write(key, new Block("", clock.instant()));
    }
  }

  /** The reasons by key. */
  public synchronized Map<ReleaseKey, String> all() {
    Map<ReleaseKey, String> all = new LinkedHashMap<>();
    reasons().forEach((key, reason) -> all.put(new ReleaseKey(key), reason));
    return all;
  }

  synchronized boolean has(ReleaseKey key) {
    return reasons().containsKey(key.value());
  }

  private Map<String, String> reasons() {
    if (reasons == null) {
      Map<String, String> read = new TreeMap<>();
      Store kept = store.get();
      for (String key : kept.keys("")) {
        kept.get(key).ifPresent(reason -> read.put(key, new String(reason, UTF_8)));
      }
      reasons = read;
    }
    return reasons;
  }

  private void write(ReleaseKey key, Block block) {
    catalog.put(List.of(new Change(key, block)));
    catalog.refresh();
  }
}
