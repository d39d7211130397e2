package org.betor.mods;

/**
 * A kind of game.
 *
 * @param source whose word it is
 * @param id unique there
 */
public record GenreEntry(String source, String id, String name) {}
