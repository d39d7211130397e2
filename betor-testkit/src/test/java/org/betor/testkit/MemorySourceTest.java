package org.betor.testkit;

import java.util.Map;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;

/** A good source passes. */
class MemorySourceTest implements ModSourceContract {
  private static final ModKey LAMP = new ModKey("attic", "lamp");
  private static final ModKey ROPE = new ModKey("attic", "rope");

  final MemorySource source = new MemorySource(mods());

  @Override
  public ModSource source() {
    return source;
  }

  @Override
  public Map<String, ModKey> texts() {
    return Map.of("lamp", LAMP);
  }

  @Override
  public final Map<ModKey, Map<String, byte[]>> mods() {
    return Map.of(LAMP, Map.of("a/b.txt", new byte[3]), ROPE, Map.of("c.txt", new byte[0]));
  }

  @Override
  public ModKey absent() {
    return new ModKey("attic", "ghost");
  }

  @Override
  public ModDetails hostile() {
    return MemorySource.details(LAMP).with().fileName("../../up.txt").build();
  }

  @Override
  public void leaveOut(ModKey mod) {
    source.leftOut.add(mod);
  }

  @Override
  public void breakDown() {
    source.isDown = true;
  }

  @Override
  public void recover() {
    source.isDown = false;
  }
}
