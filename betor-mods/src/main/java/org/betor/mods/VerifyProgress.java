package org.betor.mods;

/**
 * How far the archives of a library are read again.
 *
 * @param latest the one that was read last
 * @param bytes the size of all that were read
 * @param totalBytes the size of all there were at the beginning
 */
public record VerifyProgress(VerifiedArchive latest, long bytes, long totalBytes) {}
