package org.betor.mods;

import java.time.Instant;
import java.util.Optional;

/**
 * A game of which mods are, or were, here.
 *
 * @param source the source of its mods
 * @param id its id there
 * @param type what it is, in the words of the source; empty if not known
 * @param summary a sentence or two; empty if not known
 * @param logo the address of a picture
 * @param added when the first mod of it came
 * @param mods how many are here
 * @param downloads how often any of them was handed out
 */
public record GameEntry(
    String source,
    String id,
    String name,
    String type,
    String summary,
    Optional<String> logo,
    Instant added,
    long mods,
    long downloads) {}
