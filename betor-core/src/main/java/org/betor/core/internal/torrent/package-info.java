/** Finds out what torrents hold and who shares them, through a torrent client. */
package org.betor.core.internal.torrent;
