package org.betor.api.model;

import java.time.Instant;

/**
 * That a torrent which a provider lists without its info-hash turned out to be that one: from then
 * on the two are one release, under the info-hash, with all listings of both.
 *
 * @param infoHash what the torrent is
 * @param seen when that was learnt
 */
public record Identity(InfoHash infoHash, Instant seen) implements Section {}
