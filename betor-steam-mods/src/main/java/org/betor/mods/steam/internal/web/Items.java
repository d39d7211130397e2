package org.betor.mods.steam.internal.web;

import java.util.Map;
import java.util.Set;
import org.betor.api.mod.ModKey;
import org.betor.api.mod.ModLookup;

/** What a service says of items. */
public interface Items {
  /** How many are asked for at once. */
  int BATCH = 100;

  /** At most {@link #BATCH} of them; those of which nothing is said are left out. */
  Map<ModKey, ModLookup> ask(Set<ModKey> mods) throws InterruptedException;
}
