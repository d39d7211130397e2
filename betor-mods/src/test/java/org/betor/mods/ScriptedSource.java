package org.betor.mods;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.api.mod.ModVersion;
import org.jspecify.annotations.Nullable;

/** Invented mods of invented games, and all the trouble that a test wants. */
final class ScriptedSource implements ModSource {
  static final String ID = "inventory";
  static final Instant PUBLISHED = Instant.parse("2025-03-01T12:00:00Z");

  private final Map<ModKey, ModLookup> lookups = new ConcurrentHashMap<>();
  private final Map<ModKey, Deque<Fetching>> scripts = new HashMap<>();
  private final List<ModKey> fetched = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable ModException trouble;

  static ModKey key(long id) {
    return new ModKey(ID, Long.toString(id));
  }

  /** There is a mod, in its first version. */
  ModKey has(long id) {
    return has(id, "v1", PUBLISHED, mod -> mod);
  }

  /** There is a mod, in that version. */
  ModKey has(long id, String handle, Instant updated) {
    return has(id, handle, updated, mod -> mod);
  }

  /** There is a mod, of which more is known. */
  ModKey has(long id, UnaryOperator<ModDetails.Builder> more) {
    return has(id, "v1", PUBLISHED, more);
  }

  ModKey has(long id, String handle, Instant updated, UnaryOperator<ModDetails.Builder> more) {
    ModKey key = key(id);
    ModDetails.Builder mod =
        ModDetails.of(key, "Lantern Pack " + id, new ModVersion(handle, updated))
            .game("77")
            .sizeBytes(1000);
    lookups.put(key, new ModLookup.Found(more.apply(mod).build()));
    return key;
  }

  ModKey lost(long id, String why) {
    lookups.put(key(id), new ModLookup.Absent(why));
    return key(id);
  }

  void isDown() {
    trouble = new ModException(Reason.UNREACHABLE, "the inventory does not answer");
  }

  void isUp() {
    trouble = null;
  }

  /** The next fetch of the mod goes so, and the one after it as usual. */
  synchronized void next(ModKey mod, Fetching fetching) {
    scripts.computeIfAbsent(mod, key -> new ArrayDeque<>()).add(fetching);
  }

  /** What was fetched, in its order. */
  List<ModKey> fetched() {
    return List.copyOf(fetched);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<ModKey> parse(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(new ModKey(ID, text)) : Optional.empty();
  }

  @Override
  public Map<ModKey, ModLookup> details(Set<ModKey> mods) {
    throwTrouble();
    Map<ModKey, ModLookup> told = new HashMap<>(lookups);
    told.keySet().retainAll(mods);
    return told;
  }

  @Override
  public Optional<Game> game(String id) {
    throwTrouble();
    return Optional.of(
        Game.of(ID, id, "Castle of " + id)
            .type("game")
            .genres(List.of(new Game.Genre("23", "Puzzle")))
            .build());
  }

  private void throwTrouble() {
    ModException now = trouble;
    if (now != null) {
      throw now;
    }
  }

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    fetched.add(mod.key());
    Fetching script = script(mod.key());
    return script == null ? deliver(mod, folder, bytes) : script.fetch(mod, folder, bytes);
  }

  private synchronized @Nullable Fetching script(ModKey mod) {
    return scripts.getOrDefault(mod, new ArrayDeque<>()).poll();
  }

  /** The usual way. */
  static ModVersion deliver(ModDetails mod, Path folder, LongConsumer bytes) throws IOException {
    Files.createDirectories(folder.resolve("About"));
    Files.writeString(folder.resolve("About/about.txt"), mod.name());
    Files.writeString(folder.resolve("content.txt"), mod.version().handle().repeat(100));
    bytes.accept(1000);
    return mod.version();
  }

  /** One way to fetch a mod. */
  interface Fetching {
    ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
        throws IOException, InterruptedException;

    static Fetching fails(Reason reason) {
      return (mod, folder, bytes) -> {
        throw new ModException(reason, "the inventory says " + reason);
      };
    }
  }
}
