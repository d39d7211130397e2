package org.betor.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.betor.api.mod.Game;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModException;
import org.betor.api.mod.ModException.Reason;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;
import org.betor.api.mod.ModSource;
import org.betor.api.mod.ModVersion;

/** Invented mods in memory, as they should be, or with a fault. */
final class MemorySource implements ModSource {
  private static final Instant PUBLISHED = Instant.parse("2025-05-05T05:05:05Z");

  final Set<ModKey> leftOut = new HashSet<>();
  final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  boolean isDown;
  private final Map<ModKey, Map<String, byte[]>> mods;

  MemorySource(Map<ModKey, Map<String, byte[]>> mods) {
    this.mods = mods;
  }

  /** What is wrong with a source. */
  enum Fault {
    CALLS_LEFT_OUT_ABSENT,
    IS_EMPTY_WHEN_DOWN,
    LEAVES_ABSENT_OUT,
    SWALLOWS_INTERRUPTS,
    TRUSTS_NAMES,
    LEAVES_RUBBISH,
    FINDS_EVERYTHING,
    NEVER_TELLS
  }

  @Override
  public String id() {
    return "attic";
  }

  @Override
  public Optional<ModKey> parse(String text) {
    String id = text.strip().replaceFirst("^attic:", "");
    if (id.matches("[a-z]{1,20}")) {
      return Optional.of(new ModKey("attic", id));
    }
    return faults.contains(Fault.FINDS_EVERYTHING)
        ? Optional.of(new ModKey("attic", "lamp"))
        : Optional.empty();
  }

  @Override
  public Map<ModKey, ModLookup> details(Set<ModKey> asked) throws InterruptedException {
    throwIfInterrupted();
    Map<ModKey, ModLookup> lookups = new HashMap<>();
    if (isDown && !asked.isEmpty()) {
      if (faults.contains(Fault.IS_EMPTY_WHEN_DOWN)) {
        return lookups;
      }
      throw new ModException(Reason.UNREACHABLE, "the attic is locked");
    }
    for (ModKey mod : asked) {
      lookup(mod).ifPresent(lookup -> lookups.put(mod, lookup));
    }
    return lookups;
  }

  private Optional<ModLookup> lookup(ModKey mod) {
    if (leftOut.contains(mod)) {
      return faults.contains(Fault.CALLS_LEFT_OUT_ABSENT)
          ? Optional.of(new ModLookup.Absent("gone"))
          : Optional.empty();
    }
    if (mods.containsKey(mod)) {
      return Optional.of(new ModLookup.Found(details(mod)));
    }
    return faults.contains(Fault.LEAVES_ABSENT_OUT)
        ? Optional.empty()
        : Optional.of(new ModLookup.Absent("nobody put it here"));
  }

  static ModDetails details(ModKey mod) {
    return ModDetails.of(mod, "Mod " + mod.id(), new ModVersion("1", PUBLISHED)).build();
  }

  @Override
  public Optional<Game> game(String id) {
    return Optional.empty();
  }

  @Override
  public ModVersion fetch(ModDetails mod, Path folder, LongConsumer bytes)
      throws IOException, InterruptedException {
    throwIfInterrupted();
    if (isDown || !mods.containsKey(mod.key())) {
      throw new ModException(
          isDown ? Reason.UNREACHABLE : Reason.ABSENT, "no " + mod.key() + " in the attic");
    }
    for (Map.Entry<String, byte[]> file : mods.getOrDefault(mod.key(), Map.of()).entrySet()) {
      write(folder, file.getKey(), file.getValue());
    }
    if (mod.fileName().isPresent()) {
      write(folder, mod.fileName().get(), new byte[1]);
    }
    if (faults.contains(Fault.LEAVES_RUBBISH)) {
      write(folder, ".part", new byte[1]);
    }
    if (!faults.contains(Fault.NEVER_TELLS)) {
      bytes.accept(1);
    }
    return mod.version();
  }

  private void write(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder) && !faults.contains(Fault.TRUSTS_NAMES)) {
      throw new ModException(Reason.UNSAFE, name + " leads out of the folder");
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, bytes);
  }

  private void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted() && !faults.contains(Fault.SWALLOWS_INTERRUPTS)) {
      throw new InterruptedException();
    }
  }
}
