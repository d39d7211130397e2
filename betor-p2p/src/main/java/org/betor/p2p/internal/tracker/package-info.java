/** Trackers, which know who shares a torrent: announcing to them and asking what they count. */
package org.betor.p2p.internal.tracker;
