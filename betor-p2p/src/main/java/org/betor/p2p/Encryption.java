package org.betor.p2p;

/**
 * Whether what peers say to one another is hidden from those who carry it. It does not hide who
 * talks to whom, nor from a peer who one is.
 */
public enum Encryption {
  /** Tried first; a peer that does not know it is taken without. */
  PREFERRED,
  /** Peers that do not know it are left. */
  REQUIRED,
  /** Never used, and not accepted. */
  OFF
}
