package org.betor.p2p.internal.portmap;

import java.util.Optional;
import java.util.Set;

/**
 * What became of a try to map a port.
 *
 * @param gateway that has mappings of ours, or may have; empty if none does
 * @param ours which mappings these are
 * @param problem what was not done and why, for people; empty if all was done
 */
record Outcome(Optional<Gateway> gateway, Set<Protocol> ours, String problem) {

  /** Nothing was tried yet. */
  static final Outcome NONE = new Outcome(Optional.empty(), Set.of(), "");

  Outcome {
    ours = Set.copyOf(ours);
  }
}
