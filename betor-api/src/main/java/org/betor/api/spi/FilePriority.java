package org.betor.api.spi;

import org.betor.api.Experimental;

/** How much a file of a torrent is wanted. */
@Experimental
public enum FilePriority {
  /** Not at all. Of a piece that it shares with a wanted file, its part comes along. */
  SKIP,
  /** After the others. */
  LOW,
  /** As usual. */
  NORMAL,
  /** Before the others. */
  HIGH
}
