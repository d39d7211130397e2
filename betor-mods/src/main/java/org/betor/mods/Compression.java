package org.betor.mods;

/** How the files in an archive are compressed. */
public enum Compression {
  /** Smallest, and slowest to make. Not every program opens it, and the JDK does not. */
  BZIP2,
  /** What every program opens. The bytes depend on the zlib that the JDK has. */
  DEFLATE,
  /** Not at all. */
  STORE
}
