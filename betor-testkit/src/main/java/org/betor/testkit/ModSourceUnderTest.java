package org.betor.testkit;

import java.util.Map;
import org.betor.api.mod.ModDetails;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModSource;

/** What the tests of a source of mods need of whoever implements {@link ModSourceContract}. */
public interface ModSourceUnderTest {

  /** The source, which asks nobody outside of this machine, and does not really wait. */
  ModSource source();

  /** Texts that name mods, such as the addresses of their pages, and which mods those are. */
  Map<String, ModKey> texts();

  /**
   * Mods that are there and can be fetched, at least two, and the files of each, by names with
   * slashes between folders.
   */
  Map<ModKey, Map<String, byte[]>> mods();

  /** A mod that is not there, as the source well knows. */
  ModKey absent();

  /** A mod, as {@link ModSource#details} tells it, with a name that leads out of a folder. */
  ModDetails hostile() throws InterruptedException;

  /** From now on the source does not say whether there is such a mod. */
  void leaveOut(ModKey mod);

  /** From now on nobody answers sensibly, neither about {@link #mods} nor with their files. */
  void breakDown();

  /** All is well again. */
  void recover();
}
