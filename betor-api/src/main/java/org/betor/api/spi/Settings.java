package org.betor.api.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the application sets: names and values, read-only. A plugin sees its own, without its id
 * before them. Immutable; the values never show in messages.
 */
public final class Settings {
  /** No settings. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** Settings by their full names, such as {@code tmdb.token}. */
  public static Settings of(Map<String, String> values) {
    return new Settings(Map.copyOf(values));
  }

  /** The settings whose names start with {@code <plugin>.}, without that start. */
  public Settings of(String plugin) {
    String start = plugin + ".";
    Map<String, String> own = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(start)) {
            own.put(name.substring(start.length()), value);
          }
        });
    return new Settings(Map.copyOf(own));
  }

  /** The value of a setting, or its fallback. */
  public String get(Setting setting) {
    return find(setting.name()).orElse(setting.fallback());
  }

  /** The value under a name. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The names that are set. */
  public Set<String> names() {
    return values.keySet();
  }

  /** The names that are set. */
  @Override
  public String toString() {
    return new TreeSet<>(values.keySet()).toString();
  }
}
