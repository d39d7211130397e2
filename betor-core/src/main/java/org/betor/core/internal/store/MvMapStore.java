package org.betor.core.internal.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.betor.api.spi.Store;
import org.h2.mvstore.MVMap;

/** One map of the file. Values are copied on their way in and out, so that nobody shares them. */
final class MvMapStore implements Store {
  private static final int MAX_BYTES = 16 << 20;

  private final MvStores stores;
  private final MVMap<String, byte[]> map;

  MvMapStore(MvStores stores, MVMap<String, byte[]> map) {
    this.stores = stores;
    this.map = map;
  }

  @Override
  public Optional<byte[]> get(String key) {
    checkKey(key);
    return stores.call(() -> Optional.ofNullable(map.get(key)).map(byte[]::clone));
  }

  @Override
  public void put(String key, byte[] value) {
    checkKey(key);
    if (value.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a value has at most %d bytes, got %d for \"%s\""
              .formatted(MAX_BYTES, value.length, key));
    }
    byte[] own = value.clone();
    stores.change(() -> map.put(key, own));
  }

  @Override
  public void remove(String key) {
    checkKey(key);
    stores.change(() -> map.remove(key));
  }

  @Override
  public List<String> keys(String start) {
    return stores.call(() -> keysFrom(start));
  }

  private List<String> keysFrom(String start) {
    List<String> keys = new ArrayList<>();
    Iterator<String> following = map.keyIterator(start);
    while (following.hasNext()) {
      String key = following.next();
      if (!key.startsWith(start)) {
        break;
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private static void checkKey(String key) {
    Objects.requireNonNull(key, "a key is not null");
  }
}
