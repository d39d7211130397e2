/** A torrent's files on disk. */
package org.betor.p2p.internal.disk;
