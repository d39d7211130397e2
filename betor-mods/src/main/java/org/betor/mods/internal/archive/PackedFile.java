package org.betor.mods.internal.archive;

/**
 * A file in an archive.
 *
 * @param name with slashes between folders
 * @param size in bytes, plain
 * @param crc32 of the plain bytes
 * @param sha256 of them, in hex
 */
public record PackedFile(String name, long size, long crc32, String sha256) {}
