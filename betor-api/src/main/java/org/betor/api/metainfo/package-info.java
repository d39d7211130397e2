/** Torrent files, which BEP 3 calls metainfo files: read within bounds, and checked. */
package org.betor.api.metainfo;
