package org.betor.core.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.betor.api.spi.Store;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;

/** One map of the file. Values are copied on their way in and out, so that nobody shares them. */
final class MvMapStore implements Store {
  private static final int MAX_BYTES = 16 << 20;

  private final MvStores stores;
  private final String name;
  private final MVMap<String, byte[]> map;
  private final Ledger ledger;
  private final Bound bound;

  MvMapStore(MvStores stores, String name, MVMap<String, byte[]> map, Ledger ledger, Bound bound) {
    this.stores = stores;
    this.name = name;
    this.map = map;
    this.ledger = ledger;
    this.bound = bound;
  }

  @Override
  public Optional<byte[]> get(String key) {
    checkKey(key);
    return stores.call(
        () -> isKept(key, stores.now()) ? Optional.of(value(key)) : Optional.empty());
  }

  @Override
  public void change(Map<String, byte[]> puts, Set<String> removals) {
    Map<String, byte[]> own = new HashMap<>();
    puts.forEach((key, value) -> own.put(checkKey(key), copy(key, value)));
    Set<String> gone = new HashSet<>(removals);
    gone.forEach(MvMapStore::checkKey);
    stores.change(() -> write(own, gone, stores.now()), ledger::load);
  }

  @Override
  public List<String> keys(String start) {
    return stores.call(() -> keysFrom(start, stores.now()));
  }

  /** Reads every value; what is wrong, for people. */
  List<String> check() {
    List<String> problems = new ArrayList<>();
    for (String key : keysFrom("", Instant.MIN)) {
      try {
        value(key);
      } catch (IllegalStateException | MVStoreException damage) {
        problems.add(String.valueOf(damage.getMessage()));
      }
    }
    return problems;
  }

  private void write(Map<String, byte[]> puts, Set<String> removals, Instant now) {
    removals.forEach(this::drop);
    puts.forEach(
        (key, value) -> {
          map.put(key, value);
          ledger.put(key, value, now);
        });
    ledger.beyond(bound, now).forEach(this::drop);
  }

  private void drop(String key) {
    map.remove(key);
    ledger.remove(key);
  }

  private boolean isKept(String key, Instant now) {
    return ledger.find(key).filter(entry -> !entry.isOlder(bound, now)).isPresent();
  }

  private byte[] value(String key) {
    byte[] value = map.get(key);
    if (value == null || !ledger.find(key).filter(entry -> entry.fits(value)).isPresent()) {
      throw new IllegalStateException(
          "the disk has damaged the value of \"%s\" in the store \"%s\": put or remove it"
              .formatted(key, name));
    }
    return value.clone();
  }

  private List<String> keysFrom(String start, Instant now) {
    List<String> keys = new ArrayList<>();
    Iterator<String> following = map.keyIterator(start);
    while (following.hasNext()) {
      String key = following.next();
      if (!key.startsWith(start)) {
        break;
      }
      if (isKept(key, now)) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  private static String checkKey(String key) {
    return Objects.requireNonNull(key, "a key is not null");
  }

  private static byte[] copy(String key, byte[] value) {
    if (value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a value has at most %d bytes, got %d for \"%s\""
              .formatted(MAX_BYTES, value.length, key));
    }
    return value.clone();
  }
}
