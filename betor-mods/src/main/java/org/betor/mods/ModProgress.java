package org.betor.mods;

import java.util.OptionalLong;
import org.betor.api.mod.ModKey;

/**
 * How far a mod is on its way.
 *
 * @param bytes how many have come, in {@link Phase#FETCHING}
 * @param totalBytes how many shall come, as the source says
 * @param priority higher ones come first
 */
public record ModProgress(
    ModKey mod, Phase phase, long bytes, OptionalLong totalBytes, int priority) {

  /** What is done just now. */
  public enum Phase {
    /** Others come first. */
    QUEUED,
    /** The source is asked for its newest details. */
    RESOLVING,
    /** Its files come. */
    FETCHING,
    /** Something failed and will be tried again. */
    WAITING,
    /** The archive is made and checked. */
    PACKING,
    /** The archive takes its place; too late to cancel. */
    PUBLISHING
  }
}
