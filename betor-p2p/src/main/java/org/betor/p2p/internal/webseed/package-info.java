/** Fetches pieces from plain web servers that a torrent names, beside its peers. */
package org.betor.p2p.internal.webseed;
