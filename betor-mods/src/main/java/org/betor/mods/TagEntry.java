package org.betor.mods;

/**
 * A tag.
 *
 * @param name in the words of the source
 * @param mods how many have it
 */
public record TagEntry(String name, long mods) {}
