package org.betor.mods.internal.shelf;

/**
 * An archive that was written and read again.
 *
 * @param entries how many files are in it
 * @param bytes its size
 * @param sha256 of the archive, as 64 hexadecimal digits in lower case
 */
public record Packed(int entries, long bytes, String sha256) {}
