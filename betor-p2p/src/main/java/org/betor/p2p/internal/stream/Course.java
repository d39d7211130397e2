package org.betor.p2p.internal.stream;

/** Where a reader is, for those who fetch what lies ahead of it. Called on the reader's thread. */
public interface Course {

  /** It reads on from that piece; what lies ahead of it is not all here. */
  void at(int piece);

  /** It reads no more. */
  void end();
}
